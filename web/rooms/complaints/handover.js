/** A list that the 12345 hotline hands over: first a trial that writes nothing, then the good lines, counted. */
import { fill, h } from '../../kit/h.js';
import { drop } from '../../kit/files.js';
import { untilDone, withQuery } from '../../kit/api.js';
import { counts, empty, head, note, progress, problemNote } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { t } from '../../kit/words.js';

const MOST_BYTES = 4 * 1024 * 1024;
const LIMIT = 40_000;

export async function room({ api, duties, signal, hold }) {
  if (!duties.handles) {
    return [head(t('handover.title')), h('div.pane', empty(t('intake.handler'), t('duty.ask')))];
  }
  const said = h('div.stack.gap', { 'aria-live': 'polite' });
  let running = false;
  hold(() => running);

  const send = (file, values) =>
    api.send(
      'POST',
      withQuery('/complaints/handovers', values),
      file,
      // Bytes, even of a CSV: the gateway takes text for UTF-8 and would spoil GB18030.
      { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      { signal, limit: LIMIT, repeatable: true },
    );

  async function attempt(file) {
    if (!/\.(csv|xlsx)$/i.test(file.name)) {
      fill(said, note('no', t('upload.type'), h('p', t('upload.type.words', { name: file.name }))));
      return;
    }
    if (file.size > MOST_BYTES) {
      fill(said, note('no', t('upload.big'), h('p', t('upload.big.words', { mb: (file.size / 1_048_576).toFixed(1) }))));
      return;
    }
    fill(said, note('running', t('upload.trying', { name: file.name }), h('p', t('handover.trying'))));
    try {
      tried(file, await send(file, {}));
    } catch (problem) {
      if (!signal.aborted) {
        fill(said, problemNote(problem));
      }
    }
  }

  function tried(file, trial) {
    const { counts: found = {} } = trial;
    const findings = trial.findings ?? [];
    fill(
      said,
      note('running', t('handover.tried', { name: file.name, n: trial.rows }), h('p', t('trial.unwritten'))),
      counts([
        { kind: 'yes', n: found.new ?? 0, words: t('handover.new') },
        { kind: 'open', n: found.known ?? 0, words: t('handover.known') },
        { kind: 'no', n: found.wrong ?? 0, words: t('handover.wrong') },
      ]),
      findings.length > 0 ? findingsTable(findings) : null,
      found.new > 0
        ? h(
            'div.acts.gap',
            h('button.filled', { type: 'button', onclick: () => apply(file) }, t('handover.verb', { n: found.new })),
          )
        : h('p', t('handover.nothing')),
    );
  }

  async function apply(file) {
    const { bar, count } = progress(t('handover.doing'));
    fill(said, bar);
    running = true;
    try {
      const answer = await untilDone(() => send(file, { apply: 'true' }), count);
      fill(
        said,
        note(
          'yes',
          t('handover.done', { n: answer.progress?.total ?? 0 }),
          h('p', h('a', { href: '#/complaints' }, t('handover.queue'))),
        ),
        (answer.findings ?? []).length > 0 ? findingsTable(answer.findings) : null,
      );
    } catch (problem) {
      if (!signal.aborted) {
        fill(said, problemNote(problem, h('p', t('handover.again'))));
      }
    } finally {
      running = false;
    }
  }

  return [
    head(t('handover.title'), t('handover.words')),
    h(
      'div.pane',
      drop({ words: t('upload.drop'), hint: t('upload.hint'), accept: '.csv,.xlsx', verb: t('upload.choose'), take: attempt }),
      said,
    ),
  ];
}

function findingsTable(findings) {
  return table({
    caption: t('handover.findings'),
    items: findings,
    columns: [
      { head: t('trial.row'), names: true, cell: (f) => f.cell ?? f.row },
      { head: t('handover.heading'), cell: (f) => f.heading ?? '' },
      { head: t('handover.what'), cell: (f) => f.what },
      { head: t('handover.mend'), cell: (f) => f.mend ?? '' },
    ],
  });
}
