/** What was changed before, newest first, and who decided. */
import { h } from '../kit/h.js';
import { sign } from '../kit/sign.js';
import { moment } from '../kit/dates.js';
import { t } from '../kit/words.js';
import { after, before, thing } from './differences.js';

const SIGNS = { checked: 'yes', refused: 'no', superseded: 'open', withdrawn: 'open', proposed: 'running' };
const SHOWN = 12;

export function history(changes, desk) {
  return changes.length === 0
    ? h('p.quiet', t('history.none'))
    : h(
        'ol.timeline',
        changes.map((change) => h('li', sign(SIGNS[change.stage] ?? 'unknown'), step(change, desk))),
      );
}

function step(change, { duties, region }) {
  const first = change.version === 1 && change.stage === 'checked';
  const shown = change.edits.slice(0, SHOWN);
  return h(
    'div',
    h('b', t(`history.${change.stage}`, { version: change.version ?? '' })),
    ' ',
    h('span.quiet', moment(change.decidedAt ?? change.at)),
    h(
      'p.small',
      t('history.by', { by: duties.who(change.by), at: moment(change.at), source: change.source }),
    ),
    change.decidedBy
      ? h('p.small', t('history.decided', { by: duties.who(change.decidedBy) }))
      : null,
    change.reason ? h('p', t('history.reason', { reason: change.reason })) : null,
    h(
      'details',
      h('summary', t(first ? 'history.first' : 'history.edits', { n: change.edits.length })),
      h(
        'ul.edits',
        shown.map((e) =>
          h('li', h('span.quiet', e.heading || e.path), thing(e.path), ' ', before(e, region), ' → ', after(e, region)),
        ),
        change.edits.length > shown.length
          ? h('li.quiet', t('trial.more', { n: change.edits.length - shown.length }))
          : null,
      ),
    ),
  );
}
