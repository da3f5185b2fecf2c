/** The queue: cases by the day on which they are due, in groups, remaining time first. */
import { fill, h } from '../../kit/h.js';
import { problemNote } from '../../kit/parts.js';
import { today } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { clockCell, dueDay } from '../../kit/clock.js';

const COLUMNS = ['left', 'cause', 'place', 'stage', 'assignee', 'due'];

/** @param soonUntil the last day of the group of cases that are due soon */
export function groupOf(row, soonUntil) {
  if (row.closed) {
    return 'closed';
  }
  if (!row.due) {
    return 'none';
  }
  if (row.due.late) {
    return 'overdue';
  }
  if (row.due.day === today()) {
    return 'today';
  }
  const soon = soonUntil ? row.due.day <= soonUntil : row.due.left <= 3;
  return soon ? 'soon' : 'later';
}

/**
 * @param list the first page
 * @param next gives a further page
 * @param totals how many cases each group holds, where that is known
 * @param open is given a row's number
 */
export function queueTable({ list, next, totals, soonUntil, rules, open, address, caption }) {
  const groups = new Map();
  const rows = [];
  const table = h(
    'table.list.cards.queue',
    h('caption.hidden', caption),
    h(
      'thead',
      h(
        'tr',
        COLUMNS.map((c) => h('th', { scope: 'col', class: `col-${c}` }, t(`queue.${c}`))),
      ),
    ),
  );
  const whole = h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': caption }, table);

  function add(items) {
    for (const row of items) {
      const name = groupOf(row, soonUntil);
      if (!groups.has(name)) {
        groups.set(name, group(name));
        table.append(groups.get(name).body);
      }
      const line = rowOf(row);
      groups.get(name).body.append(line.tr);
      groups.get(name).count += 1;
      rows.push(line);
    }
    groups.forEach((g, name) => {
      const total = totals?.[name];
      const n = total ? `${total.count}${total.more ? '+' : ''}` : `${g.count}${cursor ? '+' : ''}`;
      fill(g.title, t(`group.${name}`), ' ', n);
    });
  }

  function group(name) {
    const title = h('th', { colspan: String(COLUMNS.length), scope: 'rowgroup' });
    return { title, count: 0, body: h('tbody', { class: `group-${name}` }, h('tr.group', title)) };
  }

  function rowOf(row) {
    const link = h(
      'a.row',
      {
        href: `#${address(row.number)}`,
        onclick: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            event.stopPropagation();
            open(row.number);
          }
        },
      },
      h('span', named(row.category)),
      h('small', row.spoken, row.kind === 'complaint' ? '' : ` ${rules.kind(row.kind)}`),
    );
    const tr = h(
      'tr',
      { onclick: () => open(row.number) },
      h('td.col-left', clockCell(row.due)),
      h('th.col-cause', { scope: 'row' }, link),
      h('td', { 'data-label': t('queue.place') }, row.place || h('span.quiet', t('queue.place.told')), row.person ? h('small', row.person) : null),
      h(
        'td',
        { 'data-label': t('queue.stage') },
        rules.stage(row.stage),
        row.awaiting ? h('small', t('queue.awaiting')) : null,
        row.untold ? h('small', t('queue.untold')) : null,
        row.climbed && !row.closed ? h('small', t('queue.climbed')) : null,
      ),
      h('td', { 'data-label': t('queue.assignee') }, row.assignee?.name ?? h('span.quiet', t('assignee.none'))),
      h('td.nowrap', { 'data-label': t('queue.due') }, dueDay(row.due)),
    );
    return { number: row.number, tr, link };
  }

  let cursor = list.next;
  const more = h('button.plainly', { type: 'button', onclick: () => load() }, t('list.more'));
  const place = h('div.more', more);
  async function load() {
    more.disabled = true;
    place.querySelector('.note')?.remove();
    try {
      const page = await next(cursor);
      cursor = page.next;
      add(page.items);
      place.hidden = !cursor;
    } catch (problem) {
      place.append(problemNote(problem));
    }
    more.disabled = false;
  }

  add(list.items);
  place.hidden = !cursor;
  return {
    element: h('div', whole, place),
    mark(number) {
      for (const row of rows) {
        row.tr.classList.toggle('opened', row.number === number);
        if (row.number === number) {
          row.link.setAttribute('aria-current', 'true');
        } else {
          row.link.removeAttribute('aria-current');
        }
      }
    },
    /** Moves the focus by one row; from nowhere to the opened case, or to the first. */
    move(by) {
      const at = rows.findIndex((row) => row.link === document.activeElement);
      const opened = rows.findIndex((row) => row.link.hasAttribute('aria-current'));
      const from = at >= 0 ? at : opened;
      const to = from < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, from + by));
      rows[to]?.link.focus();
      rows[to]?.tr.scrollIntoView({ block: 'nearest' });
    },
  };
}
