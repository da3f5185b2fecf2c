/** The receipt as the caller hears it and as the card prints it: the only time that its secret is shown. */
import { h, svg } from '../../kit/h.js';
import { sentenceDay, weekday } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { spokenNumber } from './acts.js';

/** Light modules around a code without which no camera finds it. */
const QUIET = 4;

export function receiptCard(answer, { me }, another) {
  const { number, spokenSecret, statusUrl, code } = answer.receipt;
  return [
    h('h2.no-print', { tabindex: '-1' }, t('receipt.title')),
    h('p.no-print', t('receipt.once')),
    h(
      'div.card.receipt',
      h('h3', named(me.bureau), ' ', t('receipt.card')),
      h(
        'div.receipt-card',
        square(code),
        h(
          'div',
          h('p', t('receipt.number')),
          h('p.big-number', spokenNumber(number)),
          h('p', t('receipt.secret')),
          h('p.big-number', spokenSecret),
        ),
      ),
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
      h('p.small', t('receipt.keep')),
      h('p.small', '12345'),
    ),
    h(
      'div.acts.gap.no-print',
      h('button.filled', { type: 'button', onclick: () => print() }, t('receipt.print')),
      h('a.button', { href: `#/complaints/${answer.number}` }, t('receipt.open')),
      h('button.plainly', { type: 'button', onclick: another }, t('receipt.another')),
    ),
  ];
}

/** @param rows of a QR code, 1 where it is dark */
function square(rows) {
  const size = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`),
  );
  return svg(
    'svg.code',
    { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': t('receipt.code'), 'shape-rendering': 'crispEdges' },
    svg('rect', { width: String(size), height: String(size) }),
    svg('path', { d: dark.join('') }),
  );
}
