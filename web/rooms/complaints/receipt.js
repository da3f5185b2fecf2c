/** The receipt as the caller hears it and as the card prints it: the only time that its secret is shown. */
import { h } from '../../kit/h.js';
import { sentenceDay, weekday } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { spokenNumber } from './acts.js';

export function receiptCard(answer, { me }, another) {
  const { number, spokenSecret, statusUrl } = answer.receipt;
  return [
    h(
      'section.card.receipt',
      h('h2', { tabindex: '-1' }, t('receipt.title')),
      h('p', t('receipt.number')),
      h('p.big-number', spokenNumber(number)),
      h('p', t('receipt.secret')),
      h('p.big-number', spokenSecret),
      h('p', t('receipt.once')),
      answer.due
        ? h(
            'p.strong',
            t('receipt.due', {
              unit: named(answer.unit),
              day: t('day.full', { day: sentenceDay(answer.due.day), weekday: weekday(answer.due.day) }),
            }),
            answer.due.provisional ? t('banner.provisional') : '',
          )
        : null,
      h('p', t('receipt.where'), ' ', h('b', statusUrl)),
      h('p.small', named(me.bureau), ' 12345'),
    ),
    h(
      'div.acts.gap.no-print',
      h('button.filled', { type: 'button', onclick: () => print() }, t('receipt.print')),
      h('a.button', { href: `#/complaints/${answer.number}` }, t('receipt.open')),
      h('button.plainly', { type: 'button', onclick: another }, t('receipt.another')),
    ),
  ];
}
