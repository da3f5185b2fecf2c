/** The self-check, clause by clause, with what it would be worth beside it. */
import { fill, h } from '../../kit/h.js';
import { choose } from '../../kit/form.js';
import { note, problemWords, sign, signed } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { say } from '../../kit/say.js';
import { named, t } from '../../kit/words.js';
import { clauseForm, clauseShown } from './clause-form.js';
import { OVER, address, exhibits, isBelow, isCrossed, isNamed, markWords, opening, read, step } from './evaluation.js';
import { keeper } from './keeper.js';
import { pathPanel } from './path.js';
import { worthLine, worthPanel } from './worth.js';

const ONLY = {
  all: () => true,
  open: (mark) => !mark,
  below: (mark, clause) => Boolean(mark) && isBelow(mark, clause),
  red: (mark, clause) => Boolean(clause.redLine),
};

export async function room(desk) {
  const [one, files] = await Promise.all([read(desk), exhibits(desk)]);
  desk.signal.throwIfAborted();
  const worth = worthPanel();
  const path = pathPanel();
  const line = h('p.worth-line', { role: 'status' });
  const isOver = OVER.has(one.stage);
  const rows = new Map();
  const kept = keeper(desk, one.sheet, (clause, answer) => {
    if (answer) {
      one.projection = answer.projection;
      one.path = answer.path;
      one.faults = answer.faults;
    }
    rows.get(clause)?.show();
    drawWorth();
  });

  function drawWorth() {
    worth.show(one);
    path.show(one);
    const unsent = kept.waiting;
    fill(
      line,
      h('b', worthLine(one)),
      h('span', t('worth.tag')),
      unsent === 0
        ? signed('yes', t('check.allSaved'))
        : kept.isStuck
          ? signed('care', t('check.unsent', { n: unsent }), h('button.link', { type: 'button', onclick: () => kept.run() }, t('check.sendNow')))
          : signed('running', t('check.sending')),
    );
  }

  for (const clause of one.clauses) {
    rows.set(clause.code, row(clause, kept, { isOver, files, isNamed: isNamed(one), next: () => openNext(clause) }));
  }

  function openNext(after) {
    const from = one.clauses.findIndex((c) => c.code === after.code) + 1;
    const order = [...one.clauses.slice(from), ...one.clauses.slice(0, from)];
    const next = order.find((c) => kept.state(c.code) === 'open' && !rows.get(c.code).element.hidden);
    rows.get(after.code).close();
    if (next) {
      rows.get(next.code).open();
    } else {
      say(t('check.done'));
      filter.focus();
    }
  }

  const filter = choose(
    Object.keys(ONLY).map((only) => [only, t(`check.only.${only}`)]),
    'all',
    { onchange: () => draw() },
  );
  const list = h('div.clauses');
  function draw() {
    const shows = ONLY[filter.value];
    for (const clause of one.clauses) {
      rows.get(clause.code).element.hidden = !shows(one.sheet.clauses[clause.code], clause);
    }
    fill(
      list,
      one.standard.parts.map((part) => [
        h('h2', named(part.title)),
        part.chapters.map((chapter) => {
          const shown = chapter.clauses.map((c) => rows.get(c.code)).filter((r) => !r.element.hidden);
          return shown.length > 0 ? h('section.chapter', h('h3', `${chapter.code} ${named(chapter.title)}`), shown.map((r) => r.element)) : null;
        }),
      ]),
      h('p.empty', { hidden: one.clauses.some((c) => !rows.get(c.code).element.hidden) }, t('check.only.none')),
    );
  }

  draw();
  drawWorth();
  desk.hold(() => kept.waiting > 0 || [...rows.values()].some((r) => r.isEdited()));
  if (kept.waiting > 0) {
    kept.run();
  }
  return [
    opening(one, 'check', t('check.title'), t('check.about', { n: one.clauses.length })),
    line,
    h(
      'div.two.checking',
      h(
        'div.pane',
        isOver ? note('running', t('check.over')) : null,
        h('div.filters', h('label', t('check.only'), filter)),
        list,
        isOver ? null : after(desk, one, kept),
      ),
      h('aside', worth.element, path.element),
    ),
  ];
}

