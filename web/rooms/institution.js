/** One institution: what the public reads now, where each fact comes from, what waits, and what was. */
import { h } from '../kit/h.js';
import { foot, head, note, offer, problemNote, sign, signed } from '../kit/parts.js';
import { moment, sentenceDay } from '../kit/dates.js';
import { named, t, tOr } from '../kit/words.js';
import { factSections } from './facts.js';
import { people } from './people.js';
import { history } from './history.js';
import { spoken } from './placard-words.js';

export async function room(desk) {
  const { api, params, kinds, signal, region } = desk;
  const [all, institution, past] = await Promise.all([
    kinds(),
    api.get(`/institutions/${params.id}`, { signal }),
    api.get(`/institutions/${params.id}/history`, { signal }).catch((problem) => ({ items: [], problem })),
  ]);
  signal.throwIfAborted();
  const kind = all.find((k) => k.id === institution.kind);
  const facts = institution.published ?? {};
  const name = facts.premises?.name ?? proposed(institution, 'name') ?? institution.id;
  const where = [
    named(kind),
    region(institution.district),
    facts.premises?.address ?? proposed(institution, 'address'),
  ];
  return [
    head(name, where.filter(Boolean).join(t('list.comma'))),
    h(
      'div.two',
      h(
        'div',
        institution.pending ? h('section', pending(institution, desk)) : null,
        institution.published
          ? [factSections(institution, kind, desk), people(institution, kind, desk)]
          : h('section', note('dashed', t('institution.unpublished'), h('p', t('institution.unpublished.words')))),
        h('section', h('h2', t('history')), past.problem ? problemNote(past.problem) : history(past.items, desk)),
      ),
      h('aside.stack', h('h2', t('verdict.title')), verdict(institution, desk), placard(institution, desk)),
    ),
    acts(institution, kind, desk),
  ];
}

function proposed(institution, field) {
  return institution.pending?.edits.find((e) => e.path === `premises//${field}`)?.after;
}

function pending(institution, { duties }) {
  const { pending: change, id } = institution;
  return note(
    'running',
    t('institution.pending', { n: change.edits.length, by: duties.who(change.by) }),
    h('p', t('institution.pending.words', { source: change.source, at: moment(change.at) })),
    h(
      'p',
      h(
        'a',
        { href: change.occasion ? `#/imports/${change.occasion}` : `#/changes/${id}` },
        t(change.occasion ? 'institution.pending.import' : 'institution.pending.open'),
      ),
    ),
  );
}

/** As a phone shows it: the answer first, then its reasons. */
function verdict({ verdict: judged, placard: code, published }, { me }) {
  if (!judged || !published) {
    return h('p.quiet', t('verdict.none'));
  }
  return h(
    'div.stack',
    h(
      'div.verdict',
      h(
        'p.answer',
        { class: judged.yes ? 'is-yes' : 'is-no' },
        sign(judged.yes ? 'yes' : 'no'),
        h('b', t(judged.yes ? 'verdict.yes' : 'verdict.no')),
      ),
      h(
        'ul',
        judged.reasons.map((reason) =>
          h(
            'li',
            signed(
              reason.met ? 'yes' : 'no',
              `${tOr(`verdict.${reason.what}`, reason.what)}${t('list.colon')}${t(reason.met ? 'verdict.met' : 'verdict.unmet')}`,
            ),
          ),
        ),
      ),
    ),
    h('p.small', t('verdict.day', { day: sentenceDay(judged.day) })),
    code
      ? h(
          'p',
          h(
            'a.button.plainly',
            { href: `${me.publicBaseUrl}/q/${code}`, target: '_blank', rel: 'noopener' },
            t('verdict.open'),
          ),
        )
      : null,
  );
}

function placard({ placard: code, published, id }, { duties }) {
  return [
    h('h2', t('placard')),
    code ? h('p', h('a', { href: `#/placards/${code}` }, spoken(code))) : h('p', signed('open', t('placard.none'))),
    !code && published
      ? offer(
          duties.registers,
          t('duty.needs.registrar'),
          h('a.button.plainly', { href: `#/placards/issue?institution=${id}` }, t('placards.issue.one')),
        )
      : null,
  ];
}

function acts(institution, kind, { duties }) {
  const { id, pending: change, published } = institution;
  if (!published) {
    return foot(h('span.push', t('institution.rule')), h('a.button.plainly', { href: '#/register' }, t('act.back')));
  }
  if (!duties.registers) {
    return foot(h('span.push', t('institution.rule')), offer(false, t('duty.needs.registrar')));
  }
  if (change && !duties.isMe(change.by)) {
    return foot(h('span.push', t('institution.rule')), offer(false, t('institution.wait')));
  }
  return foot(
    h('span.push', t('institution.rule')),
    kind.fields.some((f) => f.section === 'practice')
      ? h('a.button', { href: `#/register/${id}/practice` }, t('practice.verb'))
      : null,
    h('a.button.filled', { href: `#/register/${id}/correct?section=premises` }, t('correct.verb')),
  );
}
