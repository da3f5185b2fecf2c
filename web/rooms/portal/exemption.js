/** Whether routine inspections spare the institution today, condition by condition, as everybody may read it. */
import { h } from '../../kit/h.js';
import { sign, signed } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { dated } from './evaluation.js';

/** @returns the panel, or null where there is no star */
export function exemptionPanel({ exemption }) {
  if (!exemption) {
    return null;
  }
  const { holds, until, conditions, suspended, never, basis } = exemption;
  const failed = conditions.filter((condition) => !condition.met).length;
  return h(
    'section.exemption',
    h('h2', t('exempt')),
    h('p', holds ? signed('yes', t('exempt.holds', { day: dated(until) })) : signed('open', t('exempt.fails', { n: failed }))),
    h('ul.conditions', conditions.map(condition)),
    h('p.small', named(never), ' ', named(suspended), ' ', t('exempt.basis', { basis })),
  );
}

function condition({ met, until, ...words }) {
  return h(
    'li',
    sign(met ? 'yes' : 'no'),
    h('span', named(words), h('span.hidden', t(met ? 'exempt.met' : 'exempt.unmet'))),
    h('small', met ? (until ? t('exempt.until', { day: until }) : '') : t('exempt.unmet')),
  );
}
