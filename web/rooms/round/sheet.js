/** What came of the sheets: the star with every step of its reckoning, and each clause with what the experts gave. */
import { fill, h, svg } from '../../kit/h.js';
import { note, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';
import { holds, markWords, starShapes } from './stages.js';

export function starPart(one) {
  const { star } = one;
  if (!star) {
    return null;
  }
  if (!star.rated) {
    return h('section', h('h2', t('round.star')), note('care', t('round.star.none'), h('p', named(star.why))));
  }
  return h(
    'section.star',
    h('h2', t('round.star')),
    h('p', starShapes(star.stars, named(star.words)), h('span.small', ` ${t('round.star.day', { day: star.day })}`)),
    holds(one) ? null : h('p', signed('open', t('round.star.notShown'))),
    one.standard.notice ? h('p.small', named(one.standard.notice)) : null,
    rates(one),
    h('h3', t('round.reckoning')),
    h(
      'ul.limits',
      mainSteps(one).map((step) => h('li', named(step))),
    ),
    h(
      'details.no-print',
      h('summary', t('round.reckoning.all', { n: star.reckoning.length })),
      h(
        'ol.reckoning',
        star.reckoning.map((step) => h('li', named(step))),
      ),
    ),
    star.limits.length > 0
      ? [
          h('h3', t('round.limits', { n: star.stars + 1 })),
          h(
            'ul.limits',
            star.limits.map((limit) => h('li', named(limit))),
          ),
        ]
      : null,
  );
}

/** The steps from the parts on: what a clause or a chapter adds is told clause by clause. */
export function mainSteps(one) {
  const codes = one.clauses.map((c) => c.clause);
  return one.star.reckoning.filter((step) => {
    const [first] = step.chinese.split(' ');
    return !codes.some((code) => code.startsWith(first));
  });
}

/** The whole and each part, as it is compared and as it is read. */
export function rates(one) {
  const { total, parts } = one.star;
  const lines = [
    [t('round.total'), total],
    ...one.standard.parts.filter((p) => parts[p.part]).map((p) => [named(p.title), parts[p.part]]),
  ];
  return h(
    'dl.rates',
    lines.map(([name, rate]) => [
      h('dt', name),
      h(
        'dd',
        svg(
          'svg.rate-bar',
          { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
          svg('rect', { width: '100', height: '8' }),
          svg('rect', { width: String(rate.percent), height: '8' }),
        ),
        h('b', `${rate.percent}%`),
        h('span.small', t('round.points', { earned: rate.earned, possible: rate.possible })),
      ),
    ]),
  );
}

/** Clauses that cost points, were talked over, or were left out; on demand all of them. */
export function clausesPart(one) {
  if (one.clauses.length === 0) {
    return null;
  }
  const notable = one.clauses.filter((c) => c.apart || c.settled?.notApplicable || c.settled?.points < c.most);
  const place = h('div');
  const all = h('input', { type: 'checkbox', onchange: () => draw() });
  const draw = () => fill(place, sheet(one, all.checked ? one.clauses : notable));
  draw();
  return h(
    'section.clauses',
    h('h2', t('round.clauses')),
    h('p', t('round.clauses.words', { n: notable.length, all: one.clauses.length, spread: one.standard.spread })),
    h('label.choice.no-print', all, t('round.clauses.all', { all: one.clauses.length })),
    place,
  );
}

function sheet(one, clauses) {
  return table({
    caption: t('round.clauses'),
    items: clauses,
    columns: [
      {
        head: t('round.clause'),
        names: true,
        cell: (c) => [h('b', c.clause), ' ', named(c.title), c.redLine ? h('small', t('round.redLine')) : null],
      },
      { head: t('round.most'), class: 'num', cell: (c) => c.most },
      { head: t('round.settled'), class: 'num', cell: (c) => h('b', markWords(c.settled)) },
      { head: t('round.given'), cell: (c) => given(c) },
      { head: t('round.why'), cell: (c) => why(one, c) },
    ],
  });
}

function given(clause) {
  return [
    clause.apart ? signed('care', t('round.apart')) : null,
    h(
      'ul.given',
      clause.marks.map((m) => h('li', { title: m.name }, h('span', m.name), ' ', h('b', markWords(m)))),
    ),
  ];
}

/** Why points are missing: the chair's reason where the chair settled it, and the experts' own. */
function why(one, clause) {
  const chair = one.byTheChair?.[clause.clause];
  const reasons = [...new Set(clause.marks.map((m) => m.reason).filter(Boolean))];
  return [
    clause.settled?.notApplicable ? h('p', clause.settled.notApplicable) : null,
    chair ? h('p', h('b', t('round.byTheChair')), chair) : null,
    reasons.map((reason) => h('p.small', reason)),
  ];
}
