/** The next step of an edition: what may be done now, by whom, or who is waited for. */
import { h } from '../../kit/h.js';
import { ask, askReason } from '../../kit/dialog.js';
import { field, form } from '../../kit/form.js';
import { note, problemNote, signed } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { t } from '../../kit/words.js';

/**
 * @param seen the simulation that is on the screen, or nothing
 * @param take does a step with its fields, and shows the edition anew
 */
export function next({ edition, duties, seen, take }) {
  const keeps = duties.organises && duties.ofCity;
  const { status, proposal } = edition;
  if (proposal) {
    return waiting({ edition, duties, take });
  }
  if (status === 'retired') {
    return note('dashed', t('std.next.retired'), h('p', t('std.next.retired.words')));
  }
  if (!keeps) {
    return note('dashed', t(`std.next.${status}`), h('p', t('std.needs.organiser')));
  }
  const acts = {
    draft: () => consult(take),
    comment: () => trial(edition, take),
    trial: () => propose(seen, take),
    'in-force': () => reason('retire', take),
  }[status]();
  return h(
    'section.next',
    h('h2', t(`std.next.${status}`)),
    h('p.quiet', t(`std.next.${status}.words`)),
    acts,
    status === 'in-force' ? null : h('p', giveUp(take)),
  );
}

function consult(take) {
  const id = crypto.randomUUID();
  const date = (name) => field({ label: t(`std.consult.${name}`), required: true, control: h('input', { type: 'date', name }) });
  const from = date('from');
  const until = date('until');
  return form({
    fields: () => [from, until],
    body: h('div.fields', from, until),
    send: async () => {
      await take('consult', { id, from: from.control.value, until: until.control.value });
      say(t('std.done.consult'));
    },
    acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('std.verb.consult'))),
  });
}

/** What stands against the trial is said before anybody presses. */
function trial(edition, take) {
  const { consulted, today, opinions } = edition;
  const open = opinions.filter((o) => !o.answer).length;
  if (consulted && today <= consulted.until) {
    return signed('running', t('std.trial.awaited', { until: consulted.until }));
  }
  return open > 0 ? signed('care', t('std.trial.open', { n: open })) : step('try', 'std.verb.try', take);
}

function propose(seen, take) {
  if (!seen) {
    return signed('open', t('std.propose.first'));
  }
  const id = crypto.randomUUID();
  return h(
    'div.acts',
    h(
      'button.filled',
      {
        type: 'button',
        onclick: () =>
          askReason({
            title: t('std.verb.propose'),
            words: t('std.propose.words', { n: seen.sheets, changed: seen.changed, day: seen.day }),
            label: t('std.propose.why'),
            verb: t('std.verb.propose'),
            act: async (words) => {
              await take('propose', { id, day: seen.day, digest: seen.digest, words });
              say(t('std.done.propose'));
            },
          }),
      },
      t('std.verb.propose'),
    ),
  );
}

function step(name, verb, take) {
  const id = crypto.randomUUID();
  const said = h('div', { 'aria-live': 'polite' });
  const button = h(
    'button.filled',
    {
      type: 'button',
      onclick: async () => {
        button.disabled = true;
        try {
          await take(name, { id });
          say(t(`std.done.${name}`));
        } catch (problem) {
          said.replaceChildren(problemNote(problem));
          button.disabled = false;
        }
      },
    },
    t(verb),
  );
  return [said, h('div.acts', button)];
}

function reason(name, take, kind = 'button') {
  const id = crypto.randomUUID();
  return h(
    kind,
    {
      type: 'button',
      onclick: () =>
        askReason({
          title: t(`std.verb.${name}`),
          words: t(`std.${name}.words`),
          label: t('std.reason'),
          verb: t(`std.verb.${name}`),
          act: async (words) => {
            await take(name, { id, words });
            say(t(`std.done.${name}`));
          },
        }),
    },
    t(`std.verb.${name}`),
  );
}

const giveUp = (take) => reason('give-up', take, 'button.link');

/** Proposed: the second person, who neither wrote nor proposed it, says yes or no. */
function waiting({ edition, duties, take }) {
  const { proposal } = edition;
  const drafted = [...edition.steps].reverse().find((s) => s.what === 'drafted');
  const own = duties.isMe(proposal.by) || duties.isMe(drafted?.by);
  const may = duties.checks && duties.ofCity && !own;
  return h(
    'section.next',
    h('h2', t(`std.waits.${proposal.to}`)),
    h('p', t('std.waits.by', { who: duties.who(proposal.by), words: proposal.words })),
    proposal.seen
      ? h('p', t('std.waits.seen', { day: proposal.seen.day, n: proposal.seen.sheets, changed: proposal.seen.changed, open: proposal.seen.open }))
      : null,
    may
      ? [h('div.acts', decide(edition, take), reason('refuse', take))]
      : signed('open', t(duties.checks && duties.ofCity ? 'std.waits.own' : 'std.waits.checker')),
  );
}

function decide({ edition, proposal }, take) {
  const id = crypto.randomUUID();
  const said = h('div', { 'aria-live': 'polite' });
  const button = h(
    'button.filled',
    {
      type: 'button',
      onclick: async () => {
        const verb = t(`std.verb.decide.${proposal.to}`);
        const sure = await ask({ title: verb, words: t(`std.decide.words.${proposal.to}`, { n: edition }), verb });
        if (!sure) {
          return;
        }
        button.disabled = true;
        said.replaceChildren(signed('running', t('std.deciding')));
        try {
          await take('decide', { id });
          say(t(`std.done.decide.${proposal.to}`));
        } catch (problem) {
          said.replaceChildren(problemNote(problem));
          button.disabled = false;
        }
      },
    },
    t(`std.verb.decide.${proposal.to}`),
  );
  return h('div', said, button);
}
