/** The nearest way to the next star: which clauses, what each brings, what costs least first. */
import { fill, h } from '../../kit/h.js';
import { sign } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';
import { address, dated } from './evaluation.js';

/** @returns the panel with show(one), to be called when anything was saved */
export function pathPanel() {
  const element = h('section.path', { hidden: true });
  return {
    element,
    show(one) {
      const { path } = one;
      element.hidden = !path || path.kind === 'there';
      if (!element.hidden) {
        fill(element, path.kind === 'blocked' ? blocked(path) : way(one, path));
      }
    },
  };
}

function blocked(path) {
  return [
    h('h2', t('path.blocked', { stars: t(`stars.${path.stars}`) })),
    h('ul.limits', path.by.map((words) => h('li', sign('care'), h('span', named(words))))),
    h('p.small', t('path.blocked.words')),
  ];
}

function way(one, path) {
  const items = [...path.mend].sort((a, b) => a.effort - b.effort || b.gain - a.gain);
  const after = one.standard.parts
    .filter((part) => path.after.parts[part.code])
    .map((part) => t('path.part', { part: named(part.title), n: path.after.parts[part.code].percent }))
    .join('');
  return [
    h('h2', t('path', { n: items.length, stars: t(`stars.${path.stars}`) })),
    table({
      caption: t('path.caption'),
      items,
      columns: [
        {
          head: t('path.mend'),
          cell: (m) => [h('b', named(m.title)), h('small', `${m.clause} ${named(one.clause(m.clause)?.chapter.title)}`)],
        },
        { head: t('path.gain'), class: 'nowrap gain', cell: (m) => t('path.points', { n: m.gain }) },
        { head: t('path.effort'), class: 'nowrap', cell: (m) => t(`effort.${m.effort}`) },
        { head: t('path.state'), cell: (m) => state(one, m.clause) },
        { head: t('path.act'), cell: (m) => act(one, m.clause) },
      ],
    }),
    h('p.after', t('path.after', { total: path.after.total.percent }), after, t('path.after.rest')),
  ];
}

const planOf = (one, clause) => one.plans.findLast((p) => p.clause === clause);

function state(one, clause) {
  const plan = planOf(one, clause);
  return plan ? [planWords(plan), h('small', t('plan.due', { day: dated(plan.due) }))] : t('plan.state.none');
}

/** Where a plan stands, in a word. */
export function planWords(plan) {
  if (plan.mended !== null) {
    return t(plan.mended ? 'plan.state.mended' : 'plan.state.not');
  }
  if (plan.late) {
    return t('plan.state.late');
  }
  return plan.proofs.length > 0 ? t('plan.state.proved', { n: plan.proofs.length }) : t('plan.state.open');
}

function act(one, clause) {
  if (!one.may.includes('plan')) {
    return '';
  }
  const plan = planOf(one, clause);
  return h(
    'a.button.plainly',
    { href: `#${address(one.evaluation, 'mend')}?${plan ? `plan=${encodeURIComponent(plan.id)}` : `clause=${encodeURIComponent(clause)}`}` },
    t(plan ? 'path.see' : 'path.plan'),
  );
}
