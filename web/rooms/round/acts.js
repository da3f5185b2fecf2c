/** What was done in an evaluation, oldest first, each with who did it. */
import { h } from '../../kit/h.js';
import { dayOf, moment, shortDay, today } from '../../kit/dates.js';
import { t, tOr } from '../../kit/words.js';

export function timeline(one) {
  const names = new Map();
  one.draws.forEach((draw) => draw.urns.forEach((urn) => urn.experts.forEach((e) => names.set(e.expert, e.name))));
  return h(
    'ol.acts-of-case',
    one.proceedings.map((act) => line(act, names)),
  );
}

function line(act, names) {
  const day = dayOf(act.at);
  return h(
    'li',
    h(
      'time',
      { datetime: act.at, title: moment(act.at) },
      day.slice(0, 4) === today().slice(0, 4) ? shortDay(day) : day,
    ),
    h('div', sentence(act, names), act.words ? h('blockquote', act.words) : null),
  );
}

function sentence({ what, by, name, facts }, names) {
  const detail = facts.ruling ?? facts.mended ?? facts.shown ?? (facts.again ? 'again' : '');
  const key = detail && tOr(`round.act.${what}.${detail}`, '') ? `round.act.${what}.${detail}` : `round.act.${what}`;
  return t(key, {
    who: name ?? t(`round.by.${by}`),
    expert: names.get(facts.expert) ?? facts.expert ?? '',
    clause: facts.clause ?? '',
    ground: facts.ground ? t(`round.ground.${facts.ground}`) : '',
    record: facts.record ? t('round.record.of', { record: facts.record }) : '',
    until: facts.until ?? '',
    due: facts.due ?? '',
    by: facts.byTheChair ? t('round.act.byTheChair', { clauses: facts.byTheChair.split(' ').join(t('list.and')) }) : '',
  });
}
