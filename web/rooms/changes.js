/** What waits for its second person: corrections one by one, imports as wholes. */
import { h } from '../kit/h.js';
import { paged, rowLink, table } from '../kit/table.js';
import { withQuery } from '../kit/api.js';
import { empty, head, note, signed } from '../kit/parts.js';
import { moment } from '../kit/dates.js';
import { t } from '../kit/words.js';
import { changeOf } from './change-of.js';

const MOST_PAGES = 10;
const ENOUGH = 10;

export async function room({ api, signal, duties, region }) {
  const imports = new Map();
  const byHand = (items) =>
    items.filter((item) => {
      const occasion = item.occasion || changeOf(item)?.occasion;
      if (occasion) {
        imports.set(occasion, (imports.get(occasion) ?? 0) + 1);
      }
      return !occasion;
    });
  /** An import's many changes are one line here, so that a page may have to gather from several. */
  const gather = async (after) => {
    const items = [];
    let next = after;
    for (let pages = 0; pages < MOST_PAGES && items.length < ENOUGH; pages += 1) {
      const page = await api.get(withQuery('/changes', { after: next }), { signal });
      items.push(...byHand(page.items));
      next = page.next;
      if (!next) {
        break;
      }
    }
    return { items, next };
  };
  const first = await gather();
  return [
    head(t('changes.title'), t('changes.words')),
    h(
      'div.pane',
      imports.size > 0
        ? h(
            'div.stack',
            [...imports].map(([id, n]) =>
              note(
                'running',
                t('changes.import', { n: first.next ? `${n}+` : n }),
                h('p', h('a', { href: `#/imports/${id}` }, t('changes.import.open'))),
              ),
            ),
          )
        : null,
      paged({
        first,
        next: gather,
        none: empty(t('changes.none'), imports.size > 0 ? t('changes.none.imports') : t('changes.none.words')),
        render: (items) =>
          table({
            caption: t('changes.title'),
            items,
            columns: [
              { head: t('institution'), cell: (i) => rowLink(`/changes/${i.id}`, i.name, i.address) },
              { head: t('change.reason'), cell: (i) => changeOf(i)?.source ?? '' },
              { head: t('change.edits'), class: 'num', cell: (i) => changeOf(i)?.edits?.length ?? '' },
              { head: t('change.by'), cell: (i) => duties.who(changeOf(i)?.by) },
              { head: t('change.at'), class: 'nowrap', cell: (i) => moment(changeOf(i)?.at) },
              { head: t('district'), class: 'nowrap', cell: (i) => region(i.district) },
              {
                head: t('change.you'),
                cell: (i) =>
                  duties.isMe(changeOf(i)?.by)
                    ? signed('open', t('check.own.short'))
                    : duties.checks
                      ? signed('running', t('check.may'))
                      : signed('open', t('duty.needs.checker.short')),
              },
            ],
          }),
      }),
    ),
  ];
}
