/** Further parts of an evaluation's file: questions, notice, appeal, replies, plans, record. */
import { h } from '../../kit/h.js';
import { note, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { isAboutWithdrawal, markWords } from './stages.js';

export function questionsPart(one) {
  return one.questions.length === 0
    ? null
    : h(
        'section',
        h('h2', t('round.questions')),
        one.openQuestions > 0 ? note('care', t('round.questions.open', { n: one.openQuestions })) : null,
        table({
          caption: t('round.questions'),
          items: one.questions,
          columns: [
            { head: t('round.clause'), names: true, class: 'nowrap', cell: (q) => q.clause },
            { head: t('round.question'), cell: (q) => [q.words, h('small', moment(q.at))] },
            {
              head: t('round.answered'),
              cell: (q) => (q.answer ? answer(q.answer) : signed('open', t('round.answered.not'))),
            },
          ],
        }),
      );
}

const answer = (given) => [
  given.words,
  given.mark ? h('b', ` ${t('round.answered.mark', { mark: markWords(given.mark) })}`) : null,
  h('small', moment(given.at)),
];

/** Objections during the notice that nobody answered yet. */
export function noticePart(one) {
  return one.objections.length === 0
    ? null
    : h(
        'section',
        h('h2', t('round.objections')),
        one.objections.map((o) =>
          note('care', t('round.objection.at', { at: moment(o.at) }), h('blockquote', o.words)),
        ),
      );
}

/** An appeal as it waits, and who must not decide it. */
export function appealPart(one) {
  return one.stage === 'under-appeal'
    ? h(
        'section',
        h('h2', t('round.appeal')),
        h('blockquote', one.appeal),
        h('p', t('round.appeal.who')),
        h('p.small', t('round.appeal.hadPart', { names: one.hadPart.join(t('list.and')) })),
      )
    : null;
}

/** Why a star was withdrawn, as long as that stands or is appealed against. */
export function withdrawalPart(one) {
  const last = (what) => one.proceedings.findLast((p) => p.what === what);
  return one.stage === 'withdrawn' || isAboutWithdrawal(one)
    ? h(
        'section',
        h('h2', t('round.withdrawal')),
        [last('withdrawalProposed'), last('withdrawn')].map((act) => [
          h(
            'p',
            t(`round.act.${act.what}`, { who: act.name, ground: t(`round.ground.${act.facts.ground}`) }),
            h('span.small.quiet', ` ${moment(act.at)}`),
          ),
          h('blockquote', act.words),
        ]),
      )
    : null;
}

/** The institution's own words: what waits to be looked at, and what stands beside the star. */
export function repliesPart(one) {
  const decided = new Map(one.proceedings.filter((p) => p.what === 'replyModerated').map((p) => [p.facts.reply, p]));
  const replies = one.proceedings.filter((p) => p.what === 'replied');
  return replies.length === 0
    ? null
    : h(
        'section',
        h('h2', t('round.replies')),
        replies.map((reply) => {
          const verdict = decided.get(reply.id);
          const state = verdict ? (verdict.facts.shown === 'true' ? 'shown' : 'hidden') : 'waits';
          return note(
            'dashed',
            t(`round.reply.${state}`, { at: moment(reply.at) }),
            h('blockquote', reply.words),
            verdict?.words ? h('p.small', verdict.words) : null,
          );
        }),
      );
}

/** Photos and documents that the institution and the experts named, by clause; experts' only once sheets are open. */
export function exhibitsPart(one, { files, lookAt }) {
  const clauses = [...new Set(files.map((file) => file.clause))];
  return clauses.length === 0
    ? null
    : h(
        'section',
        h('h2', t('round.exhibits')),
        table({
          caption: t('round.exhibits'),
          items: clauses,
          columns: [
            { head: t('round.clause'), names: true, class: 'nowrap', cell: (clause) => clause },
            ...['institution', 'expert'].map((from) => ({
              head: t(`round.exhibits.${from}`),
              cell: (clause) => lookAt.list(files.filter((file) => file.clause === clause && file.from === from)),
            })),
          ],
        }),
      );
}

export function plansPart(one, { lookAt }) {
  return one.plans.length === 0
    ? null
    : h(
        'section',
        h('h2', t('round.plans')),
        table({
          caption: t('round.plans'),
          items: one.plans,
          columns: [
            { head: t('round.clause'), names: true, class: 'nowrap', cell: (p) => p.clause },
            {
              head: t('round.plan'),
              cell: (p) => [
                p.words,
                p.proofs.map((proof) => [
                  h('small', t('round.proof', { words: proof.words })),
                  lookAt.list(proof.exhibits),
                ]),
              ],
            },
            { head: t('round.plan.due'), class: 'nowrap', cell: (p) => p.due },
            { head: t('round.plan.state'), cell: planState },
          ],
        }),
      );
}

function planState(plan) {
  if (plan.mended === true) {
    return signed('yes', t('round.mended.yes'));
  }
  if (plan.late) {
    return signed('no', t('round.plan.late'));
  }
  return plan.mended === false ? signed('care', t('round.mended.no')) : signed('open', t('round.plan.open'));
}

/** Whether routine inspections spare the institution today, condition by condition. */
export function exemptionPart(one) {
  const { exemption } = one;
  return exemption
    ? h(
        'section',
        h('h2', t('round.exemption')),
        h(
          'p',
          exemption.holds
            ? signed('yes', t('round.exemption.yes', { until: exemption.until }))
            : signed('open', t('round.exemption.no')),
        ),
        h(
          'ul.conditions',
          exemption.conditions.map((c) =>
            h(
              'li',
              signed(c.met ? 'yes' : 'open', named(c)),
              c.until ? h('span.small', ` ${t('round.exemption.until', { until: c.until })}`) : null,
            ),
          ),
        ),
        h('p.small', named(exemption.never)),
      )
    : null;
}

/** What the bureau knows of the institution beside the sheets, and what it weighs today. */
export function recordPart(one) {
  const { events, warnings, demerits, against } = one.record;
  return h(
    'section',
    h('h2', t('round.record')),
    against.map((reason) =>
      note(
        'no',
        t('round.against', { ground: t(`round.ground.${reason.ground}`) }),
        reason.record ? h('p', reason.record) : null,
      ),
    ),
    warnings.length > 0 ? note('care', t('round.warnings', { n: warnings.length })) : null,
    events.length === 0
      ? h('p.quiet', t('round.record.none'))
      : [
          table({
            caption: t('round.record'),
            items: events,
            columns: [
              { head: t('round.record.on'), names: true, class: 'nowrap', cell: (e) => e.on },
              { head: t('round.record.kind'), cell: (e) => t(`round.event.${e.kind}`) },
              { head: t('round.record.number'), cell: (e) => e.record },
              { head: t('round.record.weight'), class: 'num', cell: (e) => (e.weight / 100).toFixed(2) },
            ],
          }),
          h('p.small', t('round.record.sum', { sum: (demerits / 100).toFixed(2) })),
        ],
  );
}
