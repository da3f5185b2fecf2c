/** One evaluation as an expert of its panel works on it: no interest, the sheet, then what the panel settles. */
import { h } from '../../kit/h.js';
import { askReason } from '../../kit/dialog.js';
import { foot, head, note, problemNote } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { moment } from '../../kit/dates.js';
import { language, named, t } from '../../kit/words.js';
import { readyAfar } from './afar.js';
import { fileOf, openKept } from './file.js';
import { markWords } from './clause-form.js';
import { scoring } from './scoring.js';
import { settling } from './settling.js';
import { questions } from './questions.js';

/** So long the page before may take to let go of a sheet. */
const PATIENCE = 2_000;

export async function room(desk) {
  const { api, me, params, signal, go, again } = desk;
  const kept = await openKept(me.id);
  const { view, at } = await fileOf(api, kept, params.evaluation, signal);
  readyAfar();
  asOnATablet(signal);
  const address = `/panels/${encodeURIComponent(view.evaluation)}`;
  /** Steps that were asked for and not answered yet: asked for again, it is the same one. */
  const ids = new Map();
  /** A step; the room is drawn anew after it, unless what else is written there should stay. */
  const step = async (name, body, said, { stay = false } = {}) => {
    const what = name + JSON.stringify(body);
    ids.set(what, ids.get(what) ?? crypto.randomUUID());
    api.session.isPutOff = false;
    const told = await api.post(`${address}/${name}`, { id: ids.get(what), ...body }, { repeatable: true });
    ids.delete(what);
    say(said);
    if (stay) {
      return told;
    }
    if (told.left || told.handedIn) {
      await kept.forget(view.evaluation);
    }
    if (told.left) {
      go('/panels');
      return told;
    }
    await again();
    return told;
  };
  const work = { ...desk, view, at, kept, address, step, about: about(view), leaveButton: stepDown(view, step) };
  if (!view.declared) {
    return declare(work);
  }
  if (view.stage === 'scoring' && !view.handedIn) {
    return (await alone(`xingma ${me.id} ${view.evaluation}`, signal)) ? scoring(work) : elsewhere(work);
  }
  if (view.stage === 'settling') {
    return settling(work);
  }
  return waiting(work);
}

/** One page at a time writes a sheet on this device: resolves to whether this is the one, until the room is left. */
function alone(name, signal) {
  if (!navigator.locks) {
    return true;
  }
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(PATIENCE) }, () => {
        resolve(true);
        return new Promise((left) => signal.addEventListener('abort', left));
      })
      .catch(() => resolve(false));
  });
}

/** Larger type and targets, as long as one is in the room. */
function asOnATablet(signal) {
  document.documentElement.classList.add('tablet');
  signal.addEventListener('abort', () => document.documentElement.classList.remove('tablet'));
}

function about(view) {
  return [
    view.chair ? t('panel.chair') : null,
    t(`side.${view.side}`),
    language === 'en' ? view.stageEnglish : view.stageChinese,
    view.may.some((step) => step !== 'step-down') && view.deadlines.length > 0
      ? t('panel.until', { day: view.deadlines[0].day })
      : null,
  ]
    .filter(Boolean)
    .join('　');
}

function stepDown(view, step) {
  return view.may.includes('step-down')
    ? h(
        'button.plainly',
        {
          type: 'button',
          onclick: () =>
            askReason({
              title: t('panel.down.title'),
              words: t('panel.down.words'),
              label: t('panel.down.why'),
              verb: t('panel.down.verb'),
              longest: 300,
              act: (words) => step('step-down', { words }, t('panel.down.done')),
            }),
        },
        t('panel.down'),
      )
    : null;
}

/** Nothing of the file is to be seen before this. */
function declare({ view, about: words, step, leaveButton, at }) {
  const place = h('div');
  return [
    head(view.name, words),
    h(
      'div.pane.stack',
      h('h2', t('panel.declare.title')),
      h('p', t('panel.declare.words', { name: view.name })),
      h('ul.plain-list', ['kin', 'money', 'work', 'quarrel'].map((each) => h('li', t(`panel.declare.${each}`)))),
      at ? note('care', t('panel.declare.offline'), h('p', t('panel.declare.offline.words'))) : null,
      place,
    ),
    foot(
      leaveButton,
      h('span.push', t('panel.blind')),
      h(
        'button.filled',
        {
          type: 'button',
          disabled: Boolean(at),
          onclick: async (event) => {
            const button = event.currentTarget;
            button.disabled = true;
            try {
              await step('declare', {}, t('panel.declare.done'));
            } catch (problem) {
              place.replaceChildren(problemNote(problem));
              button.disabled = false;
            }
          },
        },
        t('panel.declare.verb'),
      ),
    ),
  ];
}

/** The same sheet is being written on another page of this device. */
function elsewhere({ view, about: words, again }) {
  return [
    head(view.name, words),
    h(
      'div.pane',
      note(
        'care',
        t('panel.elsewhere'),
        h('p', t('panel.elsewhere.words')),
        h('div.acts.gap', h('button', { type: 'button', onclick: () => again() }, t('act.retry'))),
      ),
    ),
    foot(h('a.button.plainly', { href: '#/panels' }, t('panel.back'))),
  ];
}

/** After the sheet was handed in: who is awaited, then what was settled and what the institution asks. */
function waiting(work) {
  const { view, about: words, leaveButton } = work;
  const clauses = new Map(
    view.standard.parts.flatMap((p) => p.chapters.flatMap((c) => c.clauses.map((clause) => [clause.code, clause]))),
  );
  return [
    head(view.name, words),
    h(
      'div.pane.stack',
      view.stage === 'scoring'
        ? note(
            'running',
            t('panel.waiting', { done: view.handedInCount, total: view.seats }),
            h('p', t('panel.waiting.words')),
            view.sheet?.handedIn ? h('p', t('panel.waiting.at', { at: moment(view.sheet.handedIn) })) : null,
          )
        : null,
      questions(work, clauses),
      view.settled
        ? h(
            'section',
            h('h2', t('panel.settled')),
            h(
              'dl.facts',
              Object.entries(view.settled).flatMap(([code, mark]) => [
                h('dt', code),
                h('dd', `${named(clauses.get(code)?.title)}　${markWords(mark)}`),
              ]),
            ),
          )
        : null,
      view.stage !== 'scoring' && !view.settled ? h('p', t('panel.nothing')) : null,
    ),
    foot(h('a.button.plainly', { href: '#/panels' }, t('panel.back')), leaveButton),
  ];
}
