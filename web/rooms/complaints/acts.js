/** The steps of a case in plain words, oldest first, each with who took it. */
import { h } from '../../kit/h.js';
import { dayOf, moment, shortDay, today } from '../../kit/dates.js';
import { named, t, tOr } from '../../kit/words.js';

/** Steps that only the desk sees; the others stand on the complainant's page too. */
const INSIDE = new Set(['noted', 'assigned', 'classified', 'reminded', 'followed', 'summarised', 'countered']);

export function timeline(one, rules, duties) {
  return h(
    'ol.acts-of-case',
    one.acts.map((act) => line(act, one, rules, duties)),
  );
}

function line(act, one, rules, duties) {
  const day = dayOf(act.at);
  return h(
    'li',
    { class: INSIDE.has(act.what) ? 'inside' : '' },
    h(
      'time',
      { datetime: act.at, title: moment(act.at) },
      day.slice(0, 4) === today().slice(0, 4) ? shortDay(day) : day,
    ),
    h(
      'div',
      sentence(act, one, rules, duties),
      INSIDE.has(act.what) ? h('span.small', ` ${t('act.inside')}`) : null,
      act.words && act.what !== 'filed' ? h('blockquote', act.words) : null,
    ),
  );
}

/** Who, then what was done. */
function sentence(act, one, rules, duties) {
  const { facts } = act;
  const own = tOr(`act.${act.what}.${facts.part ?? facts.result ?? facts.ruling ?? facts.mark ?? facts.notified ?? ''}`, '');
  const what = act.what === 'filed' && act.by.kind === 'bureau' ? 'filedFor' : act.what;
  const words = own || tOr(`act.${what}`, act.what);
  const ground = rules.ground(facts.ground);
  const values = {
    who: who(act, one, duties),
    unit: named(facts.unit),
    name: facts.name ?? '',
    ground: named(ground) || facts.ground,
    category: rules.category(facts.category),
    result: rules.result(facts.result),
    clock: facts.clock ? t(`clock.${facts.clock}`) : '',
    number: spokenNumber(facts.lead ?? facts.follower ?? ''),
    reason: act.what === 'evidenceRefused' ? tOr(`evidence.refused.${facts.reason}`, facts.reason) : facts.reason,
    from: facts.from,
    to: facts.to,
    slot: facts.slot,
    identity: facts.identity ? t(`identity.${facts.identity}`) : '',
    rated: facts.satisfaction ? t(`rated.${facts.satisfaction}`) : '',
    solved: facts.solved ? t(`solved.${facts.solved}`) : '',
  };
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? '');
}

function who({ by }, one, duties) {
  switch (by.kind) {
    case 'complainant':
      return t(`filer.${one.kind}`);
    case 'premises':
      return t('by.premises');
    case 'bureau':
      return duties.isMe(by.officer) ? t('me') : by.name;
    default:
      return t('by.sweep');
  }
}

/** A case's number in groups of four. */
export function spokenNumber(number) {
  return String(number).replace(/(.{4})(?=.)/g, '$1 ');
}
