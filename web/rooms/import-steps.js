/** The five steps of an import, and a trial handed from the upload to its room without asking twice. */
import { steps } from '../kit/parts.js';
import { t } from '../kit/words.js';

const STOPPED = new Set(['refused', 'withdrawn']);
const NAMES = ['upload', 'try', 'compare', 'second', 'publish'];
const AT = { upload: 0, tried: 1, proposing: 2, proposed: 3, refused: 3, withdrawn: 3, checking: 4, checked: 5 };

export function importSteps(stage) {
  const now = AT[stage];
  return steps(
    t('import.steps'),
    NAMES.map((name, i) => ({
      name: t(`import.step.${name}`),
      state: i < now ? 'done' : i > now ? 'later' : STOPPED.has(stage) ? 'stop' : 'now',
    })),
  );
}

let handed = null;

export function hand(trial) {
  handed = trial;
}

/** The trial that was just made, once. */
export function taken(id) {
  const trial = handed?.id === id ? handed : null;
  handed = null;
  return trial;
}
