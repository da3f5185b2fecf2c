/** An opened case: its clock, words, signals, sealed contact, the lawful steps and what was done. */
import { fill, h } from '../../kit/h.js';
import { empty, note, problemNote, problemWords } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { banner } from '../../kit/clock.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { spokenNumber, timeline } from './acts.js';
import { clocksTable } from './clock.js';
import { contactBox } from './contact.js';
import { evidence } from './evidence.js';
import { moveForm } from './move-form.js';
import { MOVES, moveButtons } from './moves.js';
import { knowFromCase } from './people.js';

/** A joined case's answer goes to at most so many calls. */
const MOST_ROUNDS = 40;

/**
 * @param changed told when a step was taken or found taken by somebody else, so that the queue is read again
 * @param back leaves the case, on a narrow screen
 */
export function casePanel(office, { changed, back }) {
  const { api, rules, duties, me, signal } = office;
  const element = h('article.case', { tabindex: '-1', 'aria-label': t('case') });
  let one = null;
  let writing = null;
  let contact = null;
  let parts = {};

  function show(answer, ...notes) {
    one = answer;
    writing = null;
    element.hidden = false;
    if (one.left) {
      contact = null;
      fill(
        element,
        backLink(),
        notes,
        empty(t('case.left'), t('case.left.words', { number: one.spoken, unit: named(one.unit) })),
      );
      return;
    }
    knowFromCase(one);
    contact = contactBox(one, { ...office, opened: readHistory });
    parts = { moves: h('div'), history: h('section.history') };
    fill(
      element,
      backLink(),
      notes,
      head(),
      banners(),
      words(),
      signals(),
      contact.box,
      parts.moves,
      joins(),
      parts.history,
      clocks(),
      paper(),
    );
    drawMoves();
    drawHistory();
  }

  const backLink = () => h('button.link.back', { type: 'button', onclick: back }, t('case.back'));

  function head() {
    const filer = t(`identity.${one.identity}`);
    return [
      h('p.small.number', one.spoken, ' ', rules.kind(one.kind), ' ', rules.stage(one.stage)),
      h('h2', { tabindex: '-1' }, named(one.category)),
      h(
        'p',
        one.institution ? h('a', { href: `#/register/${one.institution}` }, one.place) : one.subject.place,
        one.person ? t('list.comma') + one.person : '',
      ),
      h(
        'p.small',
        t('case.about', {
          at: moment(one.received),
          channel: t(`channel.${one.channel}`),
          identity: filer,
          reference: one.reference ? t('case.reference', { reference: one.reference }) : '',
          unit: named(one.unit),
          who: one.assignee?.name ?? t('assignee.none'),
        }),
      ),
    ];
  }

  function banners() {
    const running = one.clocks.filter((c) => !c.stopped && c.which !== 'object');
    const climbed = one.climbed && !one.closed ? h('p.small', t('case.climbed')) : null;
    return [
      running.map((clock) => banner(clock, t(`clock.${clock.which}`))),
      one.awaiting ? note('running', t('case.awaiting', { filer: t(`filer.${one.kind}`) })) : null,
      one.untold ? note('care', t('case.untold'), h('p', t('case.untold.words'))) : null,
      climbed,
    ];
  }

  const words = () =>
    h(
      'div.told',
      one.words ? h('blockquote', { lang: one.language }, one.words) : h('p.quiet', t('case.erased')),
      evidence(one, office),
    );

  /** Cases that an earlier line named are not named again. */
  function signals() {
    const seen = new Set();
    const fresh = (cases) => cases.filter((k) => !seen.has(k.number) && seen.add(k.number));
    return one.signals.length === 0
      ? null
      : h(
          'ul.signals',
          { 'aria-label': t('signals') },
          one.signals.map((s) =>
            h(
              'li',
              h('b', named(s)),
              ' ',
              fresh(s.cases).map((k) =>
                h(
                  'span',
                  h(
                    'a',
                    { href: `#/complaints/${k.number}`, title: `${moment(k.received)} ${rules.stage(k.stage)}` },
                    k.spoken,
                  ),
                  k.samePhone ? h('span.small', t('signals.samePhone')) : null,
                ),
              ),
              s.more > 0 ? t('signals.more', { n: s.more }) : '',
            ),
          ),
        );
  }

  function joins() {
    const link = (number) => h('a', { href: `#/complaints/${number}` }, spokenNumber(number));
    return [
      one.lead ? h('p', t('join.lead'), ' ', link(one.lead)) : null,
      one.joinOffer ? h('p', t('join.offered', { filer: t(`filer.${one.kind}`) }), ' ', link(one.joinOffer)) : null,
      one.followers.length > 0
        ? h(
            'p',
            t('join.followers', { n: one.followers.length }),
            ' ',
            one.followers.map((f) => [link(f), ' ']),
          )
        : null,
    ];
  }

  function clocks() {
    return one.clocks.length === 0 ? null : h('details.all-clocks', h('summary', t('clocks')), clocksTable(one.clocks));
  }

  const paper = () =>
    h(
      'div.acts.gap',
      h('button.plainly', { type: 'button', onclick: () => print() }, t('case.print')),
      h(
        'p.paper.small',
        t('case.printed', { at: moment(new Date().toISOString()), name: me.name, bureau: named(me.bureau) }),
      ),
    );

  function drawHistory() {
    fill(parts.history, h('h3', t('case.history')), timeline(one, rules, duties));
  }

  function drawMoves() {
    writing = null;
    fill(parts.moves, moveButtons(one, rules, begin));
  }

  /** After the contact was opened the history is one step longer; the rest stays as it is. */
  async function readHistory() {
    const { number } = one;
    const fresh = await api.get(`/complaints/${number}`, { signal }).catch(() => null);
    if (fresh && one.number === number && !signal.aborted) {
      one.acts = fresh.acts;
      drawHistory();
    }
  }

  function begin(move) {
    writing = moveForm(move, one, office, { back: () => leave(move), send: (body) => take(move, body) });
    fill(parts.moves, writing.panel);
    writing.panel.scrollIntoView({ block: 'nearest' });
    writing.focus();
  }

  function leave(move) {
    drawMoves();
    parts.moves.querySelector(`[data-move="${move}"]`)?.focus();
  }

  async function take(move, body) {
    const { number, spoken } = one;
    const written = writing.words();
    try {
      let answer = await step(move, body);
      for (let round = 0; answer.waiting?.length > 0 && round < MOST_ROUNDS; round += 1) {
        answer = await step(move, body);
      }
      show(answer);
      say(t('move.done', { move: rules.move(move), number: spoken }));
      element.querySelector('h2, .empty b')?.focus();
      changed(answer);
    } catch (problem) {
      if (problem.status === 404 || (problem.status === 409 && problem.code !== 'id.taken')) {
        await movedOn(number, move, problem, written);
        return;
      }
      throw problem;
    }
  }

  const step = (move, body) => api.post(`/complaints/${one.number}/${move}`, body, { signal, repeatable: true });

  /** Somebody was faster: the case as it is now, and what was written, to be used or left. */
  async function movedOn(number, move, problem, written) {
    const told = note(
      'care',
      t('case.moved'),
      h('p', problemWords(problem)),
      h('p', t('case.moved.words', { move: rules.move(move) })),
      written ? [h('p.small', t('case.moved.written')), h('blockquote', written)] : null,
    );
    told.setAttribute('role', 'alert');
    try {
      show(await api.get(`/complaints/${number}`, { signal }), told);
    } catch (gone) {
      fill(element, backLink(), told, problemNote(gone));
      one = null;
      writing = null;
    }
    element.scrollTo?.(0, 0);
    changed(null);
  }

  // On paper everything is open.
  addEventListener('beforeprint', () => element.querySelector('.all-clocks')?.setAttribute('open', ''), { signal });

  return {
    element,
    show,
    fail(problem) {
      one = null;
      writing = null;
      contact = null;
      element.hidden = false;
      fill(
        element,
        backLink(),
        problem.status === 404 ? empty(t('case.none'), t('case.none.words')) : problemNote(problem),
      );
    },
    none() {
      one = null;
      writing = null;
      contact = null;
      element.hidden = true;
      fill(element);
    },
    get number() {
      return one?.number ?? '';
    },
    isWriting: () => writing?.isWriting() ?? false,
    /** Whether the key was one of the case's own. */
    key(pressed) {
      if (!one || writing || one.left) {
        return false;
      }
      if (pressed === 'H' && contact?.begin) {
        contact.begin();
        return true;
      }
      const move = one.lawful.find((m) => MOVES.get(m)?.key === pressed);
      if (move) {
        begin(move);
      }
      return Boolean(move);
    },
  };
}
