/** The officers' desk opens: words, session, the officer, the rooms. */
import { Api } from './kit/api.js';
import { fill, h } from './kit/h.js';
import { Frame } from './kit/frame.js';
import { Router } from './kit/router.js';
import { Session } from './kit/session.js';
import { sayings } from './kit/say.js';
import { alsoStyle } from './kit/style.js';
import { alsoWords, loadWords, named, t } from './kit/words.js';
import { ask, open } from './kit/dialog.js';
import { head, note, problemNote } from './kit/parts.js';
import { Problem } from './kit/problem.js';
import { duties } from './rooms/duties.js';
import { signIn } from './rooms/sign-in.js';

/** A room of the complaints' desk, with the words and looks that only these rooms need. */
const complaints = (load) => async () => {
  await Promise.all([
    alsoWords('complaints'),
    alsoStyle('/kit/desk.css'),
    alsoStyle('/rooms/complaints/complaints.css'),
  ]);
  return load();
};
/** A room of the institution's side, likewise. */
const portal = (load) => async () => {
  await Promise.all([alsoWords('portal'), alsoStyle('/rooms/portal/portal.css')]);
  return load();
};
const caseDesk = complaints(() => import('./rooms/complaints/desk.js'));
/** A room of the star rating, likewise. */
const rating = (load) => async () => {
  await Promise.all([alsoWords('rating'), alsoStyle('/rooms/rating/rating.css')]);
  return load();
};
/** A room where the city keeps its standards, likewise. */
const standards = (load) => async () => {
  await Promise.all([alsoWords('standards'), alsoStyle('/rooms/standards/standards.css')]);
  return load();
};
const audit = complaints(() => import('./rooms/complaints/audit.js'));

/** A room of the office that runs evaluations. */
const rounds = (load) => async () => {
  await Promise.all([alsoWords('round'), alsoStyle('/kit/desk.css'), alsoStyle('/rooms/round/round.css')]);
  return load();
};

/** Where a day begins for whoever has no work in the register: at the cases, the trail, the panels, or the rounds. */
const begin = (may) =>
  may.register
    ? null
    : (may.complaints && '/complaints') ||
      (may.audits && '/audit') ||
      (may.scores && '/panels') ||
      (may.rates && '/rounds') ||
      null;

