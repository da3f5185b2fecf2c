/** Every import: which sheets came in, and how far each is. */
import { h } from '../kit/h.js';
import { paged, rowLink, table } from '../kit/table.js';
import { withQuery } from '../kit/api.js';
import { empty, foot, head, offer, signed } from '../kit/parts.js';
import { moment } from '../kit/dates.js';
import { t } from '../kit/words.js';

const SIGNS = {
  tried: 'open',
  proposing: 'running',
  proposed: 'running',
  checking: 'running',
  checked: 'yes',
  refused: 'no',
  withdrawn: 'open',
};

export async function room({ api, signal, duties }) {
  const first = await api.get('/imports', { signal });
  const upload = offer(
    duties.registers,
    t('duty.needs.registrar'),
    h('a.button.filled', { href: '#/imports/new' }, t('imports.new')),
  );
  return [
    head(t('imports.title'), t('imports.words')),
    h(
      'div.pane.flush',
      paged({
        first,
        next: (after) => api.get(withQuery('/imports', { after }), { signal }),
        none: empty(t('imports.none'), t('imports.none.words')),
        render: (items) =>
          table({
            caption: t('imports.title'),
            items,
            columns: [
              { head: t('imports.file'), cell: (i) => rowLink(`/imports/${i.id}`, i.fileName) },
              { head: t('imports.stage'), cell: (i) => signed(SIGNS[i.stage] ?? 'unknown', stageWords(i)) },
              { head: t('imports.rows'), class: 'num', cell: (i) => i.rows },
              { head: t('imports.by'), cell: (i) => duties.who(i.uploadedBy) },
              { head: t('imports.at'), class: 'nowrap', cell: (i) => moment(i.uploadedAt) },
            ],
          }),
      }),
    ),
    foot(h('span.push', t('imports.rule')), upload),
  ];
}

function stageWords(item) {
  const { done, total } = item.progress ?? {};
  const counting = ['proposing', 'checking'].includes(item.stage) && total;
  return counting ? `${t(`stage.${item.stage}`)} ${done}/${total}` : t(`stage.${item.stage}`);
}
