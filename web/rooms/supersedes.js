/** Says that a new proposal takes the place of one's own which nobody has decided yet. */
import { h } from '../kit/h.js';
import { note } from '../kit/parts.js';
import { t } from '../kit/words.js';

export function supersedes(institution, { duties }) {
  const { pending, id } = institution;
  return pending && duties.isMe(pending.by)
    ? note(
        'care',
        t('supersedes', { n: pending.edits.length }),
        h('p', t('supersedes.words', { source: pending.source })),
        h('p', h('a', { href: `#/changes/${id}` }, t('institution.pending.open'))),
      )
    : null;
}
