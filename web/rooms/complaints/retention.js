/** What the hourly run would erase, when, and by which rule; looking erases nothing. */
import { withQuery } from '../../kit/api.js';
import { h } from '../../kit/h.js';
import { choose } from '../../kit/form.js';
import { empty, foot, head } from '../../kit/parts.js';
import { paged, rowLink, table } from '../../kit/table.js';
import { language, named, t } from '../../kit/words.js';
import { settings } from './settings.js';

const AHEAD = [0, 30, 90, 365];

export async function room({ api, duties, me, query, signal, go }) {
  if (!duties.supervises) {
    return [head(t('retention.title')), h('div.pane', empty(t('retention.supervisors'), t('duty.ask')))];
  }
  const rules = await settings(api);
  const unit = query.get('unit') ?? me.territory.code;
  const ahead = AHEAD.includes(Number(query.get('ahead'))) ? Number(query.get('ahead')) : 0;
  const by = later(me.today, ahead);
  const read = (after) => api.get(withQuery('/complaints/retention', { unit, by, after }), { signal });
  const first = await read();
  const over = (next) => go(`/complaints/retention?unit=${next.unit ?? unit}&ahead=${next.ahead ?? ahead}`);
  const units = choose(
    rules.units.filter((u) => duties.ofCity || u.code === me.territory.code).map((u) => [u.code, named(u)]),
    unit,
    { onchange: () => over({ unit: units.value }) },
  );
  const days = choose(
    AHEAD.map((n) => [String(n), n === 0 ? t('retention.now') : t('retention.ahead', { n })]),
    String(ahead),
    { onchange: () => over({ ahead: days.value }) },
  );
  return [
    head(
      t('retention.title'),
      t('retention.words'),
      h('label', t('filter.unit'), ' ', units),
      h('label', t('retention.by'), ' ', days),
    ),
    h(
      'div.pane',
      h('section', h('h2', t('retention.rules')), classes(first.classes)),
      h(
        'section',
        h('h2', t('retention.cases', { day: by })),
        paged({
          first,
          next: read,
          render: (items) => cases(items, first.classes),
          none: h('p.quiet', t('retention.none', { day: by })),
        }),
      ),
    ),
    foot(h('span.push', t('retention.dry'))),
  ];
}

function classes(items) {
  return table({
    caption: t('retention.rules'),
    items,
    columns: [
      { head: t('retention.class'), names: true, cell: (each) => named(each) },
      {
        head: t('retention.span'),
        class: 'nowrap',
        cell: (each) => t('retention.after', { n: each.amount, unit: t(`span.${each.unit}`) }),
      },
      { head: t('retention.basis'), cell: (each) => each.basis },
      { head: t('retention.source'), cell: (each) => `${each.source}${language === 'en' ? ', ' : '，'}${each.since}` },
    ],
  });
}

function cases(items, all) {
  return table({
    caption: t('retention.title'),
    items,
    columns: [
      { head: t('retention.case'), names: true, cell: (each) => rowLink(`/complaints/${each.number}`, each.spoken) },
      { head: t('retention.class'), cell: (each) => named(all.find((c) => c.id === each.retention)) },
      { head: t('retention.closed'), class: 'nowrap', cell: (each) => each.closed },
      { head: t('retention.from'), class: 'nowrap', cell: (each) => each.from },
    ],
  });
}

/** So many days after a day, by the calendar alone. */
function later(day, n) {
  return new Date(Date.parse(`${day}T00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}
