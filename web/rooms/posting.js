/** Where a placard is on its way to the wall, as a sign and a word, and which step may come next. */
import { signed } from '../kit/sign.js';
import { t } from '../kit/words.js';

export const STEPS = ['issued', 'printed', 'delivered', 'posted', 'checked', 'missing'];
const SIGNS = { issued: 'open', printed: 'running', delivered: 'running', posted: 'yes', checked: 'yes', missing: 'no' };

export function postingSigned(placard) {
  if (placard.stage !== 'live') {
    return signed('no', t(`placard.${placard.stage}`));
  }
  const step = placard.posting?.step ?? 'issued';
  return signed(SIGNS[step] ?? 'unknown', t(`step.posting.${step}`));
}

/** The steps that may follow; the service decides, this only spares a refusal. */
export function stepsAfter(step, duties) {
  const order = STEPS.indexOf(step);
  return STEPS.filter((next, i) => next !== 'issued'
    && (i > order || (next === 'checked' && step !== 'missing') || (step === 'missing' && i >= 2))
    && (next === 'checked' ? duties.inspects : duties.registers || duties.inspects));
}
