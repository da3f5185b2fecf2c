/** Every standard with its editions: where each stands, since when, and what waits for a second person. */
import { h } from '../../kit/h.js';
import { dayOf } from '../../kit/dates.js';
import { empty, foot, head, offer, signed } from '../../kit/parts.js';
import { rowLink, table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';
import { stageSign } from './stages.js';

export async function room({ api, signal, duties }) {
  const { items } = await api.get('/standards', { signal });
  return [
    head(t('std.title'), t('std.words')),
    h(
      'div.pane',
      items.length === 0 ? empty(t('std.none'), t('std.none.words')) : items.map((standard) => editions(standard)),
    ),
    foot(
      h('span.push', t('std.rule')),
      offer(
        duties.organises && duties.ofCity,
        t('std.needs.organiser'),
        h('a.button.filled', { href: '#/standards/new' }, t('std.upload')),
      ),
    ),
  ];
}

function editions({ standard, editions: all }) {
  return h(
    'section',
    h('h2', standard),
    table({
      caption: standard,
      items: all,
      columns: [
        {
          head: t('std.edition'),
          names: true,
          cell: (e) => rowLink(`/standards/${e.standard}/${e.edition}`, t('std.edition.n', { n: e.edition }), named(e.title)),
        },
        { head: t('std.stage'), class: 'nowrap', cell: (e) => signed(stageSign(e.status), t(`std.stage.${e.status}`)) },
        { head: t('std.since'), class: 'nowrap', cell: (e) => (e.since ? dayOf(e.since) : e.date) },
        { head: t('std.consulted'), cell: (e) => (e.consulted ? days(e.consulted) : '') },
        { head: t('std.clauses'), class: 'num', cell: (e) => t('std.clauses.n', { n: e.clauses, points: e.points }) },
        { head: t('std.waits'), cell: (e) => (e.proposal ? signed('running', t(`std.waits.${e.proposal.to}`)) : '') },
      ],
    }),
  );
}

const days = ({ from, until }) => t('std.days', { from, until });
