/** A correction by hand: each field shows what stands now beside what it becomes; a second person publishes it. */
import { fill, h } from '../kit/h.js';
import { area, choose, field, form, text } from '../kit/form.js';
import { foot, head, note } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { named, t } from '../kit/words.js';
import { value } from './facts.js';
import { atField } from './edits.js';
import { supersedes } from './supersedes.js';

export async function room(desk) {
  const { api, params, query, kinds, signal, go, hold } = desk;
  const [all, found] = await Promise.all([kinds(), api.get(`/institutions/${params.id}`, { signal })]);
  let institution = found;
  const kind = all.find((k) => k.id === institution.kind);
  const section = query.get('section') ?? 'premises';
  const keyField = kind.fields.find(
    (f) => f.section === section && f.id === (section === 'person' ? 'code' : 'number'),
  );
  const isNew = section !== 'premises' && !query.get('key');
  const fields = kind.fields.filter(
    (f) => f.section === section && f !== keyField && !['photo', 'photoConsentOn'].includes(f.id),
  );
  const facts = () =>
    (section === 'premises' ? institution.published?.premises : institution.published?.[section]?.[query.get('key')]) ??
    {};
  const key = isNew
    ? field({
        label: named(keyField),
        required: true,
        control: text({ name: keyField.id, maxlength: keyField.longest }),
      })
    : null;
  const inputs = fields.map((f) => input(f, facts(), desk));
  const source = field({
    label: t('correct.source'),
    hint: t('correct.source.hint'),
    required: true,
    control: area({ name: 'source', maxlength: 200 }),
  });
  const id = crypto.randomUUID();
  const said = h('div');

  const pathOf = (f) =>
    `${section}/${isNew ? key.control.value.trim() : section === 'premises' ? '' : query.get('key')}/${f.id}`;
  const changed = () =>
    inputs
      .map((one) => ({ one, now: facts()[one.definition.id] ?? '', becomes: one.control.value.trim() }))
      .filter(({ now, becomes }) => now !== becomes);
  const edits = () => [
    ...(isNew ? [{ path: pathOf(keyField), value: key.control.value.trim() }] : []),
    ...changed().map(({ one, becomes }) => ({ path: pathOf(one.definition), value: becomes === '' ? null : becomes })),
  ];
  let sent = false;
  hold(() => !sent && (changed().length > 0 || source.control.value !== ''));

  async function send() {
    try {
      await api.post(
        `/institutions/${params.id}/changes`,
        { id, revision: institution.revision, source: source.control.value.trim(), edits: edits() },
        { repeatable: true, signal },
      );
    } catch (problem) {
      if (problem.code === 'change.movedOn') {
        await readAgain();
      }
      throw atField(problem, edits());
    }
    sent = true;
    say(t('correct.sent'));
    go(`/register/${params.id}`);
  }

  /** Somebody was faster: show what stands now, keep what was typed. */
  async function readAgain() {
    institution = await api.get(`/institutions/${params.id}`, { signal });
    inputs.forEach((one) => one.stands(facts()[one.definition.id]));
    fill(said, note('care', t('correct.moved'), h('p', t('correct.moved.words'))));
  }

  const title = t(isNew ? `correct.new.${section}` : `correct.${section}`);
  const name = institution.published?.premises?.name ?? '';
  return [
    head(title, [name, isNew ? '' : query.get('key')].filter(Boolean).join(t('list.comma'))),
    h(
      'div.pane',
      said,
      supersedes(found, desk),
      form({
        fields: () => [key, ...inputs, source].filter(Boolean),
        check: () => (edits().length === 0 ? [[null, t('correct.nothing')]] : []),
        send,
        body: [h('div.correction', key, inputs), source],
        acts: foot(
          h('span.push', t('correct.rule')),
          h('a.button.plainly', { href: `#/register/${params.id}` }, t('act.back')),
          h('button.filled', { type: 'submit' }, t('correct.send')),
        ),
      }),
    ),
  ];
}

/** One field: what stands now, and what it becomes. */
function input(f, facts, desk) {
  const now = facts[f.id];
  const type = f.type.toLowerCase();
  const label = named(f);
  const control = controlFor(f, type, now, desk);
  const one = field({ label, required: f.required, hint: hintFor(f, type), control });
  const stands = h('p.stands');
  one.definition = f;
  one.stands = (current) => fill(stands, t('correct.now'), ' ', value(f, current, desk));
  one.stands(now);
  const show = () => one.classList.toggle('changed', control.value.trim() !== (now ?? ''));
  control.addEventListener('input', show);
  one.insertBefore(stands, control);
  return one;
}

function controlFor(f, type, now, { me }) {
  const name = f.id;
  if (type === 'region') {
    return choose([['', ''], ...me.districts.map((d) => [d.code, named(d)])], now ?? '', { name });
  }
  if (type === 'choice' && f.choices?.length > 0) {
    const options = f.choices.map((c) => [c, c]);
    return choose([['', ''], ...(now && !f.choices.includes(now) ? [[now, now]] : []), ...options], now ?? '', {
      name,
    });
  }
  if (type === 'date') {
    return h('input', { type: 'date', name, value: now ?? '', max: '9999-12-31' });
  }
  return f.longest > 60 || type === 'items'
    ? area({ name, maxlength: f.longest, rows: 2, value: now ?? '' })
    : text({ name, maxlength: f.longest, value: now ?? '', inputmode: type === 'number' ? 'numeric' : null });
}

function hintFor(f, type) {
  if (type === 'items') {
    return f.choices?.length > 0 && f.choices.length <= 12
      ? t('correct.items.of', { choices: f.choices.join('、') })
      : t('correct.items');
  }
  return null;
}
