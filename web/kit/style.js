/** A stylesheet that only some rooms need, read when the first of them is entered. */
import { h } from './h.js';

const read = new Map();

export function alsoStyle(href) {
  if (!read.has(href)) {
    read.set(
      href,
      new Promise((resolve) => {
        const link = h('link', { rel: 'stylesheet', href, onload: resolve, onerror: resolve });
        // Before what prints, so that paper has the last word.
        document.head.insertBefore(link, document.head.querySelector('link[media="print"]'));
      }),
    );
  }
  return read.get(href);
}
