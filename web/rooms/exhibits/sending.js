/** One file on its way: its form is asked for, it goes straight to the store, and what became of it is looked up. */
import { Problem } from '../../kit/problem.js';

const LONGEST_WAIT = 60_000;
const LONGEST_PAUSE = 4_000;

/**
 * @param id the file's own: sent again it is the same file
 * @param onBytes is told how many bytes are on their way, of how many
 * @param onCleaning is called once all of them arrived
 * @returns the file as the service tells it: kept, refused, or awaited where cleaning takes longer
 */
export async function send({ api, base, clause, id, file, signal, onBytes, onCleaning }) {
  const asked = await api.post(`${base}/exhibits`, { id, clause }, { signal, repeatable: true });
  if (asked.state !== 'awaited') {
    return asked;
  }
  await post(asked.form, file, signal, onBytes);
  onCleaning();
  return settled({ api, base, id, signal });
}

/** What became of a file; asked again, less and less often. */
export async function settled({ api, base, id, signal }) {
  const end = Date.now() + LONGEST_WAIT;
  for (let pause = 300; ; pause = Math.min(LONGEST_PAUSE, pause * 1.6)) {
    const { files } = await api.get(`${base}/exhibits`, { signal });
    const one = files.find((file) => file.id === id);
    if (!one || one.state !== 'awaited' || Date.now() > end) {
      return one ?? { id, state: 'gone' };
    }
    await rest(pause, signal);
  }
}

function rest(pause, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, pause);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}

/** By XMLHttpRequest, which alone tells how far it is. */
function post({ action, fields }, file, signal, onBytes) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const body = new FormData();
    Object.entries(fields).forEach(([name, value]) => body.append(name, value));
    body.append('file', file, 'file');
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', (event) => onBytes(Math.min(event.loaded, file.size), file.size));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        resolve();
      } else {
        reject(new Problem({ status: request.status, code: request.status === 400 ? 'exhibit.size' : 'exhibit.store' }));
      }
    });
    request.addEventListener('error', () => reject(new Problem({ code: 'network.none' })));
    request.addEventListener('abort', () => reject(signal.reason));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', action);
    request.send(body);
  });
}
