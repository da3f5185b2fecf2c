/** Every clock of a case, for who wants to know. */
import { h } from '../../kit/h.js';
import { named, t } from '../../kit/words.js';

/** Each with its rule. */
export function clocksTable(clocks) {
  return h(
    'ul.clocks',
    clocks.map((clock) =>
      h(
        'li',
        h('b', t(`clock.${clock.which}`)),
        ' ',
        t('clocks.line', { start: clock.start, day: clock.day, days: clock.days, unit: t(`span.${clock.unit}`) }),
        clock.stopped ? t('clocks.stopped', { day: clock.stopped }) : '',
        clock.late ? h('b.no', t('clocks.late')) : '',
        h('small', named(clock.limit), clock.limit.basis ? t('clocks.basis', { basis: clock.limit.basis }) : ''),
      ),
    ),
  );
}
