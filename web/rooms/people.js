/** The people of an institution, each with what the register says of them and where it comes from. */
import { h } from '../kit/h.js';
import { t, named } from '../kit/words.js';
import { signed } from '../kit/sign.js';
import { correctAddress, mayCorrect, origin, origins, value } from './facts.js';

export function people(institution, kind, desk) {
  const fields = kind.fields.filter((f) => f.section === 'person');
  if (fields.length === 0) {
    return null;
  }
  const all = Object.entries(institution.published.person ?? {});
  const leads = ([, facts]) => (facts.leftOn ? 2 : /主诊/.test(facts.role ?? '') ? 0 : 1);
  all.sort((a, b) => leads(a) - leads(b));
  return h(
    'section',
    h(
      'div.titled',
      h('h2', t('section.person'), ' ', String(all.length)),
      mayCorrect(institution, desk)
        ? h('a', { href: correctAddress(institution.id, 'person', '') }, t('person.add'))
        : null,
    ),
    all.length === 0
      ? h('p.quiet', t('facts.none'))
      : h(
          'ul.people',
          all.map(([code, facts]) => person(institution, fields, code, facts, desk)),
        ),
  );
}

function person(institution, fields, code, facts, desk) {
  const shown = fields.filter((f) => facts[f.id] !== undefined);
  const from = origins(
    institution,
    shown.map((f) => `person/${code}/${f.id}`),
  );
  const conditions = institution.conditions?.[code];
  return h(
    'li.person',
    h(
      'details',
      h(
        'summary',
        h('span.initial', { 'aria-hidden': 'true' }, [...(facts.name ?? '')][0] ?? ''),
        h(
          'span.who',
          h('b', facts.name ?? code),
          ' ',
          facts.role ?? '',
          h('small', [facts.specialties, facts.scope, `…${code.slice(-4)}`].filter(Boolean).join(t('list.comma'))),
        ),
        facts.leftOn ? signed('open', t('person.left', { day: facts.leftOn })) : null,
        conditions ? three(conditions, facts.role === '护士', institution.verdict) : null,
      ),
      from.most ? h('p.origin', t('facts.origin'), t('list.colon'), origin(from.most, desk)) : null,
      h(
        'dl.facts',
        shown.map((f) => [
          h('dt', named(f)),
          h(
            'dd',
            f.id === 'photo' ? t('person.photo.kept') : value(f, facts[f.id], desk),
            ' ',
            origin(from.other(`person/${code}/${f.id}`), desk),
          ),
        ]),
      ),
      mayCorrect(institution, desk)
        ? h(
            'p.acts.gap',
            h('a.button.plainly', { href: correctAddress(institution.id, 'person', code) }, t('correct.this')),
            fields.some((f) => f.id === 'photo')
              ? h(
                  'a.button.plainly',
                  { href: `#/register/${institution.id}/photo/${encodeURIComponent(code)}` },
                  t(facts.photo ? 'photo.change' : 'photo.add'),
                )
              : null,
          )
        : null,
    ),
  );
}

/** The three conditions, told by the signs and words of the public page. */
function three({ qualified, registeredHere, leads }, isNurse, verdict) {
  const one = (met, word, unmet) => signed(met ? 'yes' : unmet, t(`condition.${word}${met ? '' : '.no'}`));
  const isShut = verdict?.reasons.some((r) => r.what === 'practice' && !r.met);
  const inVain = registeredHere && !verdict?.yes;
  return h(
    'span.three',
    one(qualified, isNurse ? 'nurse' : 'doctor', 'no'),
    inVain
      ? signed('no', t(isShut ? 'condition.here.closed' : 'condition.here.cannot'))
      : one(registeredHere, 'here', 'no'),
    one(leads, isNurse ? 'training' : 'lead', 'care'),
  );
}
