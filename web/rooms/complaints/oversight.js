/** Oversight by the city: how every district stands, what is overdue anywhere, what only the city decides. */
import { h } from '../../kit/h.js';
import { withQuery } from '../../kit/api.js';
import { empty, foot, head, problemNote } from '../../kit/parts.js';
import { rowLink, table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';
import { clockCell, dueDay } from '../../kit/clock.js';
import { settings } from './settings.js';

export async function room(desk) {
  const { api, me, duties, signal } = desk;
  if (!duties.supervises || !duties.ofCity) {
    return [head(t('oversight.title')), h('div.pane', empty(t('oversight.city'), t('duty.ask')))];
  }
  const rules = await settings(api);
  const attempt = async (path) => {
    try {
      return await api.get(path, { signal });
    } catch (problem) {
      if (problem.name === 'AbortError') {
        throw problem;
      }
      return { problem };
    }
  };
  const standings = await Promise.all(
    rules.units.map(async (unit) => {
      const [counts, overdue] = await Promise.all([
        attempt(withQuery('/complaints/counts', { unit: unit.code })),
        attempt(withQuery('/complaints', { unit: unit.code, group: 'overdue' })),
      ]);
      return { unit, counts, overdue };
    }),
  );
  const [disputed, reviewing] = await Promise.all(
    ['disputed', 'reviewing'].map((stage) => attempt(withQuery('/complaints', { unit: me.territory.code, stage }))),
  );
  signal.throwIfAborted();
  const overdue = standings.flatMap((s) => s.overdue.items ?? []).sort((a, b) => a.due.day.localeCompare(b.due.day));
  const broken = [...standings.flatMap((s) => [s.counts, s.overdue]), disputed, reviewing].find((l) => l.problem);
  return [
    head(t('oversight.title'), t('oversight.words')),
    h(
      'div.pane',
      broken ? problemNote(broken.problem) : null,
      h('section', h('h2', t('oversight.units')), standingsTable(standings)),
      list(t('oversight.disputed'), disputed.items ?? [], rules),
      list(t('oversight.reviewing'), reviewing.items ?? [], rules),
      list(t('oversight.overdue'), overdue, rules),
    ),
    foot(
      h('span.push', t('oversight.rule')),
      h(
        'a.button.plainly',
        { href: `${me.publicBaseUrl}/on-time`, target: '_blank', rel: 'noopener' },
        t('oversight.public'),
      ),
      h('a.button.plainly', { href: '#/complaints/retention' }, t('retention.title')),
      h('a.button', { href: '#/complaints/calendar' }, t('calendar.title')),
    ),
  ];
}

function standingsTable(standings) {
  const count =
    (name, kind) =>
    ({ counts }) => {
      const { count: n = 0, more } = counts[name] ?? {};
      return h('span', { class: n > 0 ? (kind ?? '') : '' }, `${n}${more ? '+' : ''}`);
    };
  return table({
    caption: t('oversight.units'),
    items: standings,
    columns: [
      {
        head: t('filter.unit'),
        names: true,
        cell: ({ unit }) => rowLink(`/complaints?unit=${unit.code}`, named(unit)),
      },
      { head: t('tab.overdue'), class: 'num', cell: count('overdue', 'num-no') },
      { head: t('tab.today'), class: 'num', cell: count('today', 'num-care') },
      { head: t('tab.soon'), class: 'num', cell: count('soon') },
      { head: t('tab.all'), class: 'num', cell: count('all') },
      {
        head: t('oversight.rate'),
        class: 'num',
        cell: ({ counts }) => (counts.onTime?.rate ? `${counts.onTime.rate}%` : t('rate.none')),
      },
    ],
  });
}

function list(title, items, rules) {
  return h(
    'section',
    h('h2', title, ' ', String(items.length)),
    items.length === 0
      ? h('p.quiet', t('oversight.none'))
      : table({
          caption: title,
          items,
          columns: [
            { head: t('queue.left'), class: 'col-left', cell: (row) => clockCell(row.due) },
            {
              head: t('queue.cause'),
              names: true,
              cell: (row) =>
                rowLink(`/complaints/${row.number}?unit=${row.unit.code}`, named(row.category), row.spoken),
            },
            { head: t('filter.unit'), class: 'nowrap', cell: (row) => named(row.unit) },
            { head: t('queue.place'), cell: (row) => row.place },
            { head: t('queue.stage'), class: 'nowrap', cell: (row) => rules.stage(row.stage) },
            { head: t('queue.assignee'), cell: (row) => row.assignee?.name ?? t('assignee.none') },
            { head: t('queue.due'), class: 'nowrap', cell: (row) => dueDay(row.due) },
          ],
        }),
  );
}
