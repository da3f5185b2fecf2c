/** Files that are named at a clause, opened one at a time under an address that lasts a minute. */
import { fill, h } from '../../kit/h.js';
import { open } from '../../kit/dialog.js';
import { problemNote } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { t, tOr } from '../../kit/words.js';

/** A list to look at; nothing where there is no file. */
export function list({ api, base, signal }, exhibits) {
  if (exhibits.length === 0) {
    return null;
  }
  const said = h('div', { 'aria-live': 'polite' });
  return h(
    'div.exhibits',
    h('ul', exhibits.map((exhibit, i) => h('li', about(exhibit, i + 1), opener({ api, base, signal }, exhibit, i + 1, said)))),
    said,
  );
}

export function about({ kind, bytes, taken }, n) {
  return h(
    'span.what',
    h('b', t('exhibits.item', { n })),
    h('span.small', t('exhibits.about', { kind: tOr(`exhibits.kind.${kind}`, kind), size: size(bytes) })),
    taken ? h('span.small', t('exhibits.taken', { at: moment(taken) })) : null,
  );
}

export function opener({ api, base, signal }, exhibit, n, said) {
  const look = async () => {
    fill(said);
    try {
      const { link } = await api.blob(`${base}/exhibits/${exhibit.sha256}`, { signal });
      if (exhibit.kind === 'pdf') {
        // It is handed over as a file; the page stays.
        location.assign(link);
      } else {
        show(link, n);
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        fill(said, problemNote(problem));
      }
    }
  };
  return h(
    'button.link',
    { type: 'button', onclick: look, 'aria-label': `${t(exhibit.kind === 'pdf' ? 'exhibits.fetch' : 'exhibits.look')} ${t('exhibits.item', { n })}` },
    t(exhibit.kind === 'pdf' ? 'exhibits.fetch' : 'exhibits.look'),
  );
}

function show(link, n) {
  const name = t('exhibits.item', { n });
  const place = h('div.exhibit-shown');
  const picture = h('img', {
    src: link,
    alt: name,
    onerror: () => fill(place, h('p', t('exhibits.unseen'))),
  });
  fill(place, picture);
  const box = open(
    name,
    h('div', place, h('div.acts.end', h('button.plainly', { type: 'button', onclick: () => box.close() }, t('exhibits.shut')))),
  );
  box.classList.add('wide');
}

export function size(bytes) {
  return bytes >= 1_048_576 ? `${Math.round((bytes / 1_048_576) * 10) / 10} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
