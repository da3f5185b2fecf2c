/** A year's notice of days off: until it is in, due days of that year are provisional. */
import { fill, h } from '../../kit/h.js';
import { area, choose, field, form, text } from '../../kit/form.js';
import { empty, head, note } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { weekday } from '../../kit/dates.js';
import { t } from '../../kit/words.js';

const DAY = /\d{4}-\d{2}-\d{2}/g;

export async function room({ api, duties, signal, query, go, hold, me }) {
  if (!duties.supervises || !duties.ofCity) {
    return [head(t('calendar.title')), h('div.pane', empty(t('oversight.city'), t('duty.ask')))];
  }
  const now = Number(me.today.slice(0, 4));
  const year = Number(query.get('year')) || now + 1;
  const known = await api.get(`/calendar/${year}`, { signal });
  const days = (label, hint, name, list) =>
    field({ label, hint, required: name === 'off', control: area({ name, rows: '5', value: list.join(' ') }) });
  const off = days(t('calendar.off'), t('calendar.off.hint', { year }), 'off', known.off);
  const work = days(t('calendar.work'), t('calendar.work.hint'), 'work', known.work);
  const source = field({
    label: t('calendar.source'),
    hint: t('calendar.source.hint'),
    required: true,
    control: text({ name: 'source', maxlength: 300, value: known.source }),
  });
  const read = (f) => [...new Set(f.control.value.match(DAY) ?? [])].sort();
  const seen = h('div.small', { 'aria-live': 'polite' });
  const tell = () =>
    fill(
      seen,
      h('p', t('calendar.counted', { off: read(off).length, work: read(work).length })),
      h(
        'p',
        read(work)
          .map((day) => `${day} ${weekday(day)}`)
          .join(t('list.and')),
      ),
    );
  [off, work].forEach((f) => f.control.addEventListener('input', tell));
  tell();
  let touched = false;
  const whole = form({
    fields: () => [off, work, source],
    check: () => (read(off).length === 0 ? [[off, t('calendar.off.none')]] : []),
    send: async () => {
      await api.send(
        'PUT',
        `/calendar/${year}`,
        JSON.stringify({ off: read(off), work: read(work), source: source.control.value.trim() }),
        { 'content-type': 'application/json' },
        { signal, repeatable: true },
      );
      touched = false;
      say(t('calendar.kept', { year }));
      go(`/complaints/calendar?year=${year}`);
    },
    body: [off, work, seen, source],
    acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('calendar.verb', { year }))),
  });
  whole.addEventListener('input', () => {
    touched = true;
  });
  hold(() => touched);
  const years = choose(
    [now - 1, now, now + 1, now + 2].map((y) => [String(y), String(y)]),
    String(year),
    { onchange: () => go(`/complaints/calendar?year=${years.value}`) },
  );
  return [
    head(t('calendar.title'), t('calendar.words'), h('label', t('calendar.year'), ' ', years)),
    h(
      'div.pane.stack',
      known.official
        ? note('yes', t('calendar.official', { year }), h('p', known.source))
        : note('care', t('calendar.missing', { year }), h('p', t('calendar.missing.words'))),
      whole,
    ),
  ];
}
