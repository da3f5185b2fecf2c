/** A list that is a table on a desk and cards on a phone. */
import { h } from './h.js';
import { t } from './words.js';
import { problemNote } from './parts.js';

/**
 * @param columns head, cell(item), and optionally class; the row's heading is the first, or the one that names it
 * @param plain keeps the table a table on narrow screens
 */
export function table({ caption, columns, items, plain = false, rowClass }) {
  const rows = h(
    'tbody',
    items.map((item) => row(columns, item, rowClass)),
  );
  const whole = h(
    'div.scroll',
    { tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table.list',
      { class: plain ? '' : 'cards' },
      h('caption.hidden', caption),
      h(
        'thead',
        h(
          'tr',
          columns.map((c) => h('th', { scope: 'col', class: c.class }, c.head)),
        ),
      ),
      rows,
    ),
  );
  whole.add = (more) => rows.append(...more.map((item) => row(columns, item, rowClass)));
  return whole;
}

function row(columns, item, rowClass) {
  const heading = columns.find((c) => c.names) ?? columns[0];
  return h(
    'tr',
    { class: rowClass?.(item) },
    columns.map((c) =>
      c === heading
        ? h('th', { scope: 'row', class: c.class }, c.cell(item))
        : h('td', { class: c.class, 'data-label': c.head }, c.cell(item)),
    ),
  );
}

/** The link that opens a line: its name, and beneath it what tells it from its namesakes. */
export function rowLink(address, name, beneath) {
  return h('a.row', { href: `#${address}` }, h('span', name), beneath ? h('small', beneath) : null);
}

/** A table that asks for its next part when the person wants it. */
export function paged({ first, next, render, none }) {
  if (first.items.length === 0 && !first.next) {
    return none;
  }
  const list = render(first.items);
  const whole = h('div', list);
  let cursor = first.next;
  const more = h('button.plainly', { type: 'button', onclick: load }, t('list.more'));
  const place = h('div.more', more);
  if (cursor) {
    whole.append(place);
  }
  async function load() {
    more.disabled = true;
    try {
      const page = await next(cursor);
      list.add(page.items);
      cursor = page.next;
      if (!cursor) {
        place.remove();
      }
      place.querySelector('.note')?.remove();
    } catch (problem) {
      place.querySelector('.note')?.remove();
      place.append(problemNote(problem));
    }
    more.disabled = false;
  }
  return whole;
}
