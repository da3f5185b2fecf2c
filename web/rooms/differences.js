/** Old, new, and what the public will notice. */
import { h } from '../kit/h.js';
import { table } from '../kit/table.js';
import { t } from '../kit/words.js';

/** @param changes with heading, before, after, and where known cell, institution, name, effect */
export function differences(changes, { heading, single = false }) {
  const columns = [
    !single && changes.some((c) => c.cell) && { head: t('diff.cell'), class: 'nowrap', cell: (c) => c.cell ?? '' },
    !single && { head: t('institution'), cell: (c) => c.name ?? '' },
    { head: t('diff.field'), cell: (c) => c.heading || c.path },
    { head: t('diff.before'), cell: (c) => before(c.before) },
    { head: t('diff.after'), cell: (c) => after(c.after) },
    changes.some((c) => c.effect) && { head: t('diff.effect'), cell: (c) => c.effect ?? '' },
  ].filter(Boolean);
  return [h('h2', heading), table({ caption: heading, columns, items: changes })];
}

export function before(value) {
  return value === null || value === undefined ? h('span.quiet', t('diff.nothing')) : h('del', value);
}

export function after(value) {
  return value === null || value === undefined ? h('ins.gone', t('diff.removed')) : h('ins', value);
}
