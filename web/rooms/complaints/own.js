/** The institution's side: what an officer told it, and one answer to each. Nothing here leads to who complained. */
import { fill, h } from '../../kit/h.js';
import { area, field, form } from '../../kit/form.js';
import { empty, head, note, problemNote, sign } from '../../kit/parts.js';
import { say, sayings } from '../../kit/say.js';
import { moment } from '../../kit/dates.js';
import { language, named, switchLanguage, t } from '../../kit/words.js';

const LONGEST_WORDS = 1000;

/** Shows the institution's room to who signed in for one. Returns whether that is so. */
export async function own(session, api) {
  let list;
  try {
    list = await api.get('/own/summaries');
  } catch (problem) {
    if (problem.status === 403 || problem.status === 404) {
      return false;
    }
    list = { problem };
  }
  const main = h('main', { id: 'main' });
  document.title = `${t('own.title')}·${t('own.side')}`;
  document.body.classList.add('room');
  document.body.replaceChildren(
    h(
      'header.bar',
      sign('mark'),
      h('b', t('own.side')),
      list.name ? h('span.scope', list.name) : null,
      h('span.me'),
      h(
        'button',
        { type: 'button', lang: language === 'en' ? 'zh-Hans' : 'en', onclick: switchLanguage },
        t('language.other'),
      ),
      h('button', { type: 'button', onclick: () => session.leave() }, t('signout')),
    ),
    main,
    sayings(),
  );
  draw(main, list, api);
  return true;
}

function draw(main, list, api) {
  fill(
    main,
    head(t('own.title'), t('own.words')),
    h(
      'div.pane',
      list.problem ? problemNote(list.problem) : null,
      list.items?.length === 0 ? empty(t('own.none'), t('own.none.words')) : null,
      (list.items ?? []).map((item) => summary(item, api)),
      h('section', h('h2', t('own.rights')), h('p', t('own.rights.words'))),
    ),
  );
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
