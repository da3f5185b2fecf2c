/** What a caller or visitor tells, written down by an officer; ends with a receipt to read aloud and to print. */
import { fill, h, newId } from '../../kit/h.js';
import { area, choose, field, form, text } from '../../kit/form.js';
import { withQuery } from '../../kit/api.js';
import { empty, head, note } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { receiptCard } from './receipt.js';
import { settings } from './settings.js';

const LONGEST_WORDS = 500;
const PAUSE = 250;

export async function room(desk) {
  const { api, me, duties, signal, hold, again } = desk;
  if (!duties.handles) {
    return [head(t('intake.title')), h('div.pane', empty(t('intake.handler'), t('duty.ask')))];
  }
  const rules = await settings(api);
  const id = crypto.randomUUID();
  let institution = null;

  const kind = field({
    label: t('filter.kind'),
    required: true,
    control: choose(
      rules.kinds.map((k) => [k.id, named(k)]),
      'complaint',
      { name: 'kind' },
    ),
  });
  const category = field({ label: t('field.category'), required: true, control: choose([], '', { name: 'category' }) });
  const offer = () => {
    const before = category.control.value;
    const mine = rules.categoriesFor(kind.control.value);
    fill(
      category.control,
      mine.map((c) => h('option', { value: c.id, selected: c.id === before }, named(c))),
    );
  };
  kind.control.addEventListener('change', offer);
  offer();

  const found = h('div', { 'aria-live': 'polite' });
  const place = field({
    label: t('intake.place'),
    hint: t('intake.place.hint'),
    required: true,
    control: text({ name: 'place', maxlength: 100 }),
  });
  place.append(found);
  const unit = field({
    label: t('intake.unit'),
    hint: t('intake.unit.hint'),
    required: true,
    control: choose(
      rules.units.map((u) => [u.code, named(u)]),
      me.territory.code,
      { name: 'unit' },
    ),
  });
  place.control.addEventListener('input', () => {
    institution = null;
    search(place.control.value.trim());
  });
  let timer;
  function search(words) {
    clearTimeout(timer);
    if (words.length < 2) {
      fill(found);
      return;
    }
    timer = setTimeout(async () => {
      const list = await api.get(withQuery('/institutions', { q: words }), { signal }).catch(() => ({ items: [] }));
      if (place.control.value.trim() === words && !institution) {
        fill(found, list.items.length > 0 ? matches(list.items.slice(0, 8)) : h('p.small', t('intake.place.free')));
      }
    }, PAUSE);
  }
  const matches = (items) =>
    h(
      'div.found',
      items.map((item) =>
        h('button', { type: 'button', onclick: () => choosePlace(item) }, item.name, h('small', item.address)),
      ),
    );
  function choosePlace(item) {
    institution = item;
    place.control.value = item.name;
    unit.control.value = item.district;
    fill(found, note('yes', t('intake.place.chosen'), h('p', item.address ?? '')));
    words.control.focus();
  }

  const words = field({
    label: t('intake.words'),
    hint: t('intake.words.hint', { n: LONGEST_WORDS }),
    required: true,
    control: area({ name: 'words', rows: '6', maxlength: LONGEST_WORDS }),
  });
  const phone = field({
    label: t('intake.phone'),
    required: true,
    control: text({ name: 'contact.phone', inputmode: 'tel', maxlength: 20 }),
  });
  const name = field({ label: t('intake.name'), control: text({ name: 'contact.name', maxlength: 50 }) });
  const identity = radios(t('intake.identity'), ['confidential', 'named', 'anonymous'], () => {
    const hidden = identity.value() === 'anonymous';
    phone.isRequired = !hidden;
    phone.hidden = hidden;
    name.hidden = hidden;
  });
  const reference = field({
    label: t('intake.reference'),
    hint: t('intake.reference.hint'),
    control: text({ name: 'reference', maxlength: 40 }),
  });

  const done = h('div', { 'aria-live': 'polite' });
  let sent = false;
  const whole = form({
    fields: () => [kind, category, place, unit, words, phone, name, reference],
    send: async () => {
      const body = {
        id,
        kind: kind.control.value,
        category: category.control.value,
        ...(institution ? { institution: institution.id } : { place: place.control.value.trim() }),
        unit: unit.control.value,
        words: words.control.value.trim(),
        identity: identity.value(),
        channel: 'desk',
        ...(reference.control.value.trim() ? { reference: reference.control.value.trim() } : {}),
      };
      if (body.identity !== 'anonymous') {
        const called = name.control.value.trim();
        body.contact = { phone: phone.control.value.trim(), ...(called ? { name: called } : {}) };
      }
      const answer = await api.post('/complaints', body, { signal, repeatable: true });
      sent = true;
      whole.remove();
      fill(
        done,
        receiptCard(answer, desk, () => again()),
      );
      done.querySelector('h2').focus();
    },
    body: [
      h('div.correction', kind, category, place, unit),
      words,
      identity.element,
      h('div.correction', phone, name, reference),
    ],
    acts: h(
      'div.acts.gap',
      h('button.filled', { type: 'submit' }, t('intake.verb')),
      h('a.button.plainly', { href: '#/complaints' }, t('act.back')),
    ),
  });
  hold(() => !sent && Boolean(words.control.value.trim()));
  return [head(t('intake.title'), t('intake.about')), h('div.pane.intake', whole, done)];
}

function radios(label, values, changed) {
  const group = newId('r');
  const inputs = values.map((value, at) =>
    h('input', { type: 'radio', name: group, value, checked: at === 0, onchange: changed }),
  );
  const element = h(
    'fieldset.field',
    h('legend', label),
    h(
      'div.radios',
      inputs.map((input) => h('label', input, t(`identity.${input.value}`))),
    ),
  );
  return { element, value: () => inputs.find((input) => input.checked).value };
}
