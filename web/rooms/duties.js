/** What this officer may do, and why not. */
import { named, t } from '../kit/words.js';

/** @param names officers by id, as far as replies told */
export function duties(me, names) {
  const has = (duty) => me.duties.includes(duty);
  const isMe = (by) => by === me.id;
  return {
    registers: has('registrar'),
    checks: has('checker'),
    inspects: has('inspector'),
    handles: has('handler'),
    supervises: has('supervisor'),
    audits: has('auditor'),
    /** Scores as an expert, and whether that is all. */
    scores: has('expert'),
    onlyScores: me.duties.every((duty) => duty === 'expert'),
    organises: has('organiser'),
    /** Works on evaluations: organises them, publishes as the second person, or decides appeals. */
    rates: has('organiser') || has('checker') || has('adjudicator'),
    /** Keeps the rating's standards, or reads them for a district's rounds. */
    standards: has('organiser') || (has('checker') && me.territory.code.endsWith('00')),
    /** Works on complaints. */
    complaints: has('handler') || has('supervisor'),
    /** Works on the register or its placards. */
    register: has('registrar') || has('checker') || has('inspector'),
    /** The city's officers decide between districts. */
    ofCity: me.territory.code.endsWith('00'),
    /** Why this officer cannot be the second person for a proposal, or empty. */
    whyNotCheck: (by) => {
      if (!has('checker')) {
        return t('duty.needs.checker');
      }
      return isMe(by) ? t('check.own') : '';
    },
    isMe,
    who: (id) => (isMe(id) ? t('me') : (names.get(id) ?? id ?? '')),
  };
}

/** The districts to choose from; a city's officer may take all at once. */
export function districts(me) {
  const all = me.districts.map((d) => [d.code, named(d)]);
  return all.length > 1 ? [...all, [me.territory.code, t('districts.all')]] : all;
}
