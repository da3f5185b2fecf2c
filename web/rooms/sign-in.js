/** The door: who signs in here, and what to do when it does not open. */
import { fill, h } from '../kit/h.js';
import { sign } from '../kit/sign.js';
import { language, switchLanguage, t } from '../kit/words.js';
import { note, problemNote } from '../kit/parts.js';

export function signIn(session, problem) {
  const said = h('div', problem ? refusal(problem) : null);
  const begin = async () => {
    try {
      await session.begin({ window: new URLSearchParams(location.search).has('again') });
    } catch (failure) {
      fill(said, problemNote(failure));
    }
  };
  const refused = problem?.status === 403;
  document.title = `${t('signin')}·${t('desk')}`;
  document.body.replaceChildren(
    h(
      'header.bar',
      sign('mark'),
      h('b', t('desk')),
      h(
        'span.me',
        h(
          'button',
          { type: 'button', lang: language === 'en' ? 'zh-Hans' : 'en', onclick: switchLanguage },
          t('language.other'),
        ),
      ),
    ),
    h(
      'main.door',
      { id: 'main' },
      h(
        'div.card.stack',
        h('h1', t('signin')),
        h('p', t('signin.words')),
        said,
        session
          ? h(
              'div.acts',
              refused ? null : h('button.filled', { type: 'button', onclick: begin }, t('signin.verb')),
              session.isSignedIn
                ? h('button.plainly', { type: 'button', onclick: () => session.leave() }, t('signin.other'))
                : null,
            )
          : h('button', { type: 'button', onclick: () => location.reload() }, t('act.retry')),
      ),
    ),
  );
  if (session && !problem && new URLSearchParams(location.search).has('again')) {
    begin();
  }
}

function refusal(problem) {
  return problem.status === 403
    ? note('care', t('signin.notOfficer'), h('p', problem.detail || t('signin.notOfficer.words')))
    : problemNote(problem);
}
