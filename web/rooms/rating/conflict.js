/** A clause that two devices of one expert marked apart: both are shown, and the expert says which holds. */
import { h } from '../../kit/h.js';
import { note } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { markWords } from './clause-form.js';

/** @param choose is told whether this device's mark holds */
export function conflict(clause, mark, choose) {
  return [
    h('p.small', clause.code),
    h('h2', { tabindex: '-1' }, named(clause.title)),
    note('care', t('conflict.title'), h('p', t('conflict.words'))),
    h(
      'div.both',
      h(
        'section',
        h('h3', t('conflict.here')),
        one(mark.finding, mark.at),
        h('button', { type: 'button', onclick: () => choose(true) }, t('conflict.here.verb')),
      ),
      h(
        'section',
        h('h3', t('conflict.there')),
        one(mark.other, mark.other.at),
        h('button', { type: 'button', onclick: () => choose(false) }, t('conflict.there.verb')),
      ),
    ),
  ];
}

function one(finding, when) {
  return [
    h('b', markWords(finding)),
    h('p', finding.reason || t('settle.noReason')),
    finding.advice ? h('p', t('settle.advice', { words: finding.advice })) : null,
    finding.exhibits.length > 0 ? h('p', t('conflict.photos', { n: finding.exhibits.length })) : null,
    h('p.small', moment(when)),
  ];
}
