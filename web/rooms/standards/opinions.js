/** What was said of an edition, and what was made of it: entered by the office, whoever said it. */
import { fill, h } from '../../kit/h.js';
import { open } from '../../kit/dialog.js';
import { area, choose, field, form, text } from '../../kit/form.js';
import { signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { t } from '../../kit/words.js';
import { paste } from './paste.js';

const SOURCES = ['institution', 'association', 'expert', 'department', 'public'];
const TAKEN = { wholly: 'yes', partly: 'care', not: 'no' };

/** @param take does a step of the edition with its fields, and shows the edition anew */
export function opinions({ edition, mayKeep, take }) {
  const { opinions: all } = edition;
  const waiting = all.filter((o) => !o.answer).length;
  return h(
    'section',
    h('h2', t('std.op', { n: all.length })),
    edition.consulted ? h('p.quiet', t('std.op.days', { from: edition.consulted.from, until: edition.consulted.until })) : null,
    all.length === 0
      ? h('p.quiet', t('std.op.none'))
      : [
          waiting > 0 ? signed('care', t('std.op.waiting', { n: waiting })) : signed('yes', t('std.op.answered')),
          table({
            caption: t('std.op', { n: all.length }),
            items: all,
            columns: [
              { head: t('std.op.on'), class: 'nowrap', cell: (o) => o.on },
              { head: t('std.op.from'), cell: (o) => [t(`std.op.from.${o.from}`), o.name ? h('small', o.name) : null] },
              { head: t('std.op.clause'), class: 'nowrap', cell: (o) => o.clause ?? t('std.op.whole') },
              { head: t('std.op.words'), names: true, cell: (o) => o.words },
              { head: t('std.op.answer'), cell: (o) => answered(o, mayKeep, take) },
            ],
          }),
        ],
    mayKeep ? enter(edition, take) : null,
  );
}

function answered(opinion, mayKeep, take) {
  const told = opinion.answer
    ? [signed(TAKEN[opinion.answer.taken], t(`std.op.taken.${opinion.answer.taken}`)), h('small', opinion.answer.words)]
    : [signed('open', t('std.op.open'))];
  return mayKeep
    ? [...told, h('button.link', { type: 'button', onclick: () => answer(opinion, take) }, t(opinion.answer ? 'std.op.again' : 'std.op.verb'))]
    : told;
}

function answer(opinion, take) {
  const id = crypto.randomUUID();
  const taken = field({
    label: t('std.op.taken'),
    required: true,
    control: choose(Object.keys(TAKEN).map((k) => [k, t(`std.op.taken.${k}`)]), opinion.answer?.taken ?? 'wholly', { name: 'taken' }),
  });
  const words = field({
    label: t('std.op.why'),
    hint: t('std.op.why.hint'),
    required: true,
    control: area({ name: 'words', maxlength: 500, value: opinion.answer?.words ?? '' }),
  });
  const box = open(
    t('std.op.verb'),
    h(
      'div',
      h('p', opinion.words),
      form({
        fields: () => [taken, words],
        body: [taken, words],
        send: async () => {
          await take('answer', { id, opinion: opinion.id, taken: taken.control.value, words: words.control.value.trim() });
          box.close();
        },
        acts: h(
          'div.acts',
          h('button.plainly', { type: 'button', onclick: () => box.close() }, t('act.back')),
          h('button.filled', { type: 'submit' }, t('std.op.keep')),
        ),
      }),
    ),
  );
}

/** One opinion; the ids stay while the form stands, so that what was sent twice is kept once. */
function enter(edition, take) {
  const ask = crypto.randomUUID();
  const id = crypto.randomUUID();
  const on = field({ label: t('std.op.on'), required: true, control: h('input', { type: 'date', name: 'opinions[0].on', value: edition.today, max: edition.today }) });
  const from = field({
    label: t('std.op.from'),
    required: true,
    control: choose(SOURCES.map((s) => [s, t(`std.op.from.${s}`)]), 'institution', { name: 'opinions[0].from' }),
  });
  const name = field({ label: t('std.op.name'), hint: t('std.op.name.hint'), control: text({ name: 'opinions[0].name', maxlength: 60 }) });
  const codes = edition.text.parts.flatMap((part) => part.clauses.map((c) => [c.code, c.code]));
  const clause = field({
    label: t('std.op.clause'),
    control: choose([['', t('std.op.whole')], ...codes], '', { name: 'opinions[0].clause' }),
  });
  const words = field({ label: t('std.op.words'), hint: t('std.op.words.hint'), required: true, control: area({ name: 'opinions[0].words', maxlength: 1000 }) });
  const place = h('div');
  const many = () =>
    paste({
      today: edition.today,
      sources: SOURCES.map((s) => [s, t(`std.op.from.${s}`)]),
      codes: codes.map(([code]) => code),
      take,
    });
  const shut = h(
    'div.acts.gap',
    h('button', { type: 'button', onclick: () => fill(place, whole) }, t('std.op.enter')),
    h('button.plainly', { type: 'button', onclick: many }, t('std.paste')),
  );
  const whole = form({
    fields: () => [on, from, name, clause, words],
    body: h('div.fields', on, from, name, clause, words),
    send: () =>
      take('hear', {
        id: ask,
        opinions: [
          {
            id,
            on: on.control.value,
            from: from.control.value,
            name: name.control.value.trim() || null,
            clause: clause.control.value || null,
            words: words.control.value.trim(),
          },
        ],
      }),
    acts: h(
      'div.acts.gap',
      h('button.filled', { type: 'submit' }, t('std.op.keep')),
      h('button.plainly', { type: 'button', onclick: () => fill(place, shut) }, t('act.back')),
    ),
  });
  return fill(place, shut);
}
