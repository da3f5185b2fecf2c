/** The keys of a desk: a line at the foot, all of them on ?, and a switch for who speaks to the machine. */
import { h } from './h.js';
import { open } from './dialog.js';
import { keysAreOn, switchKeys } from './keys.js';
import { t } from './words.js';

/** @param parts pairs of the keys and what they do; help opens the whole list */
export function keyLine(parts, help) {
  return h(
    'footer.key-line',
    parts.map(([keys, words]) => h('span', keys, words)),
    h('button.link', { type: 'button', onclick: help }, h('kbd', '?'), t('keys.all')),
  );
}

/** @param rows pairs of a key and what it does */
export function keysHelp(rows) {
  const on = h('input', { type: 'checkbox', checked: keysAreOn(), onchange: () => switchKeys(on.checked) });
  const box = open(
    t('keys.all'),
    h(
      'div.stack',
      h(
        'ul.key-list',
        rows.map(([key, words]) => h('li', h('kbd', key), ' ', words)),
      ),
      h('label.choice', on, t('keys.on')),
      h('div.acts.end', h('button.filled', { type: 'button', onclick: () => box.close() }, t('keys.close'))),
    ),
  );
}
