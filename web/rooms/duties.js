/** What this officer may do, and why not. */
import { t } from '../kit/words.js';

export function duties(me) {
  const has = (duty) => me.duties.includes(duty);
  return {
    registers: has('registrar'),
    checks: has('checker'),
    inspects: has('inspector'),
    /** Why this officer cannot be the second person for a proposal, or empty. */
    whyNotCheck: (by) => {
      if (!has('checker')) {
        return t('duty.needs.checker');
      }
      return by === me.id ? t('check.own') : '';
    },
    who: (id, name) => (id === me.id ? t('me') : name || id || ''),
  };
}
