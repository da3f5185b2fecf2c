/** The panels on which an expert sits now; without network, those that this device keeps. */
import { h } from '../../kit/h.js';
import { empty, head, note, sign } from '../../kit/parts.js';
import { rowLink, table } from '../../kit/table.js';
import { moment, weekday } from '../../kit/dates.js';
import { language, named, t } from '../../kit/words.js';
import { readyAfar } from './afar.js';
import { asked, fileOf, openKept } from './file.js';

const PATIENCE = 8_000;

export async function room({ api, duties, me, signal }) {
  if (!duties.scores) {
    return [head(t('panels.title')), h('div.pane', empty(t('panels.experts'), t('duty.ask')))];
  }
  const kept = await openKept(me.id);
  await kept.forgetOthers();
  const { items, at, gone = [] } = await asked(() => read(api, kept, signal), () => kept.list());
  const waits = new Map();
  for (const item of items) {
    waits.set(item.evaluation, await kept.waiting(item.evaluation));
  }
  const ready = h('p.small', { role: 'status' }, t('panels.ready.not'));
  prepared(api, kept, at ? [] : items, signal).then((words) => ready.replaceChildren(words));
  return [
    head(t('panels.title'), t('panels.words')),
    h(
      'div.pane.stack',
      at ? note('care', t('panels.offline', { at: moment(at) }), h('p', t('panels.offline.words'))) : null,
      gone.map(({ name, n }) => note('care', t('panels.gone', { name }), h('p', t('panels.gone.words', { n })))),
      items.some(isTheirs) ? list(items.filter(isTheirs), waits) : empty(t('panels.none'), t('panels.none.words')),
      ready,
      items.every(isTheirs)
        ? null
        : h('div', h('h2', t('panels.others')), others(items.filter((each) => !isTheirs(each)))),
    ),
  ];
}

/** Whether experts have something to do now. */
function isTheirs({ stage }) {
  return stage === 'scoring' || stage === 'settling';
}

/** What the bureau says; what it no longer lists is forgotten here as well, and said if something of it was never sent. */
async function read(api, kept, signal) {
  const { items } = await api.get('/panels', { signal, limit: PATIENCE });
  const gone = [];
  for (const { evaluation, name } of (await kept.list())?.items ?? []) {
    if (!items.some((item) => item.evaluation === evaluation)) {
      gone.push({ name, n: await kept.waiting(evaluation) });
      await kept.forget(evaluation);
    }
  }
  // Without room for a list there is none for marks; each room says so where it matters.
  await kept.keepList(items).catch(() => {});
  return { items, gone: gone.filter(({ n }) => n > 0) };
}

/** Whoever goes out to score opened this list before: the console and each file are then there without network too. */
async function prepared(api, kept, items, signal) {
  let n = 0;
  let missing = 0;
  let undeclared = 0;
  for (const { evaluation } of items.filter((item) => item.stage === 'scoring')) {
    const { view, isKept } = await fileOf(api, kept, evaluation, signal).catch(() => ({}));
    if (view && !view.declared) {
      undeclared += 1;
    } else if (isKept) {
      n += 1;
    } else if (!view?.handedIn) {
      missing += 1;
    }
  }
  const isReady = await readyAfar();
  if (!isReady || missing > 0) {
    return t('panels.ready.cannot');
  }
  return [
    n > 0 ? t('panels.ready', { n }) : t('panels.ready.desk'),
    undeclared > 0 ? t('panels.undeclared', { n: undeclared }) : '',
  ].join('');
}

const place = () => ({
  head: t('panels.place'),
  names: true,
  cell: (each) =>
    rowLink(
      `/panels/${encodeURIComponent(each.evaluation)}`,
      each.name,
      `${named(each.district)}　${t('panels.round', { round: each.round })}`,
    ),
});
const stage = () => ({
  head: t('panels.stage'),
  cell: (each) => (language === 'en' ? each.stageEnglish : each.stageChinese),
});

function others(items) {
  return table({ caption: t('panels.others'), items, columns: [place(), stage()] });
}

function list(items, waits) {
  return table({
    caption: t('panels.title'),
    items,
    columns: [
      place(),
      stage(),
      { head: t('panels.due'), class: 'nowrap', cell: (each) => due(each.due) },
      {
        head: t('panels.in'),
        class: 'nowrap',
        cell: (each) => (each.stage === 'scoring' ? `${each.handedIn}/${each.seats}` : ''),
      },
      {
        head: t('panels.kept'),
        cell: (each) =>
          waits.get(each.evaluation) > 0
            ? h('span.signed.care', sign('care'), h('span', t('panels.waits', { n: waits.get(each.evaluation) })))
            : t('panels.waits.none'),
      },
    ],
  });
}

function due(told) {
  if (!told) {
    return '';
  }
  const day = t('day.of.week', { day: told.day, weekday: weekday(told.day) });
  return told.late ? h('span.signed.no', sign('no'), h('span', t('panels.late', { day }))) : day;
}
