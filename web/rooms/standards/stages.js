/** The way of an edition: draft, opinions, trial, in force. */
import { steps } from '../../kit/parts.js';
import { t } from '../../kit/words.js';

const WAY = ['draft', 'comment', 'trial', 'in-force'];
const SIGNS = { draft: 'open', comment: 'running', trial: 'running', 'in-force': 'yes', retired: 'open' };

export const stageSign = (status) => SIGNS[status] ?? 'unknown';

/** @param edition with the steps that were taken, so that one that ended early shows where */
export function way({ status, steps: taken }) {
  const reached =
    status === 'retired'
      ? Math.max(
          0,
          ...taken.map(({ what, to }) => ({ consulted: 1, tried: 2 })[what] ?? (what === 'decided' && to === 'in-force' ? 3 : 0)),
        )
      : WAY.indexOf(status);
  const ended = status === 'retired';
  return steps(
    t('std.way'),
    WAY.map((stage, i) => ({
      name: t(`std.stage.${stage}`),
      state: i < reached || (i === reached && (status === 'in-force' || ended)) ? 'done' : i === reached ? 'now' : 'later',
    })).concat(ended ? [{ name: t('std.stage.retired'), state: 'stop' }] : []),
  );
}
