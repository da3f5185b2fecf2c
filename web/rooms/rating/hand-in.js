/** What stands before a sheet may be handed in, in words, each with its way there. */
import { h } from '../../kit/h.js';
import { note } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { said } from './sheet.js';

/** @returns nothing once the sheet is whole and at the bureau */
export function bars({ items, done, sheet, photos, enter }) {
  const open = items.filter((item) => !done(item));
  const refused = items.filter(({ clause }) => photos.refused.some((photo) => photo.clause === clause.code));
  const waits = sheet.waiting.length + photos.waiting.length;
  const link = (item) =>
    h(
      'button.link',
      { type: 'button', onclick: () => enter(item) },
      `${item.clause.code} ${named(item.clause.title)}`,
    );
  return [
    open.length > 0
      ? h(
          'section',
          h('h3', t('handin.open', { n: open.length })),
          h(
            'ul.open-clauses',
            open.map((item) => h('li', link(item), h('span.small', lack(sheet.mark(item.clause.code))))),
          ),
        )
      : null,
    refused.length > 0 ? note('care', t('handin.photos'), refused.map(link)) : null,
    waits > 0 ? note('care', t('handin.waits', { n: waits }), h('p', t('handin.waits.words'))) : null,
  ].filter(Boolean);
}

function lack(mark) {
  if (mark?.state === 'overtaken') {
    return t('conflict.title');
  }
  if (mark?.state === 'refused') {
    return named(mark.why);
  }
  return t(mark && said(mark.finding) ? 'score.reason.missing' : 'score.missing');
}
