/** The second person: what stands, what it becomes, why, and the decision. */
import { h } from '../kit/h.js';
import { askReason } from '../kit/dialog.js';
import { empty, foot, head, note, offer, problemNote } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { moment } from '../kit/dates.js';
import { t } from '../kit/words.js';
import { differences } from './differences.js';

export async function room({ api, params, signal, duties, go, again, region }) {
  const institution = await api.get(`/institutions/${params.id}`, { signal });
  const change = institution.pending;
  const name =
    institution.published?.premises?.name ??
    change?.edits.find((e) => e.path === 'premises//name')?.after ??
    institution.id;
  if (!change) {
    return [
      head(name, t('change.decided')),
      h(
        'div.pane',
        empty(
          t('change.decided'),
          t('change.decided.words'),
          h('a.button', { href: '#/changes' }, t('changes.title')),
          h('a.button.plainly', { href: `#/register/${params.id}` }, t('register.open')),
        ),
      ),
    ];
  }
  const said = h('div', { 'aria-live': 'polite' });
  const why = duties.whyNotCheck(change.by);
  const check = h('button.filled', { type: 'button', onclick: publish }, t('change.check'));
  async function publish() {
    check.disabled = true;
    try {
      await api.post(`/institutions/${params.id}/changes/${change.id}/check`, undefined, { repeatable: true, signal });
      say(t('change.checked', { name }));
      go('/changes');
    } catch (problem) {
      if (signal.aborted) {
        return;
      }
      check.disabled = false;
      said.replaceChildren(problemNote(problem, h('button', { type: 'button', onclick: again }, t('act.reread'))));
    }
  }
  const refuse = () =>
    askReason({
      title: t('change.refuse.title'),
      words: t('change.refuse.words'),
      label: t('refuse.reason'),
      verb: t('change.refuse'),
      act: async (reason) => {
        await api.post(`/institutions/${params.id}/changes/${change.id}/refuse`, { reason }, { repeatable: true });
        say(t('change.refused', { name }));
        go('/changes');
      },
    });
  return [
    head(name, t('change.about', { by: duties.who(change.by), at: moment(change.at) })),
    h(
      'div.pane.stack',
      said,
      why && duties.isMe(change.by) ? note('running', t('check.own'), h('p', t('check.own.words'))) : null,
      h('section', h('h2', t('change.reason')), h('p', change.source)),
      h(
        'section',
        differences(change.edits, {
          heading: t('change.differences', { n: change.edits.length }),
          region,
          single: true,
        }),
      ),
      photoOf(change),
    ),
    foot(
      h('a.button.plainly', { href: `#/register/${params.id}` }, t('register.open')),
      h('span.push', t('check.rule')),
      why ? offer(false, why) : [h('button', { type: 'button', onclick: refuse }, t('change.refuse')), check],
    ),
  ];
}

function photoOf(change) {
  return change.edits.some((e) => e.path.endsWith('/photo'))
    ? h('section', note('running', t('change.photo'), h('p', t('change.photo.words'))))
    : null;
}
