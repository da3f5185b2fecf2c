/** The keys of the desk: a line at the foot, all of them on ?, and a switch for who speaks to the machine. */
import { h } from '../../kit/h.js';
import { open } from '../../kit/dialog.js';
import { keysAreOn, switchKeys } from '../../kit/keys.js';
import { t } from '../../kit/words.js';
import { MOVES } from './moves.js';

export function keyLine(rules) {
  const key = (name) => h('kbd', name);
  return h(
    'footer.key-line',
    h('span', key('J'), key('K'), t('keys.move')),
    h('span', key('Enter'), t('keys.open')),
    h('span', key('/'), t('keys.search')),
    h('span', key('1'), t('keys.to'), key('5'), t('keys.groups')),
    h('button.link', { type: 'button', onclick: () => keysHelp(rules) }, key('?'), t('keys.all')),
  );
}

export function keysHelp(rules) {
  const row = (key, words) => h('li', h('kbd', key), ' ', words);
  const on = h('input', { type: 'checkbox', checked: keysAreOn(), onchange: () => switchKeys(on.checked) });
  const box = open(
    t('keys.all'),
    h(
      'div.stack',
      h(
        'ul.key-list',
        row('J', t('keys.next')),
        row('K', t('keys.before')),
        row('Enter', t('keys.open')),
        row('/', t('keys.search')),
        row('1–5', t('keys.groups')),
        row('H', t('keys.contact')),
        [...MOVES].map(([move, { key }]) => row(key, rules.move(move))),
        row('Ctrl+Enter', t('keys.send')),
        row('Esc', t('keys.back')),
      ),
      h('label.choice', on, t('keys.on')),
      h('div.acts.end', h('button.filled', { type: 'button', onclick: () => box.close() }, t('keys.close'))),
    ),
  );
}