/** What to do with a whole sheet: apply, or hand in the yearly self-check. */
function after(desk, one, kept) {
  if (one.may.includes('apply')) {
    return h('div.acts.gap', h('a.button.filled', { href: `#${address(one.evaluation, 'apply')}` }, t('check.apply')));
  }
  if (!one.may.includes('self-check')) {
    return null;
  }
  const id = crypto.randomUUID();
  const told = h('div');
  const button = h(
    'button.filled',
    {
      type: 'button',
      onclick: async () => {
        button.disabled = true;
        try {
          await step(desk, 'self-check', { id });
          say(t('check.yearly.done'));
          desk.go(address(one.evaluation));
        } catch (problem) {
          fill(told, note('no', problemWords(problem)));
        }
        button.disabled = kept.waiting > 0;
      },
    },
    t('check.yearly'),
  );
  return h('section', h('h2', t('check.yearly.title')), h('p', t('check.yearly.words')), told, h('div.acts.gap', button));
}

/** One clause in the list; its form is made when it is opened. */
function row(clause, kept, { isOver, files, isNamed, next }) {
  let form = null;
  let isEdited = false;
  const at = h('span.at');
  const told = h('div.saving', { role: 'status' });
  const body = h('div.clause-body');
  const element = h(
    'details.clause',
    { id: `clause-${clause.code}`, ontoggle: () => element.open && build() },
    h('summary', h('span.code', clause.code), h('b', named(clause.title)), clause.redLine ? h('span.red', t('check.red')) : null, at),
    body,
  );

  function build() {
    if (form) {
      return;
    }
    if (isOver) {
      fill(body, clauseShown(clause, kept.saved[clause.code], files));
      return;
    }
    const finding = kept.finding(clause.code);
    form = clauseForm({
      clause,
      finding,
      attach: (at) => files.attach({ ...at, isNamed }),
      edited: () => {
        isEdited = true;
        show();
      },
      save: (written) => {
        isEdited = false;
        kept.save(clause.code, written);
      },
    });
    fill(
      body,
      form.parts,
      told,
      h(
        'div.acts.gap',
        h('button.filled', { type: 'button', onclick: () => form.take() && next() }, t('check.save.next')),
        h('button', { type: 'button', onclick: () => form.take() }, t('check.save')),
      ),
    );
    show();
  }

  function show() {
    const state = kept.state(clause.code);
    const mark = kept.saved[clause.code];
    fill(at, signOf(state, mark, clause), h('span', isEdited ? t('check.state.edited') : state === 'saved' ? short(mark, clause) : t(`check.state.${state}`)));
    fill(told, form ? saying(state, mark) : null);
  }

  function saying(state, mark) {
    switch (isEdited ? 'edited' : state) {
      case 'saved':
        return signed('yes', t('check.saved', { at: moment(mark.at), n: mark.edition }));
      case 'overtaken':
        return note(
          'care',
          t('check.overtaken'),
          h('p', t('check.overtaken.theirs', { at: moment(mark.at), mark: markWords(mark, clause), reason: mark.reason })),
          h(
            'div.acts.gap',
            h('button', { type: 'button', onclick: () => kept.save(clause.code, kept.finding(clause.code)) }, t('check.overtaken.mine')),
            h('button.plainly', { type: 'button', onclick: takeTheirs }, t('check.overtaken.take')),
          ),
        );
      case 'refused':
        return note('no', problemWords(kept.problem(clause.code)));
      case 'unsent':
        return signed('care', t('check.state.unsent.words'));
      case 'sending':
        return signed('running', t('check.sending'));
      case 'edited':
        return signed('open', t('check.state.edited'));
      default:
        return null;
    }
  }

  function takeTheirs() {
    kept.giveUp(clause.code);
    form = null;
    build();
  }

  show();
  return {
    element,
    show,
    isEdited: () => isEdited || Boolean(form?.isBusy()),
    open() {
      element.open = true;
      build();
      element.scrollIntoView({ block: 'start' });
      element.querySelector('summary').focus({ preventScroll: true });
    },
    close() {
      element.open = false;
    },
  };
}

function signOf(state, mark, clause) {
  if (state === 'saved') {
    return sign(isCrossed(mark, clause) ? 'no' : isBelow(mark, clause) ? 'care' : 'yes');
  }
  return sign({ open: 'open', sending: 'running', unsent: 'care', overtaken: 'care', refused: 'no' }[state]);
}

function short(mark, clause) {
  const files = mark.exhibits.length;
  return [
    mark.notApplicable === null ? t('own.mark.of', { n: mark.points, most: clause.most }) : t('own.mark.off.short'),
    files > 0 ? h('small', t('check.files.of', { n: files })) : null,
  ];
}
