/** Issues the placards of a whole district, counted; what has one keeps it. */
import { fill, h } from '../kit/h.js';
import { untilDone } from '../kit/api.js';
import { choose, field, form } from '../kit/form.js';
import { rowLink, table } from '../kit/table.js';
import { empty, foot, head, note, progress, problemNote } from '../kit/parts.js';
import { t } from '../kit/words.js';
import { districts } from './duties.js';
import { spoken } from './placard-words.js';

const LIMIT = 40_000;

export async function room({ api, me, query, signal, duties, region, hold }) {
  const institution = query.get('institution');
  if (!duties.registers) {
    return [head(t('issue.title')), h('div.pane', empty(t('duty.needs.registrar'), t('duty.ask')))];
  }
  const single = institution ? await api.get(`/institutions/${institution}`, { signal }) : null;
  const district = field({
    label: t('issue.district'),
    hint: t('issue.district.hint'),
    required: true,
    control: choose(districts(me), me.districts[0]?.code, { name: 'district' }),
  });
  const result = h('div', { 'aria-live': 'polite' });
  let running = false;
  hold(() => running);

  async function send() {
    const made = new Map();
    const { bar, count } = progress(t('issue.doing'));
    fill(result, bar);
    running = true;
    try {
      const body = single ? { institutions: [institution] } : { district: district.control.value };
      await untilDone(
        () => api.post('/placards', body, { repeatable: true, limit: LIMIT, signal }),
        (done, total, answer) => {
          answer.items.forEach((p) => made.set(p.code, p));
          count(done, total);
        },
      );
      fill(result, issued([...made.values()], region));
    } catch (problem) {
      if (!signal.aborted) {
        fill(
          result,
          made.size > 0 ? issued([...made.values()], region) : null,
          problemNote(problem, h('p', t('issue.again'))),
        );
      }
    } finally {
      running = false;
    }
  }

  return [
    head(t('issue.title'), single ? single.published?.premises?.name : t('issue.words')),
    h(
      'div.pane.stack',
      form({
        fields: () => (single ? [] : [district]),
        send,
        body: [single ? null : district, result],
        acts: foot(
          h('span.push', t('placards.rule')),
          h('a.button.plainly', { href: '#/placards' }, t('act.back')),
          h('button.filled', { type: 'submit' }, t(single ? 'issue.verb.one' : 'issue.verb')),
        ),
      }),
    ),
  ];
}

function issued(items, region) {
  if (items.length === 0) {
    return note('yes', t('issue.none'), h('p', t('issue.none.words')));
  }
  return [
    note('yes', t('issue.done', { n: items.length }), h('p', h('a', { href: '#/placards/sheet' }, t('issue.print')))),
    table({
      caption: t('issue.done', { n: items.length }),
      items,
      columns: [
        { head: t('institution'), cell: (p) => rowLink(`/placards/${p.code}`, p.name) },
        { head: t('placard.code'), class: 'nowrap', cell: spoken },
        { head: t('placard.edition'), cell: (p) => t('placard.edition.n', { n: p.edition }) },
        { head: t('district'), cell: (p) => region(p.district) },
      ],
    }),
  ];
}
