/** Old, new, and what the public will notice. */
import { h } from '../kit/h.js';
import { table } from '../kit/table.js';
import { t, tOr } from '../kit/words.js';

/** @param changes with heading, path, before, after, and where known cell, institution, name, effect */
export function differences(changes, { heading, region, single = false }) {
  const columns = [
    !single && changes.some((c) => c.cell) && { head: t('diff.cell'), class: 'nowrap', cell: (c) => c.cell ?? '' },
    !single && { head: t('institution'), cell: (c) => c.name ?? '' },
    { head: t('diff.field'), cell: (c) => [c.heading || c.path, thing(c.path)] },
    { head: t('diff.before'), cell: (c) => before(c, region) },
    { head: t('diff.after'), cell: (c) => after(c, region) },
    changes.some((c) => c.effect) && { head: t('diff.effect'), cell: (c) => c.effect ?? '' },
  ].filter(Boolean);
  return [h('h2', heading), table({ caption: heading, columns, items: changes })];
}

/** Which credential, person or decision a path is about; nothing for the premises themselves. */
export function thing(path = '') {
  const [section, ...rest] = path.split('/');
  const key = rest.slice(0, -1).join('/');
  return key ? h('small', `${tOr(`section.${section}`, section)} ${key}`) : null;
}

export function before({ path, before: value }, region) {
  return value === null || value === undefined
    ? h('span.quiet', t('diff.nothing'))
    : h('del', { class: whole(value) }, shown(path, value, region));
}

export function after({ path, after: value }, region) {
  return value === null || value === undefined
    ? h('ins.gone', t('diff.removed'))
    : h('ins', { class: whole(value) }, shown(path, value, region));
}

/** A date or number does not break across lines. */
function whole(value) {
  return /^[\d-]{4,18}$/.test(value) ? 'nowrap' : null;
}

/** Codes by their names. */
function shown(path = '', value, region) {
  if (path === 'premises//district') {
    return `${region(value)} ${value}`;
  }
  if (path.startsWith('practice/') && path.endsWith('/status')) {
    return tOr(`status.${value}`, value);
  }
  return path.startsWith('person/') && path.endsWith('/photo') ? t('person.photo.kept') : value;
}
