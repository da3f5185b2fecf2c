/** Photos and files of a case, opened one at a time under an address that lasts a minute. */
import { fill, h } from '../../kit/h.js';
import { problemNote } from '../../kit/parts.js';
import { t, tOr } from '../../kit/words.js';

export function evidence(one, { api, signal }) {
  if (one.evidence.length === 0) {
    return h('p.small', t('evidence.none'));
  }
  const said = h('div', { 'aria-live': 'polite' });
  const look = async (item) => {
    const seen = window.open('about:blank');
    try {
      const file = await api.blob(`/complaints/${one.number}/evidence/${item.slot}`, { signal });
      const address = file.link ?? URL.createObjectURL(file.blob);
      if (seen) {
        seen.opener = null;
        seen.location.replace(address);
      } else {
        fill(said, h('a', { href: address, target: '_blank', rel: 'noopener' }, t('evidence.open')));
      }
    } catch (problem) {
      seen?.close();
      fill(said, problemNote(problem));
    }
  };
  return h(
    'div.evidence',
    h('span', t('evidence', { n: one.evidence.length })),
    one.evidence.map((item) =>
      h(
        'button.link',
        { type: 'button', onclick: () => look(item) },
        t('evidence.item', { slot: item.slot, kind: tOr(`file.${item.kind}`, item.kind), size: size(item.bytes) }),
      ),
    ),
    said,
  );
}

function size(bytes) {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
