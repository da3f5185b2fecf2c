/** One round: its evaluations by stage, what each waits for, and by when. */
import { fill, h } from '../../kit/h.js';
import { withQuery } from '../../kit/api.js';
import { dueDay } from '../../kit/clock.js';
import { keyLine, keysHelp } from '../../kit/key-help.js';
import { keys } from '../../kit/keys.js';
import { choose } from '../../kit/form.js';
import { empty, head, sign, signed } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { callRound } from './call.js';
import { GROUPS, STAGES, groupOf, leftCell, signOf } from './stages.js';

/** A district has some hundreds of institutions; the service gives a page at a time. */
const MOST_PAGES = 40;
const COLUMNS = ['left', 'name', 'next', 'sheets', 'due'];

export async function room(desk) {
  const { api, me, query, params, signal, go, duties } = desk;
  const address = `/rounds/${encodeURIComponent(params.round)}`;
  const group = GROUPS.has(query.get('group')) ? query.get('group') : 'all';
  const { round, district, districts, items } = await whole(api, address, query.get('district') ?? '', signal);
  const pathOf = (changes) =>
    withQuery(address, { district: query.get('district') ?? '', group: group === 'all' ? '' : group, ...changes });

  const search = h('input', { type: 'search', 'aria-keyshortcuts': '/', maxlength: 60 });
  const place = h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': t('round.table') });
  let links = [];
  const draw = () => {
    const wanted = search.value.trim();
    const shown = items.filter(
      (row) => (group === 'all' || GROUPS.get(group).includes(row.stage)) && row.name.includes(wanted),
    );
    const table = stageTable(shown, (row) => `${address}/${row.evaluation}`);
    links = [...table.querySelectorAll('a.row')];
    fill(place, shown.length === 0 ? nothing(items, wanted) : table);
  };
  search.addEventListener('input', draw);
  draw();

  const move = (by) => {
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  const names = [...GROUPS.keys()];
  const help = () =>
    keysHelp([
      ['J', t('keys.next')],
      ['K', t('keys.before')],
      ['Enter', t('keys.open')],
      ['/', t('keys.search')],
      [`1–${names.length}`, t('keys.groups')],
    ]);
  keys(signal, (key) => {
    if (key === 'J' || key === 'K') {
      move(key === 'J' ? 1 : -1);
      return true;
    }
    if (key === '?') {
      help();
      return true;
    }
    const chosen = /^[1-6]$/.test(key) ? names[key - 1] : null;
    if (chosen) {
      go(pathOf({ group: chosen === 'all' ? '' : chosen }));
    }
    return Boolean(chosen);
  });

  const where = choose(
    districts.map((d) => [d.code, named(d)]),
    district.code,
    { onchange: () => go(pathOf({ district: where.value })) },
  );
  return [
    head(
      round.name,
      t('round.about', {
        from: round.from,
        until: round.until,
        edition: t('round.edition', { standard: round.standard, edition: round.edition }),
      }),
      duties.organises ? h('div.acts', office(desk, round, address)) : null,
    ),
    h('div.counted', groupTabs(items, group, pathOf)),
    h(
      'form.filters',
      { role: 'search', onsubmit: (event) => event.preventDefault() },
      h('label', t('round.search'), h('kbd', { 'aria-hidden': 'true' }, '/'), search),
      districts.length > 1 ? h('label', t('district'), where) : h('span.quiet', named(district)),
      waiting(items),
    ),
    h('div.pane.flush', place),
    keyLine(
      [
        [[h('kbd', 'J'), h('kbd', 'K')], t('keys.move')],
        [[h('kbd', 'Enter')], t('keys.open')],
        [[h('kbd', '/')], t('keys.search')],
        [[h('kbd', '1'), t('keys.to'), h('kbd', String(names.length))], t('keys.groups')],
      ],
      help,
    ),
  ];
}

/** The district's whole list: what is due next in it cannot be told from a part. */
async function whole(api, address, district, signal) {
  const first = await api.get(withQuery(`/rounds${address.slice('/rounds'.length)}`, { district }), { signal });
  let after = first.next;
  for (let page = 1; after && page < MOST_PAGES; page += 1) {
    const more = await api.get(withQuery(address, { district: first.district.code, after }), { signal });
    first.items.push(...more.items);
    after = more.next;
  }
  return first;
}

function office(desk, round, address) {
  const mine = desk.duties.ofCity || round.territory.code === desk.me.territory.code;
  return [
    h('a.button.plainly', { href: `#${address}/fairness` }, t('fairness.title')),
    mine ? h('button.plainly', { type: 'button', onclick: () => callRound(desk, round) }, t('round.change')) : null,
  ];
}

/** What is late, ends today, or waits for a second person. */
function waiting(items) {
  const late = items.filter((row) => row.due?.late).length;
  const second = items.filter((row) => row.recommended).length;
  return h(
    'span.waiting',
    late > 0 ? signed('no', t('round.late', { n: late })) : null,
    second > 0 ? signed('care', t('round.second', { n: second })) : null,
  );
}

function groupTabs(items, group, pathOf) {
  return h(
    'nav.counts-nav',
    { 'aria-label': t('round.groups') },
    [...GROUPS.keys()].map((name) => {
      const of = name === 'all' ? items : items.filter((row) => groupOf(row.stage) === name);
      const late = of.some((row) => row.due?.late);
      return h(
        'a',
        {
          href: `#${pathOf({ group: name === 'all' ? '' : name })}`,
          class: late ? 'no' : '',
          'aria-current': name === group ? 'page' : null,
        },
        late ? sign('no') : null,
        h('b', String(of.length)),
        h('span', t(`round.group.${name}`)),
      );
    }),
  );
}

function stageTable(rows, addressOf) {
  const table = h(
    'table.list.cards.queue',
    h('caption.hidden', t('round.table')),
    h(
      'thead',
      h(
        'tr',
        COLUMNS.map((c) => h('th', { scope: 'col', class: `col-${c}` }, t(`round.col.${c}`))),
      ),
    ),
  );
  for (const stage of STAGES) {
    const of = rows.filter((row) => row.stage === stage).sort(byDay);
    if (of.length > 0) {
      const [first] = of;
      table.append(
        h(
          'tbody',
          h(
            'tr.group',
            h(
              'th',
              { colspan: String(COLUMNS.length), scope: 'rowgroup' },
              signed(
                signOf(stage),
                named({ chinese: first.stageChinese, english: first.stageEnglish }),
                ` ${of.length}`,
              ),
            ),
          ),
          of.map((row) => line(row, addressOf(row))),
        ),
      );
    }
  }
  return table;
}

const byDay = (a, b) =>
  (a.due?.day ?? '9999').localeCompare(b.due?.day ?? '9999') || a.name.localeCompare(b.name, 'zh');

function line(row, address) {
  const open = () => {
    location.hash = address;
  };
  return h(
    'tr',
    { onclick: open },
    h('td.col-left', leftCell(row.due)),
    h(
      'th',
      { scope: 'row' },
      h('a.row', { href: `#${address}`, onclick: (event) => event.stopPropagation() }, h('span', row.name)),
    ),
    h(
      'td',
      { 'data-label': t('round.col.next') },
      row.due
        ? t(`round.next.${row.due.which}${row.due.over && !row.due.late ? '.over' : ''}`)
        : h('span.quiet', t('round.next.none')),
      row.recommended ? h('small.care', t('round.next.second')) : null,
    ),
    h('td.nowrap', { 'data-label': t('round.col.sheets') }, row.seats > 0 ? `${row.handedIn}/${row.seats}` : ''),
    h('td.nowrap', { 'data-label': t('round.col.due') }, dueDay(row.due)),
  );
}

function nothing(items, wanted) {
  if (items.length === 0) {
    return empty(t('round.empty'), t('round.empty.words'));
  }
  return wanted ? empty(t('round.notFound'), t('round.notFound.words')) : empty(t('round.noneInGroup'));
}
