/** How evenly a round was scored: agreement of each clause, drift of each expert, gap to the self-checks. */
import { fill, h, svg } from '../../kit/h.js';
import { download } from '../../kit/files.js';
import { empty, foot, head, problemNote, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';

/** Below it experts agree little better than by chance; a usual bound, and no rule. */
const LITTLE = 0.4;
/** Percent of a clause's points that an expert or a self-check may lie off before it is worth a look. */
const FAR = 5;
/** Of each table so many lines are on the screen before somebody asks for all. */
const FIRST = 12;

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
            answer(item),
            agreement(item.agreement),
            drift(item.drift),
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

const isLow = (item) => item.kappa !== null && item.kappa < LITTLE;
const isFar = (item) => item.mean !== null && Math.abs(item.mean) > FAR;

/** What is worth a look in the whole round, in one line. */
function answer({ agreement: clauses, drift: experts, gap: gaps }) {
  const low = clauses.filter(isLow).length;
  const off = experts.filter(isFar).length;
  const wide = gaps.filter(isFar).length;
  return h(
    'p.answer',
    signed(
      low + off + wide > 0 ? 'care' : 'yes',
      t('fairness.answer', {
        clauses: clauses.length,
        low,
        little: LITTLE,
        experts: experts.length,
        off,
        far: FAR,
        wide,
      }),
    ),
  );
}

/** One of the three tables: first what is worth a look, and the rest on demand; on paper all of it. */
function part(name, words, items, columns) {
  const rest = new Set(items.slice(FIRST));
  const all = h('input', {
    type: 'checkbox',
    onchange: () => section.classList.toggle('whole', all.checked),
  });
  const section = h(
    'section',
    h('h2', t(`fairness.${name}`)),
    h('p', words),
    rest.size > 0 ? h('label.choice.no-print', all, t('fairness.all', { n: items.length })) : null,
    table({ caption: t(`fairness.${name}`), items, columns, rowClass: (item) => (rest.has(item) ? 'rest' : null) }),
  );
  return section;
}

const clause = () => ({
  head: t('fairness.clause'),
  names: true,
  cell: (c) => [h('b', c.clause), ' ', named(c.title)],
});

const byMean = (items) => [...items].sort((a, b) => Math.abs(b.mean ?? 0) - Math.abs(a.mean ?? 0));

function agreement(items) {
  const sorted = [...items].sort((a, b) => (a.kappa ?? 2) - (b.kappa ?? 2));
  return part('agreement', t('fairness.agreement.words', { little: LITTLE }), sorted, [
    clause(),
    {
      head: t('fairness.kappa'),
      cell: (a) =>
        a.kappa === null
          ? h('span.quiet', t('fairness.same'))
          : measured(short(a.kappa), isLow(a), [0, 100 * Math.max(0, a.kappa)], [100 * LITTLE]),
    },
    { head: t('fairness.apart'), class: 'num', cell: (a) => a.apart },
    { head: t('fairness.pairs'), class: 'num', cell: (a) => a.pairs },
  ]);
}

function drift(items) {
  return part('drift', t('fairness.drift.words', { far: FAR }), byMean(items), [
    {
      head: t('expert.name'),
      names: true,
      cell: (d) => [d.name, d.name === d.expert ? null : h('span.quiet.small', ` ${d.expert}`)],
    },
    mean(),
    { head: t('fairness.scores'), class: 'num', cell: (d) => d.scores },
  ]);
}

function gap(items) {
  return part('gap', t('fairness.gap.words', { far: FAR }), byMean(items), [
    clause(),
    mean(),
    { head: t('fairness.sheets'), class: 'num', cell: (g) => g.sheets },
  ]);
}

/** To the left of the middle below zero, to the right above it. */
const mean = () => ({
  head: t('fairness.mean'),
  cell: (item) => {
    if (item.mean === null) {
      return h('span.quiet', t('fairness.no'));
    }
    const end = 50 + Math.max(-50, Math.min(50, (25 * item.mean) / FAR));
    return measured(percent(item.mean), isFar(item), [Math.min(50, end), Math.max(50, end)], [25, 50, 75]);
  },
});

/** The value with a bar, whose marks are the bounds; with a sign where it is worth a look. */
function measured(value, far, [from, to], marks) {
  return h(
    'div.measured',
    { class: far ? 'care' : '' },
    svg(
      'svg.rate-bar',
      { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { width: '100', height: '8' }),
      svg('rect', { x: from.toFixed(1), width: (to - from).toFixed(1), height: '8' }),
      svg('path', { d: marks.map((at) => `M${at} 0v8`).join('') }),
    ),
    h('b', value),
    far ? signed('care', t('fairness.look')) : null,
  );
}

/** Four decimals serve who reckons again; two are read. */
const short = (value) => Number(value).toFixed(2);

function percent(value) {
  const read = short(value);
  if (Number(read) === 0) {
    return '0%';
  }
  return `${Number(read) > 0 ? '+' : ''}${read}%`;
}
