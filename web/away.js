/** Lets an expert's tablet open the console where there is no network. With one, every file comes from the host as ever. */
const SHELF = 'xingma-console';
const FILE = /^\/$|^\/config\.json$|\.(js|css|svg)$/;
/** A network that is too weak to answer by then is none. */
const PATIENCE = 4_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const at = new URL(request.url);
  // What the functions answer is no file; the rooms keep of it what may be kept.
  const isFile = at.origin === self.location.origin && !at.pathname.startsWith('/api/') && FILE.test(at.pathname);
  if (request.method === 'GET' && isFile && !at.search) {
    event.respondWith(answer(request, at.pathname));
  }
});

async function answer(request, path) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(path);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && response.type === 'basic') {
      // A full device goes on with what it has.
      await shelf.put(path, response.clone()).catch(() => {});
    }
    return response.status >= 500 && kept ? kept : response;
  });
  if (!kept) {
    return fresh;
  }
  return Promise.race([fresh.catch(() => kept), new Promise((resolve) => setTimeout(resolve, PATIENCE, kept))]);
}
