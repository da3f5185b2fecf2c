/** The stages of an evaluation as the office groups them, its clocks as the kit draws them, and stars as shapes. */
import { h } from '../../kit/h.js';
import { clockCell } from '../../kit/clock.js';
import { sign } from '../../kit/sign.js';
import { t } from '../../kit/words.js';

/** Groups by what is to be done, each with its stages in their order. */
export const GROUPS = new Map([
  ['all', []],
  ['apply', ['self-checking', 'awaiting-panel']],
  ['score', ['scoring', 'settling']],
  ['notice', ['fact-check', 'public-notice']],
  ['star', ['in-force', 'under-appeal', 'suspended']],
  ['over', ['withdrawn', 'expired', 'superseded', 'cancelled']],
]);

export const STAGES = [...GROUPS.values()].flat();

const SIGNS = {
  'in-force': 'yes',
  'under-appeal': 'care',
  suspended: 'open',
  withdrawn: 'no',
  expired: 'open',
  superseded: 'open',
  cancelled: 'open',
};

export const signOf = (stage) => SIGNS[stage] ?? 'running';

export const groupOf = (stage) => [...GROUPS].find(([, stages]) => stages.includes(stage))?.[0] ?? 'all';

/** Where a star is about to hold or does; under appeal and afterwards it stands with its reckoning alone. */
const HOLDS = new Set(['fact-check', 'public-notice', 'in-force']);

export const holds = (one) => HOLDS.has(one.stage);

/** An appeal may be against a star, or against its withdrawal. */
export const isAboutWithdrawal = (one) => one.rulings.includes('restored');

/** A clock with the words of the kit; how much of it has passed, where its whole length is told. */
export function clockOf(due) {
  if (!due) {
    return null;
  }
  const used = due.days === undefined ? undefined : Math.max(0, due.days - due.left);
  return { ...due, unit: due.unit.replace('-', '_'), used };
}

/** In a list: what is left, or that a time within which somebody may do something has ended. */
export function leftCell(due) {
  return due?.over && !due.late
    ? h('div.left.open', sign('open'), h('span', h('b', t('round.ended'))))
    : clockCell(clockOf(due));
}

/** Five shapes and the word; what is no number has a word alone. */
export function starShapes(stars, words) {
  return h(
    'span.stars',
    [1, 2, 3, 4, 5].map((n) => sign(n <= stars ? 'star' : 'star-open')),
    h('b', words),
  );
}

/** 4.5 points, or why it does not apply. */
export function markWords(mark) {
  if (!mark) {
    return '';
  }
  return mark.notApplicable ? t('round.notApplicable') : String(mark.points);
}
