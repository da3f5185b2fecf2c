/** Two editions beside each other: clauses that are new, gone and changed, and lines that were drawn elsewhere. */
import { h } from '../../kit/h.js';
import { signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';

/** @param before an edition with its text, @param after likewise */
export function differences(before, after) {
  const rows = [...lines(before.text, after.text), ...clauses(before.text, after.text)];
  const title = t('std.compare.title', { before: before.edition, after: after.edition });
  if (rows.length === 0) {
    return h('p.quiet', t('std.compare.same', { before: before.edition, after: after.edition }));
  }
  return h(
    'div',
    h('h3', title),
    table({
      caption: title,
      items: rows,
      columns: [
        { head: t('std.compare.kind'), class: 'nowrap', cell: (r) => signed(SIGNS[r.kind], t(`std.compare.${r.kind}`)) },
        { head: t('std.compare.where'), names: true, cell: (r) => r.where },
        { head: t('std.compare.what'), cell: (r) => r.parts.map((part) => h('div.change', part)) },
      ],
    }),
  );
}

const SIGNS = { added: 'yes', gone: 'no', changed: 'care' };

function clauses(before, after) {
  const was = byCode(before);
  const is = byCode(after);
  const rows = [];
  for (const [code, clause] of is) {
    const earlier = was.get(code);
    const where = `${code} ${named(clause.title)}`;
    if (!earlier) {
      rows.push({ kind: 'added', where, parts: [t('std.compare.points', { n: clause.most }), named(clause.requirement)] });
      continue;
    }
    const parts = ASPECTS.flatMap(([key, of]) => changed(t(`std.aspect.${key}`), of(earlier), of(clause)));
    if (parts.length > 0) {
      rows.push({ kind: 'changed', where, parts });
    }
  }
  for (const [code, clause] of was) {
    if (!is.has(code)) {
      rows.push({ kind: 'gone', where: `${code} ${named(clause.title)}`, parts: [t('std.compare.points', { n: clause.most })] });
    }
  }
  return rows;
}

const byCode = (text) => new Map(text.parts.flatMap((part) => part.clauses.map((clause) => [clause.code, clause])));

/** The rules beside the scores: numbers, and those that are a sentence or not there. */
export const RULES = ['mostNotApplicable', 'leastSheets', 'spread', 'validMonths', 'warnings', 'demerits', 'fading', 'demeritCaps'];

export const said = (rule) => (typeof rule === 'number' ? String(rule) : rule ? named(rule) : t('std.redLine.none'));

/** What of a clause is compared, each in words. */
const ASPECTS = [
  ['title', (c) => named(c.title)],
  ['requirement', (c) => named(c.requirement)],
  ['points', (c) => String(c.most)],
  ['method', (c) => t(`std.method.${c.method}`)],
  ['choices', (c) => c.choices.join(' / ')],
  ['redLine', (c) => redLine(c.redLine)],
  ['mayNotApply', (c) => t(c.mayNotApply ? 'std.may.leave' : 'std.may.always')],
  ['appliesTo', (c) => c.appliesTo.join('、') || t('all')],
  ['side', (c) => t(`std.side.${c.side}`)],
  ['evidence', (c) => c.evidence.join('、')],
  ['basis', (c) => c.basis],
  ['interpretation', (c) => named(c.interpretation)],
  ['crosswalk', (c) => crosswalk(c.crosswalk)],
];

export function redLine(line) {
  return line ? t(`std.redLine.${line.effect}`, { n: line.stars ?? '' }) : t('std.redLine.none');
}

export function crosswalk(walk) {
  return Object.entries(walk)
    .map(([standard, code]) => `${standard} ${code}`)
    .join('、');
}

function lines(before, after) {
  const rows = [];
  const stars = new Map(before.thresholds.map((line) => [line.stars, line]));
  const words = (line) => (line ? t('std.line.words', { total: line.total, part: line.eachPart }) : t('std.line.none'));
  for (const n of [5, 4, 3, 2, 1]) {
    const parts = changed(t(`std.stars.${n}`), words(stars.get(n)), words(after.thresholds.find((l) => l.stars === n)));
    if (parts.length > 0) {
      rows.push({ kind: 'changed', where: t(`std.stars.${n}`), parts });
    }
  }
  for (const rule of RULES) {
    const parts = changed(t(`std.rule.${rule}`), said(before.rules[rule]), said(after.rules[rule]));
    if (parts.length > 0) {
      rows.push({ kind: 'changed', where: t(`std.rule.${rule}`), parts });
    }
  }
  return rows;
}

/** Old and new beside each other, or nothing. */
function changed(label, was, is) {
  return was === is
    ? []
    : [[h('span.small', `${label} `), h('del', was || t('std.redLine.none')), ' → ', h('ins', is || t('std.redLine.none'))]];
}
