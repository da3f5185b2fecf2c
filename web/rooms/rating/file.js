/** An evaluation's file: from the bureau, kept on the device as long as it is scored, and from there without network. */
import { Problem } from '../../kit/problem.js';
import { Kept } from './kept.js';

const PATIENCE = 8_000;

/** What this device keeps for the person; a device that keeps nothing is told at once, and not when something is lost. */
export async function openKept(person) {
  try {
    return await Kept.of(person);
  } catch {
    throw new Problem({ code: 'device.closed' });
  }
}

/** Asks the bureau, or without network the device. */
export async function asked(fromBureau, fromDevice) {
  try {
    if (!navigator.onLine) {
      throw new Problem({ code: 'network.none' });
    }
    return { ...(await fromBureau()), at: null };
  } catch (problem) {
    const last = problem.isUnsure || problem.code === 'signin.later' ? await fromDevice() : null;
    if (!last) {
      throw problem;
    }
    return last;
  }
}

/** @returns the file, when it was read if that is some time ago, and whether the device has it */
export function fileOf(api, kept, evaluation, signal) {
  return asked(
    async () => {
      const view = await api
        .get(`/panels/${encodeURIComponent(evaluation)}`, { signal, limit: PATIENCE })
        .catch(async (problem) => {
          if (problem.status === 404) {
            await kept.forget(evaluation);
          }
          throw problem;
        });
      if (view.stage !== 'scoring' || view.handedIn) {
        await kept.forget(evaluation);
        return { view, isKept: false };
      }
      if (view.declared) {
        // What it takes of photos is known without network too.
        view.limits = await limits(api, evaluation, signal).catch(async () => (await kept.panel(evaluation))?.view.limits);
      }
      const isKept = await kept.keepPanel(evaluation, view).then(
        () => true,
        () => false,
      );
      return { view, isKept };
    },
    () => kept.panel(evaluation),
  );
}

async function limits(api, evaluation, signal) {
  const told = await api.get(`/panels/${encodeURIComponent(evaluation)}/exhibits`, { signal, limit: PATIENCE });
  return { perClause: told.perClause, perWriter: told.perWriter };
}
