/** Placards on their way to the wall: printed, delivered, posted, checked, missing. */
import { h } from '../kit/h.js';
import { choose } from '../kit/form.js';
import { paged, rowLink, table } from '../kit/table.js';
import { withQuery } from '../kit/api.js';
import { empty, foot, head, offer } from '../kit/parts.js';
import { moment } from '../kit/dates.js';
import { named, t } from '../kit/words.js';
import { manySteps } from './many-steps.js';
import { postingSigned, STEPS } from './posting.js';
import { spoken } from './placard-words.js';

export async function room({ api, me, query, signal, go, again, duties, region }) {
  const asked = Object.fromEntries(['q', 'district', 'step'].map((name) => [name, query.get(name) ?? '']));
  const first = await api.get(withQuery('/placards', asked), { signal });
  const list = (after) => api.get(withQuery('/placards', { ...asked, after }), { signal });
  const many = duties.registers || duties.inspects ? manySteps({ api, signal, again }) : null;
  return [
    head(t('placards.title'), t('placards.words')),
    filters(asked, me, go),
    h(
      'div.pane.flush',
      paged({
        first,
        next: list,
        none: Object.values(asked).some(Boolean)
          ? empty(t('placards.notFound'), null, h('a.button', { href: '#/placards' }, t('placards.all')))
          : empty(t('placards.none'), t('placards.none.words')),
        render: (items) =>
          table({
            caption: t('placards.title'),
            items,
            columns: [
              many && { head: t('many.head'), class: 'pick', cell: many.pick },
              { head: t('institution'), names: true, cell: (p) => rowLink(`/placards/${p.code}`, p.name) },
              { head: t('placard.code'), class: 'nowrap', cell: spoken },
              { head: t('placard.edition'), class: 'num', cell: (p) => t('placard.edition.n', { n: p.edition }) },
              { head: t('posting'), cell: postingSigned },
              { head: t('posting.at'), class: 'nowrap', cell: (p) => moment((p.ended ?? p.posting)?.at) },
              { head: t('posting.note'), cell: (p) => p.reason || p.posting?.note || '' },
              { head: t('district'), class: 'nowrap', cell: (p) => region(p.district) },
            ].filter(Boolean),
          }),
      }),
    ),
    many?.bar,
    foot(
      h('a.button.plainly', { href: '#/placards/sheet' }, t('sheet.title')),
      h('span.push', t('placards.rule')),
      offer(
        duties.registers,
        t('duty.needs.registrar'),
        h('a.button.filled', { href: '#/placards/issue' }, t('placards.issue')),
      ),
    ),
  ];
}

function filters(asked, me, go) {
  const search = h('input', {
    type: 'search',
    name: 'q',
    'aria-keyshortcuts': '/',
    value: asked.q,
    maxlength: 60,
    placeholder: t('placards.search.hint'),
  });
  const district = choose([['', t('all')], ...me.districts.map((d) => [d.code, named(d)])], asked.district, {
    name: 'district',
  });
  const step = choose([['', t('all')], ...STEPS.map((s) => [s, t(`step.posting.${s}`)])], asked.step, { name: 'step' });
  const apply = (event) => {
    event?.preventDefault();
    go(withQuery('/placards', { q: search.value.trim(), district: district.value, step: step.value }));
  };
  return h(
    'form.filters',
    { role: 'search', onsubmit: apply, onchange: (event) => event.target !== search && apply() },
    h('label', t('search'), h('kbd', { 'aria-hidden': 'true' }, '/'), search),
    h('label', t('district'), district),
    h('label', t('posting'), step),
    h('button', { type: 'submit' }, t('search.verb')),
  );
}
