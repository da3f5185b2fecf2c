/** The sealed contact: closed until somebody writes why; who opened it stands here and on the complainant's own page. */
import { fill, h } from '../../kit/h.js';
import { area, field, form } from '../../kit/form.js';
import { moment } from '../../kit/dates.js';
import { t } from '../../kit/words.js';

/** Nobody leaves a number standing on a screen. */
const SHOWN_FOR = 300_000;

/** @param opened told when the contact was opened, so that the history may be read anew */
export function contactBox(one, { api, me, rules, signal, opened }) {
  const { contact } = one;
  const filer = t(`filer.${one.kind}`);
  const box = h('div.sealed');
  const before = contact.openedBy.length > 0 ? openings(contact.openedBy) : null;
  if (!contact.sealed || !contact.kept) {
    fill(box, h('b', t(contact.sealed ? 'contact.erased' : 'contact.none')), before);
    return { box, begin: null };
  }
  const title = h('b', t('contact.sealed'));
  if (me.territory.code !== one.unit.code) {
    fill(box, title, h('small', t('contact.otherUnit')), before);
    return { box, begin: null };
  }

  function closed() {
    fill(
      box,
      h(
        'div.closed',
        h('span', title, h('small', t('contact.rule', { filer }))),
        h(
          'button.plainly',
          { type: 'button', onclick: begin },
          t('contact.look'),
          h('kbd', { 'aria-hidden': 'true' }, 'H'),
        ),
      ),
      before,
    );
  }

  function begin() {
    const id = crypto.randomUUID();
    const reason = field({
      label: t('contact.reason'),
      hint: t('contact.reason.hint', { filer }),
      required: true,
      control: area({ name: 'reason', rows: '2', maxlength: rules.longestReason ?? 100 }),
    });
    fill(
      box,
      title,
      form({
        fields: () => [reason],
        body: reason,
        send: async () => {
          const answer = await api.post(
            `/complaints/${one.number}/contact`,
            { id, reason: reason.control.value.trim() },
            { signal, repeatable: true },
          );
          show(answer);
        },
        acts: h(
          'div.acts.gap',
          h('button.filled', { type: 'submit' }, t('contact.verb')),
          h('button.plainly', { type: 'button', onclick: closed }, t('act.back')),
        ),
      }),
    );
    reason.control.focus();
  }

  function show({ phone, name }) {
    const shown = h(
      'div.shown',
      { tabindex: '-1', role: 'status' },
      h('b', t('contact.open')),
      h('p.phone', phone),
      name ? h('p', name) : null,
      h('p.small', t('contact.shown', { filer })),
    );
    fill(box, shown);
    shown.focus();
    const timer = setTimeout(closed, SHOWN_FOR);
    signal.addEventListener('abort', () => clearTimeout(timer));
    opened();
  }

  closed();
  return { box, begin };
}

function openings(list) {
  return h(
    'ul.small',
    list.map((o) => h('li', t('contact.openedBy', { at: moment(o.at), name: o.name ?? t('by.sweep'), reason: o.reason }))),
  );
}
