/** The rounds of evaluation that the bureau called: which are open, until when, and under which standard. */
import { h } from '../../kit/h.js';
import { rowLink, table } from '../../kit/table.js';
import { empty, foot, head, offer, signed } from '../../kit/parts.js';
import { moment, shortDay } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { callRound } from './call.js';

export async function room(desk) {
  const { api, signal, duties, me } = desk;
  const { items } = await api.get('/rounds', { signal });
  const call = offer(
    duties.organises,
    t('round.needs.organiser'),
    h('button.filled', { type: 'button', onclick: () => callRound(desk, null, items[0]) }, t('round.call')),
  );
  return [
    head(
      t('rounds.title'),
      t('rounds.words'),
      duties.organises ? h('div.acts', h('a.button.plainly', { href: '#/experts' }, t('experts.title'))) : null,
    ),
    h(
      'div.pane.flush',
      items.length === 0
        ? empty(t('rounds.none'), t('rounds.none.words'))
        : table({
            caption: t('rounds.title'),
            items,
            columns: [
              { head: t('round.name'), cell: (r) => rowLink(`/rounds/${r.round}`, r.name, r.round) },
              { head: t('round.state'), class: 'nowrap', cell: (r) => state(r, me.today) },
              { head: t('round.where'), class: 'nowrap', cell: (r) => named(r.territory) },
              { head: t('round.from'), class: 'nowrap', cell: (r) => r.from },
              { head: t('round.until'), class: 'nowrap', cell: (r) => r.until },
              {
                head: t('round.standard'),
                cell: (r) => t('round.edition', { standard: r.standard, edition: r.edition }),
              },
              { head: t('round.embargo'), class: 'nowrap', cell: (r) => moment(r.embargo) },
            ],
          }),
    ),
    foot(h('span.push', t('rounds.rule')), call),
  ];
}

/** Whether one may apply, with the day on which that changes. */
export function state(round, today) {
  if (round.open) {
    return signed('running', t('round.open', { day: dayWords(round.until, today) }));
  }
  return today < round.from
    ? signed('open', t('round.soon', { day: dayWords(round.from, today) }))
    : signed('open', t('round.over', { day: dayWords(round.until, today) }));
}

const dayWords = (day, today) => (day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : day);
