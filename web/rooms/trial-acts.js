/** What may be done with an import now, by whom, and the counted work itself. */
import { fill, h } from '../kit/h.js';
import { untilDone } from '../kit/api.js';
import { ask, askReason } from '../kit/dialog.js';
import { offer, progress } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { t } from '../kit/words.js';

const LIMIT = 40_000;

export function acts(desk, trial, failed) {
  switch (trial.stage) {
    case 'tried':
    case 'proposing':
      return propose(desk, trial, failed);
    case 'proposed':
    case 'checking':
      return check(desk, trial, failed);
    case 'checked':
      return [
        h('span.push'),
        desk.duties.registers ? h('a.button.filled', { href: '#/placards/issue' }, t('placards.issue')) : null,
      ];
    default:
      return [h('span.push'), h('a.button.filled', { href: '#/imports/new' }, t('trial.again'))];
  }
}

function propose(desk, trial, failed) {
  const { new: fresh = 0, changed = 0, wrong = 0 } = trial.counts;
  const good = trial.rows - wrong;
  if (trial.stage === 'tried' && fresh + changed === 0) {
    return h('span.push', good > 0 ? t('trial.same') : t('trial.none'));
  }
  const verb = trial.stage === 'proposing' ? t('trial.go.on') : t('trial.propose', { n: good });
  return [
    h('span.push', t('trial.rule')),
    trial.stage === 'proposing' ? withdraw(desk, trial, failed) : null,
    offer(
      desk.duties.registers,
      t('duty.needs.registrar'),
      counted(desk, {
        verb,
        doing: t('trial.proposing'),
        path: `/imports/${trial.id}/propose`,
        failed,
        done: t('trial.proposed'),
      }),
    ),
  ];
}

/** Nothing was published yet, so no second person is needed; a large import is taken back in steps. */
function withdraw(desk, trial, failed) {
  if (!desk.duties.registers || !desk.duties.isMe(trial.uploadedBy)) {
    return null;
  }
  const act = async () => {
    const sure = await ask({
      title: t('trial.withdraw.title'),
      words: t('trial.withdraw.words'),
      verb: t('trial.withdraw'),
    });
    if (!sure) {
      return;
    }
    const path = `/imports/${trial.id}/withdraw`;
    try {
      await untilDone(() => desk.api.post(path, undefined, { repeatable: true, limit: LIMIT, signal: desk.signal }));
      say(t('trial.withdrawn'));
      desk.again();
    } catch (problem) {
      if (!desk.signal.aborted) {
        failed(problem);
      }
    }
  };
  return h('button', { type: 'button', onclick: act }, t('trial.withdraw'));
}

function check(desk, trial, failed) {
  const why = desk.duties.whyNotCheck(trial.proposedBy ?? trial.uploadedBy);
  if (why) {
    const mine = trial.stage === 'proposed' ? withdraw(desk, trial, failed) : null;
    return [h('span.push', t('check.rule')), mine, offer(false, why)];
  }
  const total = trial.progress?.total || trial.rows - (trial.counts.wrong ?? 0);
  const refuse = h(
    'button',
    {
      type: 'button',
      onclick: () =>
        askReason({
          title: t('trial.refuse.title'),
          words: t('trial.refuse.words'),
          label: t('refuse.reason'),
          verb: t('trial.refuse'),
          act: async (reason) => {
            await desk.api.post(`/imports/${trial.id}/refuse`, { reason }, { repeatable: true, limit: LIMIT });
            say(t('trial.refused'));
            desk.again();
          },
        }),
    },
    t('trial.refuse'),
  );
  return [
    h('span.push', t('check.rule')),
    trial.stage === 'proposed' ? refuse : null,
    counted(desk, {
      verb: trial.stage === 'checking' ? t('trial.go.on') : t('trial.check', { n: total }),
      doing: t('trial.checking'),
      path: `/imports/${trial.id}/check`,
      failed,
      done: t('trial.checked'),
      sure:
        trial.stage === 'proposed'
          ? () =>
              ask({
                title: t('trial.check.title', { n: total }),
                words: t('trial.check.words'),
                verb: t('trial.check.verb'),
              })
          : null,
    }),
  ];
}

/** A button that becomes its own count while the work runs; pressing it again later goes on where it stopped. */
function counted(desk, { verb, doing, path, failed, done, sure }) {
  const place = h('div.counted-act');
  const start = async () => {
    if (sure && !(await sure())) {
      return;
    }
    const { bar, count } = progress(doing);
    fill(place, bar);
    try {
      await untilDone(
        () => desk.api.post(path, undefined, { repeatable: true, limit: LIMIT, signal: desk.signal }),
        (made, total) => count(made, total),
      );
      say(done);
      desk.again();
    } catch (problem) {
      if (!desk.signal.aborted) {
        failed(problem);
        fill(place, h('button.filled', { type: 'button', onclick: start }, t('trial.go.on')));
      }
    }
  };
  return fill(place, h('button.filled', { type: 'button', onclick: start }, verb));
}
