/** The institution's side: what an officer told it, and one answer to each. Nothing here leads to who complained. */
import { fill, h } from '../../kit/h.js';
import { area, field, form } from '../../kit/form.js';
import { empty, head, note } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';

const LONGEST_WORDS = 1000;

export async function room({ api, signal }) {
  const { items } = await api.get('/own/summaries', { signal });
  return [
    head(t('own.title'), t('own.words')),
    h(
      'div.pane',
      items.length === 0 ? empty(t('own.none'), t('own.none.words')) : null,
      items.map((item) => summary(item, api)),
      h('section', h('h2', t('own.rights')), h('p', t('own.rights.words'))),
    ),
  ];
}

function summary(item, api) {
  const card = h('article.summary-card.stack');
  const show = (now) =>
    fill(
      card,
      h('h2', t('own.told', { unit: named(now.unit), at: moment(now.at) })),
      h('blockquote', now.words),
      now.answer
        ? note('dashed', t('own.answered', { at: moment(now.answer.at) }), h('blockquote', now.answer.words))
        : now.open
          ? answerForm(now, api, show)
          : h('p.quiet', t('own.closed')),
    );
  show(item);
  return card;
}

/** One answer to each, and a fresh id for each intention. */
function answerForm(item, api, show) {
  const id = crypto.randomUUID();
  const words = field({
    label: t('own.answer'),
    hint: t('own.answer.hint', { n: LONGEST_WORDS }),
    required: true,
    control: area({ name: 'words', rows: '5', maxlength: LONGEST_WORDS }),
  });
  return form({
    fields: () => [words],
    body: words,
    send: async () => {
      show(
        await api.post(
          `/own/summaries/${encodeURIComponent(item.id)}/counter`,
          { id, words: words.control.value.trim() },
          { repeatable: true },
        ),
      );
      say(t('own.done'));
    },
    acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('own.verb'))),
  });
}
