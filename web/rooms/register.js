/** The register: find an institution, see what is published, what waits, and whether its placard hangs. */
import { h } from '../kit/h.js';
import { choose } from '../kit/form.js';
import { paged, rowLink, table } from '../kit/table.js';
import { withQuery } from '../kit/api.js';
import { empty, foot, head, offer, signed } from '../kit/parts.js';
import { named, t } from '../kit/words.js';
import { spoken } from './placard-words.js';

const STATES = ['all', 'pending', 'unposted'];

export async function room({ api, me, kinds, query, region, signal, go, duties }) {
  const asked = Object.fromEntries(['q', 'district', 'kind', 'state'].map((name) => [name, query.get(name) ?? '']));
  const [all, first] = await Promise.all([kinds(), api.get(withQuery('/institutions', asked), { signal })]);
  const kindName = (id) => named(all.find((k) => k.id === id)) || id;
  return [
    head(t('register.title'), t('register.words')),
    filters(asked, { me, all, go }),
    h(
      'div.pane.flush',
      paged({
        first,
        next: (after) => api.get(withQuery('/institutions', { ...asked, after }), { signal }),
        none: Object.values(asked).some(Boolean)
          ? empty(
              t('register.notFound'),
              t('register.notFound.words'),
              h('a.button', { href: '#/register' }, t('register.all')),
            )
          : empty(
              t('register.none'),
              t('register.none.words'),
              h('a.button', { href: '#/imports/new' }, t('imports.new')),
            ),
        render: (items) =>
          table({
            caption: t('register.title'),
            items,
            columns: [
              { head: t('institution'), cell: (i) => rowLink(`/register/${i.id}`, i.name, i.address) },
              { head: t('kind'), cell: (i) => kindName(i.kind) },
              { head: t('district'), class: 'nowrap', cell: (i) => region(i.district) },
              {
                head: t('register.numbers'),
                cell: (i) =>
                  h(
                    'span.numbers',
                    (i.numbers ?? []).slice(0, 2).map((n) => h('span', n)),
                  ),
              },
              { head: t('register.state'), cell: state },
              {
                head: t('placard'),
                class: 'nowrap',
                cell: (i) =>
                  i.placard ? rowLink(`/placards/${i.placard}`, spoken(i.placard)) : signed('open', t('placard.none')),
              },
            ],
          }),
      }),
    ),
    foot(
      h('span.push', t('register.rule')),
      offer(
        duties.registers,
        t('duty.needs.registrar'),
        h('a.button.filled', { href: '#/imports/new' }, t('imports.new')),
      ),
    ),
  ];
}

function state(item) {
  if (item.pending) {
    return signed('running', t(item.version > 0 ? 'register.pending' : 'register.first'));
  }
  return item.version > 0
    ? signed('yes', t('register.published', { n: item.version }))
    : signed('open', t('register.unpublished'));
}

function filters(asked, { me, all, go }) {
  const search = h('input', {
    type: 'search',
    name: 'q',
    'aria-keyshortcuts': '/',
    value: asked.q,
    maxlength: 60,
    placeholder: t('register.search.hint'),
  });
  const district = choose([['', t('all')], ...me.districts.map((d) => [d.code, named(d)])], asked.district, {
    name: 'district',
  });
  const kind = choose([['', t('all')], ...all.map((k) => [k.id, named(k)])], asked.kind, { name: 'kind' });
  const where = choose(
    STATES.map((s) => [s === 'all' ? '' : s, t(`register.only.${s}`)]),
    asked.state,
    { name: 'state' },
  );
  const apply = (event) => {
    event?.preventDefault();
    go(
      withQuery('/register', {
        q: search.value.trim(),
        district: district.value,
        kind: kind.value,
        state: where.value,
      }),
    );
  };
  return h(
    'form.filters',
    { role: 'search', onsubmit: apply, onchange: (event) => event.target !== search && apply() },
    h('label', t('search'), h('kbd', { 'aria-hidden': 'true' }, '/'), search),
    h('label', t('district'), district),
    h('label', t('kind'), kind),
    h('label', t('register.state'), where),
    h('button', { type: 'submit' }, t('search.verb')),
  );
}
