/** A round is called, or changed: evaluations that began keep what they began with. */
import { h } from '../../kit/h.js';
import { open } from '../../kit/dialog.js';
import { choose, field, form, text } from '../../kit/form.js';
import { say } from '../../kit/say.js';
import { named, t } from '../../kit/words.js';

/**
 * @param round the one to change; null for a new one
 * @param like a round whose standard is taken over
 */
export async function callRound({ api, me, kinds, go, again }, round, like) {
  const all = await kinds();
  const from = round ?? like;
  const id = crypto.randomUUID();
  const line = (name, value, props) => text({ name, value: value ?? '', ...props });
  const fields = {
    round: field({
      label: t('round.id'),
      hint: t('round.id.hint'),
      required: true,
      control: line('round', round?.round, { maxlength: 32, readonly: Boolean(round) }),
    }),
    name: field({ label: t('round.name'), required: true, control: line('name', round?.name, { maxlength: 60 }) }),
    territory: field({
      label: t('round.where'),
      required: true,
      control: choose(places(me), round?.territory.code ?? me.territory.code, { name: 'territory' }),
    }),
    standard: field({
      label: t('round.standard'),
      hint: t('round.standard.hint'),
      required: true,
      control: line('standard', from?.standard, { maxlength: 40 }),
    }),
    edition: field({
      label: t('round.edition.number'),
      required: true,
      control: line('edition', from ? String(from.edition) : '1', { inputmode: 'numeric', maxlength: 3 }),
    }),
    from: field({
      label: t('round.from'),
      required: true,
      control: line('from', round?.from ?? me.today, { type: 'date' }),
    }),
    until: field({ label: t('round.until'), required: true, control: line('until', round?.until, { type: 'date' }) }),
    embargo: field({
      label: t('round.embargo'),
      hint: t('round.embargo.hint'),
      control: line('embargo', local(round?.embargo), { type: 'datetime-local' }),
    }),
  };
  const value = (name) => fields[name].control.value.trim();
  const taken = all.map((kind) => ({
    kind,
    box: h('input', { type: 'checkbox', checked: (from?.kinds ?? [all[0]?.id]).includes(kind.id) }),
  }));
  const boxes = field({
    label: t('round.kinds'),
    required: false,
    control: h('input', { type: 'hidden', name: 'kinds' }),
  });
  boxes.replaceChildren(
    h(
      'fieldset',
      h('legend', t('round.kinds')),
      h(
        'div.choices',
        taken.map(({ kind, box }) => h('label.choice', box, named(kind))),
      ),
    ),
  );
  boxes.control = taken[0].box;

  const box = open(
    t(round ? 'round.change' : 'round.call'),
    form({
      fields: () => [...Object.values(fields), boxes],
      check: () =>
        [
          /^[1-9]\d{0,2}$/.test(value('edition')) ? null : [fields.edition, t('round.edition.wrong')],
          taken.some(({ box: taking }) => taking.checked) ? null : [boxes, t('round.kinds.none')],
          value('until') && value('until') < value('from') ? [fields.until, t('round.until.early')] : null,
        ].filter(Boolean),
      send: async () => {
        const body = {
          id,
          round: value('round'),
          name: value('name'),
          territory: value('territory'),
          standard: value('standard'),
          edition: Number(value('edition')),
          kinds: taken.filter((k) => k.box.checked).map((k) => k.kind.id),
          from: value('from'),
          until: value('until'),
          embargo: value('embargo') ? `${value('embargo')}:00+08:00` : null,
          revision: round?.revision ?? 0,
        };
        if (body.embargo) {
          body.embargo = new Date(body.embargo).toISOString();
        }
        const kept = await api.post('/rounds', body, { repeatable: true });
        box.close();
        say(t('round.kept', { name: kept.name, day: kept.until }));
        if (round) {
          again();
        } else {
          go(`/rounds/${kept.round}`);
        }
      },
      body: [
        h('p.small', t('round.call.words')),
        h('div.form-two', fields.round, fields.name, fields.territory, boxes, fields.standard, fields.edition),
        h('div.form-two', fields.from, fields.until, fields.embargo),
      ],
      acts: h(
        'div.acts',
        h('button.plainly', { type: 'button', onclick: () => box.close() }, t('act.back')),
        h('button.filled', { type: 'submit' }, t(round ? 'round.change.verb' : 'round.call.verb')),
      ),
    }),
  );
  fields[round ? 'name' : 'round'].control.focus();
}

/** The officer's own territory, and the districts in it. */
function places(me) {
  const own = [me.territory.code, named(me.territory)];
  return [own, ...me.districts.filter((d) => d.code !== me.territory.code).map((d) => [d.code, named(d)])];
}

/** The city's clock, as a field for days and times wants it. */
function local(instant) {
  return instant ? new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16) : '';
}
