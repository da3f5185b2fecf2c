/** A decision about an institution's practice (警告, 停业, 吊销 …) comes into the register like any change: two persons. */
import { h } from '../kit/h.js';
import { area, choose, field, form, text } from '../kit/form.js';
import { foot, head, note } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { named, t, tOr } from '../kit/words.js';
import { atField } from './edits.js';
import { supersedes } from './supersedes.js';

const STATUSES = ['warned', 'rectifying', 'suspended', 'revoked', 'closed', 'normal'];

export async function room(desk) {
  const { api, params, kinds, signal, go, hold } = desk;
  const [all, institution] = await Promise.all([kinds(), api.get(`/institutions/${params.id}`, { signal })]);
  const kind = all.find((k) => k.id === institution.kind);
  const inKind = (id) => kind.fields.find((f) => f.section === 'practice' && f.id === id);
  const status = inKind('status');
  const statuses = status?.choices?.length > 0 ? status.choices : STATUSES;
  const number = field({
    label: t('practice.number'),
    hint: t('practice.number.hint'),
    required: true,
    control: text({ name: 'number', maxlength: 60 }),
  });
  const others = ['status', 'since', 'until', 'authority', 'reason', 'basis']
    .filter((id) => inKind(id))
    .map((id) => {
      const f = inKind(id);
      const control =
        id === 'status'
          ? choose([['', ''], ...statuses.map((s) => [s, tOr(`status.${s}`, s)])], '', { name: id })
          : f.type.toLowerCase() === 'date'
            ? h('input', { type: 'date', name: id, max: '9999-12-31' })
            : f.longest > 60
              ? area({ name: id, maxlength: f.longest, rows: 2 })
              : text({ name: id, maxlength: f.longest });
      const one = field({ label: named(f), hint: tOr(`practice.${id}.hint`, null), required: f.required, control });
      one.definition = f;
      return one;
    });
  const effect = h('div', { 'aria-live': 'polite' });
  others[0].control.addEventListener('change', ({ target }) =>
    effect.replaceChildren(
      ['suspended', 'revoked', 'closed'].includes(target.value)
        ? note('care', t('practice.stops'), h('p', t('practice.stops.words')))
        : '',
    ),
  );
  const id = crypto.randomUUID();
  let { revision } = institution;
  let sent = false;
  hold(() => !sent && [number, ...others].some((f) => f.control.value !== ''));
  return [
    head(t('practice.title'), institution.published?.premises?.name),
    h(
      'div.pane',
      supersedes(institution, desk),
      form({
        fields: () => [number, ...others],
        send: async () => {
          const key = number.control.value.trim();
          const edits = others
            .filter((f) => f.control.value.trim() !== '')
            .map((f) => ({ path: `practice/${key}/${f.definition.id}`, value: f.control.value.trim() }));
          try {
            await api.post(
              `/institutions/${params.id}/changes`,
              { id, revision, source: t('practice.source', { number: key }), edits },
              { repeatable: true, signal },
            );
          } catch (problem) {
            if (problem.code === 'change.movedOn') {
              ({ revision } = await api.get(`/institutions/${params.id}`, { signal }));
            }
            throw atField(problem, edits);
          }
          sent = true;
          say(t('correct.sent'));
          go(`/register/${params.id}`);
        },
        body: [h('div.correction', number, others), effect],
        acts: foot(
          h('span.push', t('correct.rule')),
          h('a.button.plainly', { href: `#/register/${params.id}` }, t('act.back')),
          h('button.filled', { type: 'submit' }, t('correct.send')),
        ),
      }),
    ),
  ];
}
