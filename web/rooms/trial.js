/** One import: what the sheet says, what is wrong in which cell, what would change, and the step that comes next. */
import { h } from '../kit/h.js';
import { download } from '../kit/files.js';
import { counts, empty, foot, head, note, problemNote } from '../kit/parts.js';
import { t } from '../kit/words.js';
import { importSteps, taken } from './import-steps.js';
import { errorTables, howToMend } from './trial-cells.js';
import { differences } from './differences.js';
import { acts } from './trial-acts.js';

export async function room(desk) {
  const { api, params, signal } = desk;
  const trial = taken(params.id) ?? (await api.get(`/imports/${params.id}`, { signal }));
  const said = h('div', { 'aria-live': 'polite' });
  const failed = (problem) => said.replaceChildren(problemNote(problem));
  const findings = trial.findings ?? [];
  const changes = trial.changes ?? [];
  const { cells, jump } = errorTables(trial);
  const compared =
    changes.length > 0 ? differences(changes, { heading: changesHeading(trial), region: desk.region }) : null;
  const left = [
    ...messages(trial, desk),
    // A proposer mends cells first; the second person has the differences before their eyes.
    ...(trial.stage === 'tried' ? [...cells, compared] : [compared, ...cells]),
    findings.length === 0 && changes.length === 0 && trial.stage === 'tried'
      ? empty(nothingWrong(trial), t('trial.nothing.words'))
      : null,
  ];
  if (trial.more > 0) {
    left.push(h('p.quiet', t('trial.more', { n: trial.more })));
  }
  const annotated =
    findings.length > 0
      ? download(api, t('trial.annotated'), `/imports/${trial.id}/annotated.xlsx`, `${trial.fileName}.xlsx`, failed)
      : null;
  const again =
    trial.stage === 'tried' && desk.duties.registers
      ? h('a.button.plainly', { href: '#/imports/new' }, t('trial.again'))
      : null;
  return [
    importSteps(trial.stage),
    head(title(trial), about(trial), trialCounts(trial)),
    h(
      'div',
      { class: findings.length > 0 ? 'two' : 'pane' },
      h(
        'div',
        said,
        left.filter(Boolean).map((part) => h('section', part)),
      ),
      findings.length > 0 ? h('aside.mend', howToMend(trial, jump)) : null,
    ),
    foot(annotated, again, acts(desk, trial, failed)),
  ];
}

function good(trial) {
  return trial.rows - (trial.counts.wrong ?? 0);
}

function title(trial) {
  const { wrong = 0 } = trial.counts;
  const { done = 0, total = 0 } = trial.progress ?? {};
  switch (trial.stage) {
    case 'proposing':
      return t('trial.title.proposing', { done, total });
    case 'proposed':
      return t('trial.title.proposed', { n: total || good(trial) });
    case 'checking':
      return t('trial.title.checking', { done, total });
    case 'checked':
      return t('trial.title.checked', { n: total || done });
    case 'refused':
      return t('trial.title.refused');
    case 'withdrawn':
      return t('trial.title.withdrawn');
    default:
      if (wrong === 0) {
        return t('trial.title.good', { n: trial.rows });
      }
      return good(trial) > 0 ? t('trial.title.some', { wrong, good: good(trial) }) : t('trial.title.bad', { wrong });
  }
}

function about(trial) {
  const file = t('trial.file', { name: trial.fileName, n: trial.rows });
  return trial.stage === 'tried' ? [t('trial.try'), h('b', t('trial.unwritten')), file] : file;
}

function trialCounts(trial) {
  const { new: fresh = 0, unchanged = 0, changed = 0, wrong = 0 } = trial.counts;
  return counts(
    [
      { kind: 'yes', n: fresh + unchanged, words: t('trial.count.same', { fresh }) },
      { kind: 'care', n: changed, words: t('trial.count.changed') },
      { kind: 'no', n: wrong, words: t('trial.count.wrong') },
    ].filter(({ n }) => n > 0 || trial.stage === 'tried'),
  );
}

function nothingWrong(trial) {
  const { new: fresh = 0, changed = 0 } = trial.counts;
  return fresh + changed === 0 ? t('trial.same') : t('trial.nothing', { fresh });
}

function messages(trial, { duties }) {
  const by = duties.who(trial.uploadedBy);
  switch (trial.stage) {
    case 'proposed':
      return [
        duties.isMe(trial.uploadedBy)
          ? null
          : note('running', t('trial.yours', { by }), h('p', t('trial.yours.words'))),
        duties.isMe(trial.uploadedBy) ? note('running', t('check.own'), h('p', t('check.own.words'))) : null,
      ].filter(Boolean);
    case 'refused':
      return [note('no', t('trial.title.refused'), h('p', t('trial.refused.words', { reason: trial.reason ?? '' })))];
    case 'withdrawn':
      return [note('dashed', t('trial.title.withdrawn'), h('p', t('trial.withdrawn.words')))];
    case 'checked':
      return [note('yes', t('trial.published'), h('p', t('trial.published.words')))];
    default:
      return [];
  }
}

function changesHeading(trial) {
  const touching = trial.affecting ?? trial.changes.filter((change) => change.effect).length;
  return t('trial.changes', { n: trial.changes.length, touching });
}
