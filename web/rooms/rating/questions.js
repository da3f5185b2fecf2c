/** Questions of fact that the institution asks about settled marks; the chair answers each, with another mark where it is right. */
import { fill, h, newId } from '../../kit/h.js';
import { area, choose, field, form, text } from '../../kit/form.js';
import { note } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { markWords } from './clause-form.js';

const LONGEST = 1000;

export function questions({ view, step }, clauses) {
  if (view.questions.length === 0) {
    return null;
  }
  return h(
    'section',
    h('h2', t('question.title', { n: view.questions.length })),
    view.questions.map((question) =>
      h(
        'article.spread.stack',
        h('h3', `${question.clause} ${named(clauses.get(question.clause)?.title)}`),
        h('p.small', t('question.at', { at: moment(question.at) })),
        h('blockquote', question.words),
        question.answer
          ? note(
              'yes',
              t('question.answered', { at: moment(question.answer.at) }),
              h('p', question.answer.words),
              question.answer.mark ? h('p', t('question.changed', { mark: markWords(question.answer.mark) })) : null,
            )
          : view.may.includes('explain')
            ? answer(question, clauses.get(question.clause), step)
            : h('p.quiet', t('question.chair')),
      ),
    ),
  );
}

function answer(question, clause, step) {
  const words = field({
    label: t('question.answer'),
    required: true,
    control: area({ name: 'words', maxlength: LONGEST }),
  });
  const stays = choose(
    [
      ['', t('question.stays')],
      ['change', t('question.change')],
    ],
    '',
    { id: newId('q'), onchange: () => fill(place, stays.value ? mark.parts : null) },
  );
  const mark = markFields(clause);
  const place = h('div');
  return form({
    fields: () => [words, ...(stays.value ? mark.fields : [])],
    check: () => (stays.value ? mark.check() : []),
    body: [words, h('div.field', h('label', { for: stays.id }, t('question.mark')), stays), place],
    send: () =>
      step(
        'explain',
        { question: question.id, words: words.control.value.trim(), ...(stays.value ? mark.read() : {}) },
        t('question.done'),
      ),
    acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('question.verb'))),
  });
}

/** A clause's mark in a form: one of its scores, a number where it has no fixed ones, or that it does not apply. */
export function markFields(clause) {
  const control =
    clause.choices.length > 0
      ? choose(
          [
            ['', t('choose.mark')],
            ...clause.choices.map((n) => [String(n), t('mark.points', { n })]),
            ...(clause.mayNotApply ? [['off', t('score.off')]] : []),
          ],
          '',
          { name: 'points', onchange: () => showOff() },
        )
      : text({ name: 'points', inputmode: 'decimal', maxlength: '8' });
  const points = field({
    label: t('settle.mark', { clause: clause.code, n: clause.most }),
    required: true,
    control,
    hint: clause.choices.length > 0 ? null : t('settle.mark.hint', { n: clause.most }),
  });
  const off = field({ label: t('score.off.why'), control: text({ name: 'notApplicable', maxlength: '300' }) });
  off.hidden = true;
  function showOff() {
    off.hidden = control.value !== 'off';
  }
  const isNumber = () =>
    /^\d{1,5}(\.\d{1,2})?$/.test(control.value.trim()) && Number(control.value.trim()) <= clause.most;
  return {
    fields: [points, off],
    parts: [points, off],
    check: () => {
      if (control.value === 'off') {
        return off.control.value.trim() ? [] : [[off, t('score.off.missing')]];
      }
      return control.value && !isNumber() ? [[points, t('settle.mark.wrong', { n: clause.most })]] : [];
    },
    read: () =>
      control.value === 'off'
        ? { notApplicable: off.control.value.trim() }
        : { points: Number(control.value.trim()) },
  };
}
