/** A clock as the desk draws it: a sign, words, and one segment per day. Never red before it is overdue. */
import { h, svg } from './h.js';
import { sign } from './sign.js';
import { sentenceDay, shortDay, today, weekday } from './dates.js';
import { t } from './words.js';

/** A longer span is drawn as a plain bar. */
const MOST_SEGMENTS = 40;

/** no when overdue, care on the last day, running before it, open without a clock. */
export function stateOf(due) {
  if (!due || due.paused) {
    return 'open';
  }
  if (due.late) {
    return 'no';
  }
  return due.day === today() ? 'care' : 'running';
}

/** 剩2天, 今天24:00, 逾期1天 */
export function leftWords(due) {
  switch (stateOf(due)) {
    case 'open':
      return t(due ? 'due.paused' : 'due.none');
    case 'no':
      return due.left < 0 ? t('due.late', { n: -due.left }) : t('due.late.rest');
    case 'care':
      return t('due.today');
    default:
      return t('due.left', { n: due.left });
  }
}

/** Days that have passed, out of all. */
export function segments(due) {
  const share = due.late ? 1 : Math.max(0, Math.min(1, due.used / Math.max(1, due.days)));
  const cuts = [];
  if (due.unit !== 'month' && due.days <= MOST_SEGMENTS) {
    for (let day = 1; day < due.days; day += 1) {
      cuts.push(`M${((100 * day) / due.days).toFixed(1)} 0v8`);
    }
  }
  return svg(
    'svg.segments',
    { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { width: '100', height: '8' }),
    svg('rect', { width: (100 * (due.unit === 'month' ? passed(due) : share)).toFixed(1), height: '8' }),
    cuts.length > 0 ? svg('path', { d: cuts.join('') }) : null,
  );
}

/** Of months it is the days that are counted. */
function passed(due) {
  const whole = Date.parse(due.day) - Date.parse(due.start);
  return due.late ? 1 : Math.max(0, Math.min(1, (Date.parse(today()) - Date.parse(due.start)) / Math.max(1, whole)));
}

/** In a list: sign, words, and segments where the clock's whole length is told. */
export function clockCell(due) {
  const state = stateOf(due);
  return h(
    'div.left',
    { class: state },
    sign(state),
    h('span', h('b', leftWords(due)), due?.days ? segments(due) : null),
  );
}

/** 11-20 周五 */
export function dueDay(due) {
  return due ? `${shortDay(due.day)} ${weekday(due.day)}` : '';
}

/** A clock that binds somebody now, large. */
export function banner(clock, name) {
  const state = stateOf(clock);
  const day = t('day.full', { day: sentenceDay(clock.day), weekday: weekday(clock.day) });
  const n = Math.abs(clock.left);
  const unit = t(`span.${clock.unit === 'month' ? 'calendar_day' : clock.unit}`);
  const title = {
    open: () => t('banner.paused', { name }),
    no: () => t(n > 0 ? 'banner.late' : 'banner.late.rest', { name, day, n, unit }),
    care: () => t('banner.today', { name }),
    running: () => t('banner.left', { name, day, n, unit }),
  }[state]();
  return h(
    'div.banner',
    { class: state },
    sign(state),
    h(
      'div',
      h('b', title),
      segments(clock),
      h(
        'small',
        t(clock.unit === 'month' || clock.used < 1 ? 'banner.count.first' : 'banner.count', {
          start: shortDay(clock.start),
          days: clock.days,
          unit: t(`span.${clock.unit}`),
          used: clock.used,
        }),
        clock.extended ? t('banner.extended') : '',
        clock.provisional ? t('banner.provisional') : '',
      ),
    ),
  );
}
