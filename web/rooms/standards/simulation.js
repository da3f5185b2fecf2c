/** What an edition would make of every earlier sheet: counts, and each institution whose stars would change or stay open. */
import { fill, h } from '../../kit/h.js';
import { download } from '../../kit/files.js';
import { counts, note, problemNote, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';

/** @param onShown is given the simulation that is on the screen, for a proposal to name */
export function simulation({ api, signal, edition, onShown }) {
  const shown = h('div.stack', { 'aria-live': 'polite' });
  const path = `/standards/${edition.standard}/${edition.edition}/simulation`;
  const run = h(
    'button',
    {
      type: 'button',
      onclick: async () => {
        run.disabled = true;
        fill(shown, note('running', t('std.sim.running'), h('p', t('std.sim.running.words'))));
        try {
          const told = await api.get(path, { signal, limit: 60_000 });
          fill(shown, result(told, download(api, t('std.sim.csv'), `${path}.csv?day=${told.day}`, '', (p) => fill(shown, problemNote(p)))));
          onShown(told);
        } catch (problem) {
          if (!signal.aborted) {
            fill(shown, problemNote(problem));
          }
        }
        run.disabled = false;
      },
    },
    t('std.sim.run'),
  );
  return h('section', h('h2', t('std.sim')), h('p.quiet', t('std.sim.words')), h('div.acts', run), shown);
}

function result(told, csv) {
  const { sheets, same, changed, open, unrated } = told;
  if (sheets === 0) {
    return [note('care', t('std.sim.none'), h('p', t('std.sim.none.words')))];
  }
  return [
    h('h3', t('std.sim.of', { n: sheets, day: told.day })),
    counts([
      { kind: 'care', n: changed, words: t('std.sim.changed') },
      { kind: 'yes', n: same, words: t('std.sim.same') },
      open > 0 && { kind: 'unknown', n: open, words: t('std.sim.open') },
      unrated > 0 && { kind: 'open', n: unrated, words: t('std.sim.unrated') },
    ]),
    ...findings(told.items),
    told.unmarked.length > 0
      ? note('dashed', t('std.sim.unmarked'), h('p', told.unmarked.map((c) => `${c.code} ${named(c.title)}`).join('、')))
      : null,
    h('div.acts', csv),
  ];
}

/** What changes whatever is still unscored comes first, then what may; who stays either way is folded. */
const RANKS = ['changes', 'may', 'unrated', 'stays'];

function rank({ finding, before, least, most }) {
  if (finding === 'unrated') {
    return 'unrated';
  }
  if (most < before || least > before) {
    return 'changes';
  }
  return least === most ? 'stays' : 'may';
}

function findings(items) {
  const [changes, may, unrated, stays] = RANKS.map((name) => items.filter((f) => rank(f) === name));
  const first = [...changes.sort((a, b) => a.most - a.before - (b.most - b.before)), ...may, ...unrated];
  const sure = changes.filter((f) => f.finding === 'open').length;
  return [
    sure + may.length + stays.length > 0
      ? h('p', t('std.sim.open.words', { sure, may: may.length, stay: stays.length }))
      : null,
    first.length > 0 ? rows(first) : null,
    stays.length > 0 ? h('details', h('summary', t('std.sim.stays', { n: stays.length })), rows(stays)) : null,
  ];
}

function rows(items) {
  return table({
    caption: t('std.sim.table'),
    items,
    columns: [
      { head: t('institution'), names: true, cell: (f) => [h('b', f.name), h('small', `${named(f.district)} ${f.round}`)] },
      { head: t('std.sim.before'), class: 'nowrap', cell: (f) => stars(f.before) },
      { head: t('std.sim.after'), class: 'nowrap', cell: after },
      { head: t('std.sim.why'), cell: why },
    ],
  });
}

const stars = (n) => (n === null ? t('std.stars.none') : t(`std.stars.${n}`));

function after(finding) {
  const { before, least, most } = finding;
  switch (rank(finding)) {
    case 'unrated':
      return signed('unknown', t('std.sim.cannot'));
    case 'may':
      return signed('unknown', t('std.sim.range', { least: stars(least), most: stars(most) }));
    case 'stays':
      return stars(most);
    default: {
      const range = least === most ? stars(most) : t('std.sim.range', { least: stars(least), most: stars(most) });
      return most < before ? signed('no', t('std.sim.fewer', { stars: range })) : signed('yes', t('std.sim.more', { stars: range }));
    }
  }
}

function why({ unmarked, why: because }) {
  return [
    because.map((reason) => h('div', named(reason))),
    unmarked.length > 0 ? h('small', t('std.sim.open.why', { codes: unmarked.join('、') })) : null,
  ];
}
