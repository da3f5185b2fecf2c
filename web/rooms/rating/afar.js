/** Makes this device ready for a day without network: the console's own files, of which nothing is a secret. */
import { alsoStyle } from '../../kit/style.js';

const SHELF = 'xingma-console';
const WORDS = ['zh', 'zh-rating', 'zh-exhibits', 'en', 'en-rating', 'en-exhibits'].map((name) => `/words/${name}.js`);
let asked;

/** Resolves to whether the console would open here without network. */
export function readyAfar() {
  asked ??= ready().catch(() => false);
  return asked;
}

async function ready() {
  if (!('serviceWorker' in navigator)) {
    return false;
  }
  await navigator.serviceWorker.register('/away.js');
  // The device is asked not to make room by throwing away what waits; it may refuse.
  navigator.storage?.persist?.();
  await Promise.all([import('./panel.js'), alsoStyle('/rooms/exhibits/exhibits.css')]);
  const read = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((at) => at.origin === location.origin && /\.(js|css|svg)$/.test(at.pathname) && !at.search)
    .map((at) => at.pathname);
  const shelf = await caches.open(SHELF);
  await shelf.addAll([...new Set(['/', '/config.json', ...WORDS, ...read])]);
  return true;
}
