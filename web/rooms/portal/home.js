/** Where the institution begins: its evaluations, the rounds that take it, and what it was told. */
import { h } from '../../kit/h.js';
import { form } from '../../kit/form.js';
import { empty, head, note, signed } from '../../kit/parts.js';
import { rowLink, table } from '../../kit/table.js';
import { dayOf } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { OURS, OVER, address, dated, dueSign, dueWords, isRunning } from './evaluation.js';

const SIGNS = { 'in-force': 'yes', 'suspended': 'care', 'withdrawn': 'no' };

export async function room(desk) {
  const { api, signal } = desk;
  const [evaluations, rounds, told] = await Promise.all([
    api.get('/own/evaluations', { signal }),
    api.get('/own/rounds', { signal }),
    api.get('/own/summaries', { signal }),
  ]);
  const running = evaluations.items.filter((e) => !OVER.has(e.stage));
  const contestable = evaluations.items.filter((e) => OVER.has(e.stage) && mayAppeal(e));
  const earlier = evaluations.items.filter((e) => OVER.has(e.stage) && !mayAppeal(e));
  const waiting = told.items.filter((item) => item.open && !item.answer).length;
  return [
    head(t('home.title'), t('home.words')),
    h(
      'div.pane.home',
      waiting > 0
        ? note('care', t('home.told', { n: waiting }), h('p', h('a', { href: '#/told' }, t('home.told.open'))))
        : null,
      [...running, ...contestable].map((e) => card(e)),
      mayBegin(running) ? rounds.items.map((round) => invitation(desk, round)) : null,
      running.length === 0 && rounds.items.length === 0 ? empty(t('home.none'), t('home.none.words')) : null,
      earlier.length > 0 ? earlierTable(earlier) : null,
    ),
  ];
}

/** One whose star was withdrawn a short time ago. */
const mayAppeal = (e) => e.due?.which === 'withdrawal-appeal' && isRunning(e.due);

/** One that goes on lets no other begin, but for a star that may be rated once more. */
function mayBegin(running) {
  return running.every((e) => ['in-force', 'suspended'].includes(e.stage));
}

function card(e) {
  const due = e.due && isRunning(e.due) ? e.due : null;
  return h(
    'article.card.stack',
    h('h2', h('a', { href: `#${address(e.evaluation)}` }, t('home.evaluation', { round: e.round }))),
    h('p', signed(SIGNS[e.stage] ?? 'running', named({ chinese: e.stageChinese, english: e.stageEnglish }))),
    due ? h('p', signed(dueSign(due), `${t(`clock.own.${due.which}`)}${t('list.colon')}${dueWords(due)}`)) : null,
    h('p.small', t('home.unit', { unit: named(e.district), day: dated(dayOf(e.moved)) })),
    h(
      'div.acts',
      h(
        'a.button',
        { class: due && OURS.has(due.which) ? 'filled' : '', href: `#${address(e.evaluation)}` },
        t('home.open'),
      ),
      e.stage === 'self-checking'
        ? h('a.button.filled', { href: `#${address(e.evaluation, 'check')}` }, t('home.goOn'))
        : null,
    ),
  );
}

function invitation(desk, round) {
  const id = crypto.randomUUID();
  return h(
    'article.card.stack',
    h('h2', round.name),
    h('p', t('home.round', { from: dated(round.from), until: dated(round.until), unit: named(round.territory) })),
    h('p.small', t('home.round.words')),
    form({
      fields: () => [],
      body: null,
      send: async () => {
        const begun = await desk.api.post(
          '/own/evaluations',
          { id, round: round.round },
          { signal: desk.signal, repeatable: true },
        );
        desk.go(address(begun.evaluation, 'check'));
      },
      acts: h('div.acts', h('button.filled', { type: 'submit' }, t('home.begin'))),
    }),
  );
}

function earlierTable(items) {
  return h(
    'section',
    h('h2', t('home.earlier')),
    table({
      caption: t('home.earlier'),
      items,
      columns: [
        { head: t('home.round.name'), cell: (e) => rowLink(address(e.evaluation), t('home.evaluation', { round: e.round })) },
        { head: t('home.stage'), cell: (e) => named({ chinese: e.stageChinese, english: e.stageEnglish }) },
        { head: t('home.moved'), cell: (e) => dayOf(e.moved) },
      ],
    }),
  );
}
