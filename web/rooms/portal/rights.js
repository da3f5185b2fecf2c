/** What the institution may do about its star: a reply beside it, an appeal, the badge, and taking an application back. */
import { fill, h } from '../../kit/h.js';
import { choose } from '../../kit/form.js';
import { note, signed } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { moment } from '../../kit/dates.js';
import { language, t } from '../../kit/words.js';
import { dueSign, dueWords, isSince, last } from './evaluation.js';
import { wordsBox } from './words-form.js';

const LANGUAGES = [
  ['zh-Hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
  ['en', 'English'],
  ['ja', '日本語'],
  ['ko', '한국어'],
];

export function rights(desk, one, forms) {
  const parts = [reply(desk, one, forms), appeal(desk, one, forms), badge(one), cancel(desk, one, forms)].filter(Boolean);
  return parts.length === 0 ? null : h('section.rights', h('h2', t('rights')), parts);
}

/** Shown beside the star once somebody has looked at it; never verified. */
function reply(desk, one, forms) {
  const { shown, waiting } = one.reply;
  const refused = last(one, 'replyModerated');
  const may = one.may.includes('reply');
  if (!shown && !waiting && !may) {
    return null;
  }
  return h(
    'div.right',
    shown ? note('dashed', t('reply.shown'), h('blockquote', shown)) : null,
    waiting ? note('running', t('reply.waiting'), h('blockquote', waiting)) : null,
    !waiting && refused?.facts.shown === 'false' ? note('care', t('reply.refused', { at: moment(refused.at) }), h('blockquote', refused.words)) : null,
    may
      ? wordsBox(
          desk,
          {
            title: t(shown ? 'reply.again' : 'reply.title'),
            about: t('reply.about'),
            name: 'reply',
            label: t('reply.words'),
            hint: t('reply.hint'),
            verb: t('reply.verb'),
            done: t('reply.done'),
          },
          forms,
        )
      : null,
  );
}

function appeal(desk, one, forms) {
  const due = one.deadlines.find((d) => ['appeal', 'withdrawal-appeal'].includes(d.which));
  const decided = isSince(one, 'appealDecided', 'appealed') ? last(one, 'appealDecided') : null;
  if (!one.may.includes('appeal')) {
    return decided ? h('div.right', note('running', t(`appeal.${decided.facts.ruling}`), h('blockquote', decided.words))) : null;
  }
  return h(
    'div.right',
    wordsBox(
      desk,
      {
        title: t(one.stage === 'withdrawn' ? 'appeal.withdrawal' : 'appeal.title'),
        about: [t(one.stage === 'withdrawn' ? 'appeal.withdrawal.about' : 'appeal.about'), due ? h('span.block', signed(dueSign(due), dueWords(due))) : null],
        name: 'appeal',
        label: t('appeal.words'),
        hint: t('appeal.hint'),
        verb: t('appeal.verb'),
        done: t('appeal.done'),
      },
      forms,
    ),
  );
}

function cancel(desk, one, forms) {
  return one.may.includes('cancel')
    ? h(
        'div.right',
        wordsBox(
          desk,
          {
            title: t('cancel.title'),
            about: t('cancel.about'),
            name: 'cancel',
            label: t('cancel.words'),
            verb: t('cancel.verb'),
            done: t('cancel.done'),
          },
          forms,
        ),
      )
    : null;
}

/** The badge under an address of the bureau, so that it turns grey by itself when the star does not hold. */
function badge(one) {
  if (!one.published) {
    return null;
  }
  const size = choose(['small', 'medium', 'large'].map((s) => [s, t(`badge.${s}`)]), 'medium', { onchange: show });
  const words = choose(LANGUAGES, language, { onchange: show });
  const place = h('div');
  function show() {
    const at = `${one.pages.badge}?size=${size.value}&l=${words.value}`;
    const code = `<a href="${one.pages.star}"><img src="${at}" alt="${t('badge.alt')}"></a>`;
    const field = h('input', { type: 'text', readonly: true, value: code, 'aria-label': t('badge.code'), onfocus: () => field.select() });
    fill(
      place,
      h(
        'div.acts.gap',
        h('a.button', { href: `${at}&save=1` }, t('badge.save')),
        h('a.button.plainly', { href: at, target: '_blank', rel: 'noopener' }, t('badge.open')),
        h('button.plainly', { type: 'button', onclick: () => navigator.clipboard.writeText(code).then(() => say(t('badge.copied'))) }, t('badge.copy')),
      ),
      field,
    );
  }
  show();
  return h(
    'div.right',
    h(
      'details.words-box',
      h('summary', t('badge.title')),
      h('p', t('badge.about')),
      h('div.filters', h('label', t('badge.size'), size), h('label', t('badge.language'), words)),
      place,
    ),
  );
}
