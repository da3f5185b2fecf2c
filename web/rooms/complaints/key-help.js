/** The keys of the desk for complaints. */
import { h } from '../../kit/h.js';
import { keyLine as line, keysHelp as help } from '../../kit/key-help.js';
import { t } from '../../kit/words.js';
import { MOVES } from './moves.js';

export function keyLine(rules) {
  const key = (name) => h('kbd', name);
  return line(
    [
      [[key('J'), key('K')], t('keys.move')],
      [[key('Enter')], t('keys.open')],
      [[key('/')], t('keys.search')],
      [[key('1'), t('keys.to'), key('5')], t('keys.groups')],
    ],
    () => keysHelp(rules),
  );
}

export function keysHelp(rules) {
  help([
    ['J', t('keys.next')],
    ['K', t('keys.before')],
    ['Enter', t('keys.open')],
    ['/', t('keys.search')],
    ['1–5', t('keys.groups')],
    ['H', t('keys.contact')],
    ...[...MOVES].map(([move, { key }]) => [key, rules.move(move)]),
    ['Ctrl+Enter', t('keys.send')],
    ['Esc', t('keys.back')],
  ]);
}
