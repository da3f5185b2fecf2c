/** Where a placard is on its way to the wall, as a sign and a word, and which step may come next. */
import { signed } from '../kit/sign.js';
import { t } from '../kit/words.js';

export const STEPS = ['issued', 'printed', 'delivered', 'posted', 'checked', 'missing'];
const SIGNS = {
  issued: 'open',
  printed: 'running',
  delivered: 'running',
  posted: 'yes',
  checked: 'yes',
  missing: 'no',
};

export function postingSigned(placard) {
  if (placard.stage !== 'live') {
    return signed('no', t(`placard.${placard.stage}`));
  }
  const step = placard.posting?.step ?? 'issued';
  return signed(SIGNS[step] ?? 'unknown', t(`step.posting.${step}`));
}

const NOT_YET_UP = ['issued', 'printed', 'missing'];
const AFTER = {
  printed: (step) => NOT_YET_UP.includes(step),
  delivered: (step) => NOT_YET_UP.includes(step),
  posted: () => true,
  checked: () => true,
  missing: (step) => step !== 'issued' && step !== 'missing',
};

/** The steps that may follow, the likeliest first; the service decides, this only spares a refusal. */
export function stepsAfter(step, duties) {
  const order = STEPS.indexOf(step);
  const may = STEPS.filter(
    (next) => AFTER[next]?.(step) && (next === 'checked' ? duties.inspects : duties.registers || duties.inspects),
  );
  return [...may.filter((next) => STEPS.indexOf(next) > order), ...may.filter((next) => STEPS.indexOf(next) <= order)];
}
