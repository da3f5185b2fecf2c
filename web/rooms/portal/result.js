/** What the experts settled: each clause beside one's own word, why the stars are so many, and questions of fact. */
import { fill, h } from '../../kit/h.js';
import { choose, form } from '../../kit/form.js';
import { empty, note, sign, signed } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { say } from '../../kit/say.js';
import { named, t } from '../../kit/words.js';
import { dueSign, dueWords, exhibits, isBelow, isConfirmed, isCrossed, last, markWords, opening, read, step } from './evaluation.js';
import { limits, rateLadder, scores } from './worth.js';
import { wordsForm, written } from './words-form.js';

export async function room(desk) {
  const [one, files] = await Promise.all([read(desk), exhibits(desk)]);
  desk.signal.throwIfAborted();
  const forms = [];
  desk.hold(written(forms));
  return [
    opening(one, 'result', t('result.title'), t('result.about')),
    one.settled
      ? h(
          'div.two',
          h('div.pane', factCheck(desk, one), clauses(desk, one, files, forms)),
          h('aside', one.star ? trace(one) : null),
        )
      : h('div.pane', empty(t('result.none'), t('result.none.words'))),
  ];
}

/** While facts are checked: what may be said until when, and that there is nothing to say. */
function factCheck(desk, one) {
  if (one.stage !== 'fact-check') {
    return null;
  }
  const due = one.deadlines.find((d) => d.which === 'fact-check');
  if (!one.may.includes('confirm')) {
    return note('running', t(isConfirmed(one) ? 'fact.done' : 'fact.over'), h('p', t('fact.done.words')));
  }
  const id = crypto.randomUUID();
  const open = one.questions.filter((q) => !q.answer).length;
  return h(
    'section.turn',
    h('h2', t('fact.title')),
    h('p', t('fact.words')),
    due ? h('p', signed(dueSign(due), dueWords(due))) : null,
    open > 0 ? h('p', signed('running', t('fact.open', { n: open }))) : null,
    form({
      fields: () => [],
      body: null,
      send: async () => {
        await step(desk, 'confirm', { id });
        say(t('fact.confirmed'));
        desk.again();
      },
      acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('fact.confirm'))),
    }),
  );
}

const ONLY = {
  all: () => true,
  below: (one, clause) => isBelow(one.settled[clause.code], clause),
  differs: (one, clause) => differs(one.sheet.clauses[clause.code], one.settled[clause.code]),
  asked: (one, clause) => one.questions.some((q) => q.clause === clause.code),
};

const differs = (own, mark) =>
  Boolean(own) && (own.points !== mark.points || (own.notApplicable === null) !== (mark.notApplicable === null));

function clauses(desk, one, files, forms) {
  const rows = new Map(one.clauses.map((clause) => [clause, row(desk, one, clause, files, forms)]));
  const only = choose(
    Object.keys(ONLY).map((key) => [key, t(`result.only.${key}`)]),
    'all',
    { onchange: () => draw() },
  );
  const list = h('div.clauses');
  const draw = () => {
    const shown = one.clauses.filter((clause) => ONLY[only.value](one, clause));
    fill(
      list,
      shown.length === 0 ? h('p.empty', t('check.only.none')) : null,
      one.standard.parts.map((part) => [
        shown.some((c) => c.part === part) ? h('h2', named(part.title)) : null,
        part.chapters.map((chapter) => {
          const here = shown.filter((c) => c.chapter === chapter);
          return here.length > 0
            ? h('section.chapter', h('h3', `${chapter.code} ${named(chapter.title)}`), here.map((c) => rows.get(c)))
            : null;
        }),
      ]),
    );
  };
  draw();
  return [h('div.filters', h('label', t('check.only'), only)), list];
}

function row(desk, one, clause, files, forms) {
  const mark = one.settled[clause.code];
  const own = one.sheet.clauses[clause.code];
  const said = one.guidance[clause.code] ?? [];
  const questions = one.questions.filter((q) => q.clause === clause.code);
  const chair = one.byTheChair?.[clause.code];
  return h(
    'details.clause',
    { id: `clause-${clause.code}`, open: questions.some((q) => !q.answer) },
    h(
      'summary',
      h('span.code', clause.code),
      h('b', named(clause.title)),
      clause.redLine ? h('span.red', t('check.red')) : null,
      h(
        'span.at',
        sign(isCrossed(mark, clause) ? 'no' : isBelow(mark, clause) ? 'care' : 'yes'),
        h('span', mark.notApplicable === null ? t('own.mark.of', { n: mark.points, most: clause.most }) : t('own.mark.off.short')),
        questions.length > 0 ? h('span.asked', t(questions.some((q) => !q.answer) ? 'fact.asked' : 'fact.answered')) : null,
      ),
    ),
    h(
      'div.clause-body',
      h('p.asks', named(clause.requirement)),
      h(
        'dl.facts',
        h('dt', t('result.settled')),
        h('dd', markWords(mark, clause)),
        h('dt', t('result.own')),
        h('dd', markWords(own, clause), differs(own, mark) ? h('span.small', ` ${t('result.differs')}`) : null, files.list(own?.exhibits)),
        chair ? [h('dt', t('result.chair')), h('dd', chair)] : null,
        said.length > 0
          ? [
              h('dt', t('result.said')),
              h('dd', h('ul', said.map((s) => h('li', [s.reason, s.advice && t('result.advice', { words: s.advice })].filter(Boolean).join(t('result.stop')))))),
            ]
          : null,
      ),
      questions.map((q) => question(q, clause)),
      one.may.includes('question') ? ask(desk, clause, forms) : null,
    ),
  );
}

function question(q, clause) {
  return h(
    'div.question',
    h('p.small', t('fact.you', { at: moment(q.at) })),
    h('blockquote', q.words),
    q.answer
      ? [
          h('p.small', t('fact.chair', { at: moment(q.answer.at) })),
          h('blockquote', q.answer.words),
          h('p', q.answer.mark ? t('fact.changed', { mark: markWords(q.answer.mark, clause) }) : t('fact.kept')),
        ]
      : h('p', signed('running', t('fact.waits'))),
  );
}

function ask(desk, clause, forms) {
  const inside = wordsForm(desk, {
    name: 'question',
    label: t('fact.question'),
    hint: t('fact.question.hint'),
    verb: t('fact.question.verb'),
    done: t('fact.question.done'),
    more: { clause: clause.code },
  });
  forms.push(inside);
  return inside;
}

/** Why four and not five, from the engine's own steps. */
function trace(one) {
  const { star } = one;
  const ladder = rateLadder();
  ladder.show(Number(star.total.percent), one.standard.thresholds);
  const isPublished = Boolean(last(one, 'published'));
  return h(
    'section.worth.star',
    isPublished ? null : h('p.tag', t('result.draft')),
    h('h2', t('result.stars', { words: named(star.words) })),
    scores(star, one, one.settled),
    ladder.element,
    limits(star, star.stars + 1),
    h('details', h('summary', t('result.trace')), h('ol.trace', star.reckoning.map((words) => h('li', named(words))))),
  );
}
