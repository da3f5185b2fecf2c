/** Every sheet is in: where they are apart, under letters; what was said about it; and what the chair decides. */
import { fill, h } from '../../kit/h.js';
import { area, field, form } from '../../kit/form.js';
import { foot, head, note } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { markWords } from './clause-form.js';
import { markFields } from './questions.js';
import { exhibitsOf } from '../exhibits/exhibits.js';

const LONGEST = 300;
const LONGEST_SAID = 1000;

export async function settling(work) {
  const { view, about, step, leaveButton, address } = work;
  const exhibits = await exhibitsOf(work, address);
  const clauses = new Map(
    view.standard.parts.flatMap((p) => p.chapters.flatMap((c) => c.clauses.map((clause) => [clause.code, clause]))),
  );
  const { settling: told } = view;
  const isChair = view.may.includes('settle');
  return [
    head(view.name, about),
    h(
      'div.pane.stack',
      note(
        'running',
        told.spreads.length > 0 ? t('settle.title', { n: told.spreads.length }) : t('settle.none'),
        h('p', t('settle.words', { letter: told.you, n: Object.keys(told.agreed).length })),
        told.spreads.length > 0 && !isChair ? h('p', t('settle.chair')) : null,
      ),
      told.spreads.map((spread) => apart(spread, clauses.get(spread.clause), told, step, view, exhibits)),
      isChair ? decide(told.spreads, clauses, step) : null,
    ),
    foot(h('a.button.plainly', { href: '#/panels' }, t('panel.back')), leaveButton),
  ];
}

function apart(spread, clause, told, step, view, exhibits) {
  const record = h('div');
  const show = (discussion) =>
    fill(record, discussed(discussion.filter((each) => each.clause === spread.clause), told.you));
  show(told.discussion);
  return h(
    'article.spread.stack',
    h('h2', `${spread.clause} ${named(clause.title)}`),
    h('p', named(clause.requirement)),
    h(
      'ul.letters',
      spread.marks.map((mark) =>
        h(
          'li',
          h('b', mark.letter === told.you ? t('settle.you', { letter: mark.letter }) : mark.letter),
          h('span.strong', markWords(mark)),
          h('span', mark.reason || (mark.points === clause.most ? t('score.full') : t('settle.noReason'))),
          mark.advice ? h('span.quiet', t('settle.advice', { words: mark.advice })) : null,
          exhibits.list(mark.exhibits),
        ),
      ),
    ),
    h('h3', t('settle.discussion')),
    record,
    view.may.includes('discuss') ? speak(spread.clause, step, (now) => show(now.settling.discussion)) : null,
  );
}

function discussed(said, you) {
  return said.length === 0
    ? h('p.quiet', t('settle.discussion.none'))
    : h(
        'ol.said',
        said.map((each) =>
          h(
            'li',
            h('b', each.letter === you ? t('settle.you', { letter: each.letter }) : each.letter),
            h('span', each.words),
            h('small', moment(each.at)),
          ),
        ),
      );
}

function speak(clause, step, show) {
  const words = field({
    label: t('settle.say'),
    hint: t('settle.say.hint'),
    required: true,
    control: area({ name: 'words', rows: '2', maxlength: LONGEST_SAID }),
  });
  return form({
    fields: () => [words],
    body: words,
    send: async () => {
      show(await step('discuss', { clause, words: words.control.value.trim() }, t('settle.said'), { stay: true }));
      words.control.value = '';
    },
    acts: h('div.acts.gap', h('button', { type: 'submit' }, t('settle.say.verb'))),
  });
}

/** One ruling for each clause that is apart, all in one step. */
function decide(spreads, clauses, step) {
  const rulings = spreads.map(({ clause, marks }) => {
    const mark = markFields(clauses.get(clause));
    const reason = field({
      label: t('settle.reason', { clause }),
      required: true,
      control: area({ name: 'reason', rows: '2', maxlength: LONGEST }),
    });
    return { clause, marks, mark, reason };
  });
  return h(
    'section.spread',
    h('h2', t('settle.decide')),
    h('p', t(spreads.length > 0 ? 'settle.decide.words' : 'settle.decide.none')),
    form({
      fields: () => rulings.flatMap((r) => [...r.mark.fields, r.reason]),
      check: () => rulings.flatMap((r) => r.mark.check()),
      body: rulings.map((r) =>
        h(
          'fieldset.ruling',
          h('legend', `${r.clause} ${named(clauses.get(r.clause).title)}`),
          h('p.small', r.marks.map((each) => `${each.letter} ${markWords(each)}`).join('　')),
          r.mark.parts,
          r.reason,
        ),
      ),
      send: () =>
        step(
          'settle',
          {
            rulings: Object.fromEntries(
              rulings.map((r) => [r.clause, { ...r.mark.read(), reason: r.reason.control.value.trim() }]),
            ),
          },
          t('settle.done'),
        ),
      acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('settle.verb'))),
    }),
  );
}
