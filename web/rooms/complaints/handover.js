/** A list that the 12345 hotline hands over: first a trial that writes nothing, then the good lines, counted. */
import { fill, h } from '../../kit/h.js';
import { download, drop } from '../../kit/files.js';
import { untilDone, withQuery } from '../../kit/api.js';
import { counts, empty, head, note, progress, problemNote } from '../../kit/parts.js';
import { rowLink, table } from '../../kit/table.js';
import { language, named, t } from '../../kit/words.js';
import { spokenNumber } from './acts.js';

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
      fill(
        said,
        note('no', t('upload.big'), h('p', t('upload.big.words', { mb: (file.size / 1_048_576).toFixed(1) }))),
      );
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
    const { new: fresh, known, wrong } = trial.counts;
    fill(
      said,
      note('running', t('handover.tried', { name: file.name, n: trial.rows }), h('p', t('trial.unwritten'))),
      counts([
        { kind: 'yes', n: fresh, words: t('handover.new') },
        { kind: 'running', n: known, words: t('handover.known') },
        { kind: 'no', n: wrong, words: t('handover.wrong') },
      ]),
      findingsTable(trial),
      fresh > 0
        ? h(
            'div.acts.gap',
            h('button.filled', { type: 'button', onclick: () => apply(file, trial) }, t('handover.verb', { n: fresh })),
          )
        : h('p', t('handover.nothing')),
    );
  }

  /** In batches: a row that was filed stays one case, so that the same list goes on where it stopped. */
  async function apply(file, trial) {
    const { bar, count } = progress(t('handover.doing'));
    fill(said, bar);
    running = true;
    try {
      const { items } = await untilDone(() => send(file, { apply: 'true' }), count);
      fill(
        said,
        note(
          'yes',
          t('handover.done', { n: trial.counts.new }),
          h('p', h('a', { href: '#/complaints' }, t('handover.queue'))),
        ),
        filedTable(items),
        findingsTable(trial),
      );
    } catch (problem) {
      if (!signal.aborted) {
        fill(said, problemNote(problem, h('p', t('handover.again'))));
      }
    } finally {
      running = false;
    }
  }

  const failed = (problem) => fill(said, problemNote(problem));
  return [
    head(t('handover.title'), t('handover.words')),
    h(
      'div.pane',
      h(
        'div.acts.handover-template',
        download(api, t('handover.template'), '/complaints/handovers', '12345.csv', failed),
      ),
      drop({
        words: t('upload.drop'),
        hint: t('upload.hint'),
        accept: '.csv,.xlsx',
        verb: t('upload.choose'),
        take: attempt,
      }),
      said,
    ),
  ];
}

function findingsTable({ findings, more }) {
  return findings.length === 0
    ? null
    : [
        h('h2.gap', t('handover.findings')),
        table({
          caption: t('handover.findings'),
          items: findings,
          columns: [
            { head: t('trial.row'), names: true, cell: (f) => f.cell || f.row },
            { head: t('handover.heading'), cell: (f) => f.heading },
            { head: t('handover.what'), cell: (f) => (language === 'en' ? f.english : f.what) },
            { head: t('handover.mend'), cell: (f) => f.mend },
          ],
        }),
        more > 0 ? h('p.quiet', t('trial.more', { n: more })) : null,
      ];
}

function filedTable(items) {
  return table({
    caption: t('handover.filed'),
    items,
    columns: [
      { head: t('handover.reference'), names: true, cell: (item) => item.reference },
      { head: t('receipt.number'), cell: (item) => rowLink(`/complaints/${item.number}`, spokenNumber(item.number)) },
      { head: t('filter.unit'), cell: (item) => named(item.unit) },
    ],
  });
}
