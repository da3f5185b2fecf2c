/** The signs: one meaning, one shape, always beside a word. */
import { h, svg } from './h.js';

export function sign(name) {
  return svg(
    'svg.sign',
    { 'aria-hidden': 'true', class: `sign-${name}` },
    svg('use', { href: `/kit/signs.svg#${name}` }),
  );
}

/** A sign with its word, in its colour. */
export function signed(name, ...words) {
  return h('span.signed', { class: name }, sign(name), h('span', ...words));
}
