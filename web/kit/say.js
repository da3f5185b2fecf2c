/** Short news, spoken by screen readers and shown for a while: what was just done, never what must not be missed. */
import { h } from './h.js';
import { sign } from './sign.js';

const SHOWN_FOR = 8_000;
let place;

export function sayings() {
  place = h('div.saying', { role: 'status', 'aria-live': 'polite' });
  return place;
}

export function say(words) {
  const line = h('p', sign('yes'), h('span', words));
  place?.replaceChildren(line);
  setTimeout(() => line.remove(), SHOWN_FOR);
}
