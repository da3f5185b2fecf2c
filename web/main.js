/** The officers' desk opens: words, session, the officer, the rooms. */
import { Api } from './kit/api.js';
import { h } from './kit/h.js';
import { Frame } from './kit/frame.js';
import { Router } from './kit/router.js';
import { Session } from './kit/session.js';
import { sayings } from './kit/say.js';
import { loadWords, named, t } from './kit/words.js';
import { ask, open } from './kit/dialog.js';
import { head, problemNote } from './kit/parts.js';
import { duties } from './rooms/duties.js';
import { signIn } from './rooms/sign-in.js';

const ROOMS = [
  ['/', () => import('./rooms/today.js')],
  ['/imports', () => import('./rooms/imports.js')],
  ['/imports/new', () => import('./rooms/upload.js')],
  ['/imports/:id', () => import('./rooms/trial.js')],
  ['/register', () => import('./rooms/register.js')],
  ['/register/:id', () => import('./rooms/institution.js')],
  ['/register/:id/correct', () => import('./rooms/correct.js')],
  ['/register/:id/practice', () => import('./rooms/practice.js')],
  ['/register/:id/photo/:code', () => import('./rooms/photo.js')],
  ['/changes', () => import('./rooms/changes.js')],
  ['/changes/:id', () => import('./rooms/change.js')],
  ['/placards', () => import('./rooms/placards.js')],
  ['/placards/issue', () => import('./rooms/issue.js')],
  ['/placards/sheet', () => import('./rooms/sheet.js')],
  ['/placards/:code', () => import('./rooms/placard.js')],
];

const NAV = [
  ['/', 'nav.today'],
  ['/register', 'nav.register'],
  ['/imports', 'nav.imports'],
  ['/changes', 'nav.changes'],
  ['/placards', 'nav.placards'],
];

async function start() {
  await loadWords();
  document.title = t('desk');
  let session;
  try {
    session = await Session.open();
    if (await session.finish()) {
      document.body.replaceChildren(h('main.plain', h('h1', t('signin.again.done'))));
      close();
      return;
    }
  } catch (problem) {
    signIn(session, problem);
    return;
  }
  if (new URLSearchParams(location.search).has('again')) {
    // The second window begins with a copy of the first one's session, which has ended.
    session.forget();
  }
  if (!session.isSignedIn) {
    signIn(session);
    return;
  }
  await atTheDesk(session);
}

async function atTheDesk(session) {
  session.askAgain = () => signInAgain(session);
  const api = new Api(session);
  let me;
  try {
    me = await api.get('/me');
  } catch (problem) {
    signIn(session, problem);
    return;
  }
  const frame = new Frame({ me, nav: NAV, leave: () => session.leave() });
  document.body.classList.add('room');
  document.body.replaceChildren(...frame.elements, sayings());
  let kinds;
  const desk = {
    api,
    me,
    duties: duties(me, api.names),
    kinds: async () =>
      (kinds ??= api
        .get('/kinds')
        .then((answer) => answer.items)
        .catch((problem) => {
          kinds = undefined;
          throw problem;
        })),
    region: (code) =>
      named(me.districts.find((d) => d.code === code)) || (code === me.territory.code ? named(me.territory) : code),
  };
  let visit = new AbortController();
  const router = new Router(ROOMS, async ({ load, path, params, query }) => {
    visit.abort();
    visit = new AbortController();
    const { signal } = visit;
    frame.entering(path);
    try {
      if (!load) {
        frame.show([head(t('room.none.title'), t('room.none'))]);
        return;
      }
      const { room } = await load();
      const shown = await room({
        ...desk,
        params,
        query,
        signal,
        go: (to) => router.go(to),
        again: () => router.again(),
        hold: (isHeld) => {
          router.held = isHeld;
        },
      });
      if (!signal.aborted) {
        frame.show(shown);
      }
    } catch (problem) {
      if (!signal.aborted) {
        frame.show([
          h(
            'div.pane',
            h('h1.hidden', { tabindex: '-1' }, t('problem.heading')),
            problemNote(problem, h('button', { type: 'button', onclick: () => router.again() }, t('act.retry'))),
          ),
        ]);
      }
    }
  });
  router.mayLeave = () =>
    ask({
      title: t('leave.title'),
      words: t('leave.words'),
      verb: t('leave.verb'),
      back: t('leave.stay'),
    });
  router.start();
}

/** The token ran out in the middle of work: a second window signs in, and nothing that was written is lost. */
function signInAgain(session) {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const box = open(
      t('signin.again'),
      h(
        'div.stack',
        h('p', t('signin.again.words')),
        h(
          'div.acts.end',
          h(
            'button.filled',
            { type: 'button', onclick: () => window.open('/?again', 'xingma-sign-in', 'width=520,height=680') },
            t('signin.verb'),
          ),
        ),
      ),
    );
    box.addEventListener('cancel', (event) => event.preventDefault());
    session.tokensFromWindow(waiting.signal).then(() => {
      box.close();
      resolve();
    });
  });
}

start();
