/** Today: what waits for this officer, nearest first, each with the way to do it. */
import { h } from '../kit/h.js';
import { rowLink, table } from '../kit/table.js';
import { withQuery } from '../kit/api.js';
import { counts, empty, head, problemNote, signed } from '../kit/parts.js';
import { moment } from '../kit/dates.js';
import { t } from '../kit/words.js';
import { postingSigned } from './posting.js';

const NOT_ON_THE_WALL = ['missing', 'issued', 'printed', 'delivered'];

export async function room(desk) {
  const { api, signal, duties } = desk;
  const [cases, imports, changes, unposted, ...walls] = await Promise.all([
    duties.complaints ? attempt(api.get('/complaints/counts', { signal })) : null,
    attempt(api.get('/imports', { signal })),
    attempt(api.get('/changes', { signal })),
    attempt(api.get(withQuery('/institutions', { state: 'unposted' }), { signal })),
    ...NOT_ON_THE_WALL.map((step) => attempt(api.get(withQuery('/placards', { step }), { signal }))),
  ]);
  signal.throwIfAborted();
  const mine = (item) => duties.isMe(item.uploadedBy);
  const waiting = imports.items.filter((i) => ['proposed', 'checking'].includes(i.stage));
  const unfinished = imports.items.filter((i) => ['tried', 'proposing'].includes(i.stage) && mine(i));
  const corrections = changes.items.filter((i) => !i.occasion);
  const onTheWay = walls.flatMap((w) => w.items);
  const parts = [
    cases && complaints(cases),
    section(imports, 'today.imports', waiting, () => importsTable(desk, waiting, t('today.imports'))),
    section(changes, 'today.changes', corrections, () => changesTable(desk, corrections)),
    duties.registers &&
      section(imports, 'today.unfinished', unfinished, () => importsTable(desk, unfinished, t('today.unfinished'))),
    section(unposted, 'today.unissued', unposted.items, () => unissued(desk, unposted)),
    section(walls.find((w) => w.problem) ?? walls[0], 'today.posting', onTheWay, () => postings(desk, onTheWay)),
  ].filter(Boolean);
  return [
    head(
      t('today.title'),
      t('today.words'),
      counts([
        cases?.overdue?.count > 0 && { kind: 'no', n: cases.overdue.count, words: t('today.cases.overdue') },
        cases?.today?.count > 0 && { kind: 'care', n: cases.today.count, words: t('today.cases.today') },
        waiting.length > 0 && { kind: 'care', n: many(waiting, imports), words: t('today.imports') },
        corrections.length > 0 && { kind: 'care', n: many(corrections, changes), words: t('today.changes') },
        unposted.items.length > 0 && { kind: 'running', n: many(unposted.items, unposted), words: t('today.unissued') },
        onTheWay.length > 0 && {
          kind: 'running',
          n: many(onTheWay, walls.find((w) => w.next) ?? walls[0]),
          words: t('today.posting'),
        },
      ]),
    ),
    h(
      'div.pane',
      parts.length > 0
        ? parts
        : empty(t('today.none'), t('today.none.words'), h('a.button', { href: '#/register' }, t('nav.register'))),
    ),
  ];
}

/** A part of the day that cannot be read must not hide the others. */
async function attempt(asked) {
  try {
    return await asked;
  } catch (problem) {
    if (problem.name === 'AbortError') {
      throw problem;
    }
    return { items: [], next: null, problem };
  }
}

function complaints(cases) {
  if (cases.problem) {
    return h('section', h('h2', t('nav.complaints')), problemNote(cases.problem));
  }
  return cases.all.count === 0
    ? null
    : h(
        'section',
        h('h2', t('nav.complaints'), ' ', `${cases.all.count}${cases.all.more ? '+' : ''}`),
        h('div.acts', h('a.button', { href: '#/complaints' }, t('today.cases.open'))),
      );
}

function many(items, list) {
  return list.next ? `${items.length}+` : items.length;
}

function section(list, key, items, render) {
  if (list.problem) {
    return h('section', h('h2', t(key)), problemNote(list.problem));
  }
  return items.length > 0 ? h('section', h('h2', t(key), ' ', String(many(items, list))), render()) : null;
}

function importsTable(desk, items, caption) {
  return table({
    caption,
    items,
    columns: [
      { head: t('imports.file'), cell: (i) => rowLink(`/imports/${i.id}`, i.fileName) },
      {
        head: t('imports.stage'),
        cell: (i) => signed(i.stage === 'tried' ? 'open' : 'running', t(`stage.${i.stage}`)),
      },
      { head: t('imports.rows'), class: 'num', cell: (i) => i.rows },
      { head: t('imports.by'), cell: (i) => desk.duties.who(i.uploadedBy) },
      { head: t('imports.at'), class: 'nowrap', cell: (i) => moment(i.uploadedAt) },
    ],
  });
}

function changesTable(desk, items) {
  return table({
    caption: t('today.changes'),
    items: items.slice(0, 20),
    columns: [
      { head: t('institution'), cell: (i) => rowLink(`/changes/${i.id}`, i.name, i.address) },
      { head: t('change.reason'), cell: (i) => i.pending?.source ?? i.change?.source ?? '' },
      { head: t('district'), cell: (i) => desk.region(i.district) },
    ],
  });
}

function unissued(desk, list) {
  return h(
    'div.stack',
    h('p', t('today.unissued.words')),
    h(
      'div.acts',
      desk.duties.registers ? h('a.button', { href: '#/placards/issue' }, t('placards.issue')) : null,
      h('a.button.plainly', { href: '#/register?state=unposted' }, t('today.unissued.list')),
    ),
  );
}

function postings(desk, items) {
  const order = [...items].sort(
    (a, b) => NOT_ON_THE_WALL.indexOf(a.posting.step) - NOT_ON_THE_WALL.indexOf(b.posting.step),
  );
  return table({
    caption: t('today.posting'),
    items: order.slice(0, 20),
    columns: [
      { head: t('institution'), cell: (p) => rowLink(`/placards/${p.code}`, p.name) },
      { head: t('posting'), cell: (p) => postingSigned(p) },
      { head: t('posting.at'), class: 'nowrap', cell: (p) => moment(p.posting.at) },
      { head: t('district'), cell: (p) => desk.region(p.district) },
    ],
  });
}
