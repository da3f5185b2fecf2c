/** How evenly a round was scored: agreement of each clause, drift of each expert, gap to the self-checks. */
import { fill, h } from '../../kit/h.js';
import { download } from '../../kit/files.js';
import { empty, foot, head, problemNote, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';

/** Below it experts agree little better than by chance; a usual bound, and no rule. */
const LITTLE = 0.4;
/** Percent of a clause's points that an expert or a self-check may lie off before it is worth a look. */
const FAR = 5;

export async function room({ api, duties, params, signal }) {
  if (!duties.organises) {
    return [head(t('fairness.title')), h('div.pane', empty(t('round.needs.organiser'), t('duty.ask')))];
  }
  const path = `/rounds/${encodeURIComponent(params.round)}/fairness`;
  const { round, items } = await api.get(path, { signal });
  const problems = h('div');
  return [
    head(
      t('fairness.of', { name: round.name }),
      t('fairness.words'),
      h(
        'div.acts',
        h('a.button.plainly', { href: `#/rounds/${round.round}` }, t('round.back')),
        h('button.plainly', { type: 'button', onclick: () => print() }, t('round.print')),
      ),
    ),
    h(
      'div.pane.fairness',
      problems,
      items.length === 0
        ? empty(t('fairness.none'), t('fairness.none.words'))
        : items.map((item) => [
            items.length > 1 ? h('h2', item.standard) : null,
            drift(item.drift),
            agreement(item.agreement),
            gap(item.gap),
          ]),
    ),
    foot(
      h('span.push', t('fairness.rule')),
      download(api, t('fairness.csv'), path, `fairness-${round.round}.csv`, (problem) =>
        fill(problems, problemNote(problem)),
      ),
    ),
  ];
}

const clause = (item) => h('span', h('b', item.clause), ' ', named(item.title));

/** The value, or that there is none; with a sign where it is worth a look. */
function judged(value, far, none) {
  if (value === null) {
    return h('span.quiet', t(none));
  }
  return far ? signed('care', value, ' ', t('fairness.look')) : String(value);
}

function drift(items) {
  const sorted = [...items].sort((a, b) => Math.abs(b.mean ?? 0) - Math.abs(a.mean ?? 0));
  return h(
    'section',
    h('h2', t('fairness.drift')),
    h('p', t('fairness.drift.words', { far: FAR })),
    table({
      caption: t('fairness.drift'),
      items: sorted,
      columns: [
        {
          head: t('expert.name'),
          names: true,
          cell: (d) => [d.name, d.name === d.expert ? null : h('small', d.expert)],
        },
        {
          head: t('fairness.mean'),
          class: 'nowrap',
          cell: (d) => judged(percent(d.mean), Math.abs(d.mean) > FAR, 'fairness.no'),
        },
        { head: t('fairness.scores'), class: 'num', cell: (d) => d.scores },
      ],
    }),
  );
}

function agreement(items) {
  const sorted = [...items].sort((a, b) => (a.kappa ?? 2) - (b.kappa ?? 2));
  return h(
    'section',
    h('h2', t('fairness.agreement')),
    h('p', t('fairness.agreement.words', { little: LITTLE })),
    table({
      caption: t('fairness.agreement'),
      items: sorted,
      columns: [
        { head: t('fairness.clause'), names: true, cell: clause },
        {
          head: t('fairness.kappa'),
          class: 'nowrap',
          cell: (a) => judged(short(a.kappa), a.kappa < LITTLE, 'fairness.same'),
        },
        { head: t('fairness.apart'), class: 'num', cell: (a) => a.apart },
        { head: t('fairness.pairs'), class: 'num', cell: (a) => a.pairs },
      ],
    }),
  );
}

function gap(items) {
  const sorted = [...items].sort((a, b) => Math.abs(b.mean ?? 0) - Math.abs(a.mean ?? 0));
  return h(
    'section',
    h('h2', t('fairness.gap')),
    h('p', t('fairness.gap.words', { far: FAR })),
    table({
      caption: t('fairness.gap'),
      items: sorted,
      columns: [
        { head: t('fairness.clause'), names: true, cell: clause },
        {
          head: t('fairness.mean'),
          class: 'nowrap',
          cell: (g) => judged(percent(g.mean), Math.abs(g.mean) > FAR, 'fairness.no'),
        },
        { head: t('fairness.sheets'), class: 'num', cell: (g) => g.sheets },
      ],
    }),
  );
}

/** Four decimals serve who reckons again; two are read. */
const short = (value) => (value === null ? null : Number(value).toFixed(2));

function percent(value) {
  const read = short(value);
  if (read === null || Number(read) === 0) {
    return read && '0%';
  }
  return `${Number(read) > 0 ? '+' : ''}${read}%`;
}