const rooms = (may) => [
  ['/', begin(may) ? async () => ({ room: ({ go }) => go(begin(may)) }) : () => import('./rooms/today.js')],
  ['/complaints', caseDesk],
  ['/complaints/oversight', complaints(() => import('./rooms/complaints/oversight.js'))],
  ['/complaints/calendar', complaints(() => import('./rooms/complaints/calendar.js'))],
  ['/complaints/retention', complaints(() => import('./rooms/complaints/retention.js'))],
  ['/complaints/intake', complaints(() => import('./rooms/complaints/intake.js'))],
  ['/complaints/handover', complaints(() => import('./rooms/complaints/handover.js'))],
  ['/complaints/:number', caseDesk],
  ['/audit', audit],
  ['/panels', rating(() => import('./rooms/rating/panels.js'))],
  ['/panels/:evaluation', rating(() => import('./rooms/rating/panel.js'))],
  ['/rounds', rounds(() => import('./rooms/round/rounds.js'))],
  ['/rounds/:round', rounds(() => import('./rooms/round/round.js'))],
  ['/rounds/:round/fairness', rounds(() => import('./rooms/round/fairness.js'))],
  ['/rounds/:round/:evaluation', rounds(() => import('./rooms/round/file.js'))],
  ['/experts', rounds(() => import('./rooms/round/experts.js'))],
  ['/standards', standards(() => import('./rooms/standards/standards.js'))],
  ['/standards/new', standards(() => import('./rooms/standards/upload.js'))],
  ['/standards/:standard/:edition', standards(() => import('./rooms/standards/edition.js'))],
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

const nav = (may) =>
  [
    !begin(may) && ['/', 'nav.today'],
    may.complaints && ['/complaints', 'nav.complaints'],
    may.supervises && may.ofCity && ['/complaints/oversight', 'nav.oversight'],
    may.supervises && !may.ofCity && ['/complaints/retention', 'nav.retention'],
    may.scores && ['/panels', 'nav.panels'],
    !may.onlyScores && ['/register', 'nav.register'],
    may.register && ['/imports', 'nav.imports'],
    may.register && ['/changes', 'nav.changes'],
    may.register && ['/placards', 'nav.placards'],
    may.rates && ['/rounds', 'nav.rounds'],
    may.standards && ['/standards', 'nav.standards'],
    may.audits && ['/audit', 'nav.audit'],
  ].filter(Boolean);

/** The rooms of an institution's own person. */
const premisesRooms = [
  ['/', async () => ({ room: ({ go }) => go('/stars') })],
  ['/stars', portal(() => import('./rooms/portal/home.js'))],
  ['/stars/:evaluation', portal(() => import('./rooms/portal/file.js'))],
  ['/stars/:evaluation/check', portal(() => import('./rooms/portal/check.js'))],
  ['/stars/:evaluation/mend', portal(() => import('./rooms/portal/mend.js'))],
  ['/stars/:evaluation/apply', portal(() => import('./rooms/portal/apply.js'))],
  ['/stars/:evaluation/result', portal(() => import('./rooms/portal/result.js'))],
  ['/told', complaints(() => import('./rooms/complaints/own.js'))],
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
  session.askAgain = () => signInAgain(session, session.remembered !== null);
  const api = new Api(session);
  let me;
  try {
    me = await api.get('/me', session.remembered ? { limit: 4_000 } : {});
    session.remember(duties(me, api.names).scores ? me : null);
  } catch (problem) {
    // An expert goes on without network, or before signing in again, as whoever signed in on this tab last.
    me = problem.isUnsure || problem.code === 'signin.later' ? session.remembered : null;
    if (!me) {
      if (problem.status !== 403 || !(await atTheInstitution(session, api))) {
        signIn(session, problem);
      }
      return;
    }
  }
  const may = duties(me, api.names);
  const frame = new Frame({
    title: t('desk'),
    scope: named(me.territory),
    who: `${me.name} ${me.duties.map((d) => t(`duty.${d}`)).join(t('list.comma'))}`,
    nav: nav(may),
    leave: () => leave(session, me, may),
  });
  document.body.classList.add('room');
  document.body.replaceChildren(...frame.elements, sayings());
  let kinds;
  const desk = {
    api,
    me,
    duties: may,
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
  enter(frame, rooms(may), desk);
}

/** Goes from room to room by the address, one at a time. */
function enter(frame, doors, desk) {
  let visit = new AbortController();
  const router = new Router(doors, async ({ load, path, params, query }) => {
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

/** What an expert's tablet keeps goes with the expert, and not before what waits was sent or given up. */
async function leave(session, me, may) {
  if (may.scores) {
    await alsoWords('rating');
    const { keptOf } = await import('./rooms/rating/kept.js');
    const kept = await keptOf(me.id);
    const n = (await kept?.waiting()) ?? 0;
    const sure =
      n === 0 || (await ask({ title: t('leave.marks', { n }), words: t('leave.marks.words'), verb: t('leave.marks.verb') }));
    if (!sure) {
      return;
    }
    await kept?.forgetAll();
  }
  await session.leave();
}

/** Somebody who is no officer may be an institution's own person, who has rooms of her own. Returns whether so. */
async function atTheInstitution(session, api) {
  const { premises } = await portal(() => import('./rooms/portal/premises.js'))();
  const me = await premises(api);
  if (!me) {
    return false;
  }
  const frame = new Frame({
    title: t('own.side'),
    scope: me.name,
    who: '',
    nav: [
      ['/stars', 'nav.own.stars'],
      ['/told', 'nav.own.told'],
    ],
    leave: () => session.leave(),
  });
  document.body.classList.add('room');
  document.body.replaceChildren(...frame.elements, sayings());
  enter(frame, premisesRooms, { api, me });
  return true;
}

/**
 * The token ran out in the middle of work: a second window signs in, and nothing that was written is lost.
 * @param mayWait whether the work can go on without
 */
function signInAgain(session, mayWait) {
  return new Promise((resolve, reject) => {
    const waiting = new AbortController();
    const said = h('div');
    const later = () => {
      session.isPutOff = true;
      waiting.abort();
      box.close();
      reject(new Problem({ status: 401, code: 'signin.later' }));
    };
    const box = open(
      t('signin.again'),
      h(
        'div.stack',
        h('p', t('signin.again.words')),
        said,
        h(
          'div.acts.end',
          mayWait ? h('button.plainly', { type: 'button', onclick: later }, t('signin.later')) : null,
          h(
            'button.filled',
            { type: 'button', onclick: () => window.open('/?again', 'xingma-sign-in', 'width=520,height=680') },
            t('signin.verb'),
          ),
        ),
      ),
    );
    box.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (mayWait) {
        later();
      }
    });
    const onother = () => fill(said, note('care', t('signin.somebodyElse'), h('p', t('signin.somebodyElse.words'))));
    session.tokensFromWindow(waiting.signal, onother).then(() => {
      box.close();
      resolve();
    });
  });
}

start();
