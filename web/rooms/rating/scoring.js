/** The score form: chapters with what is done of them, one clause at a time, and where each mark is kept. */
import { fill, h } from '../../kit/h.js';
import { ask } from '../../kit/dialog.js';
import { keys } from '../../kit/keys.js';
import { head, note, problemNote } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { chaptersOf } from './chapters.js';
import { clauseForm } from './clause-form.js';
import { conflict } from './conflict.js';
import { bars } from './hand-in.js';
import { photoPart } from './photo-part.js';
import { Photos } from './photos.js';
import { Sheet, isDone } from './sheet.js';
import { whereOf } from './where.js';
import { exhibitsOf } from '../exhibits/exhibits.js';

export async function scoring(work) {
  const { api, view, kept, signal, address, about, leaveButton, hold, step } = work;
  const parts = ordered(view.standard.parts, view.side);
  const clauses = parts.flatMap((part) =>
    part.chapters.flatMap((chapter) => chapter.clauses.map((clause) => ({ clause, chapter, part }))),
  );
  const pane = h('div.sheet-pane', { tabindex: '-1' });
  const bottom = h('footer.sheet-foot');
  let shown = null;
  let form = null;
  let photographed = null;
  let writing = Promise.resolve();

  const exhibits = await exhibitsOf(work, address);
  const sheet = new Sheet({
    api,
    kept,
    evaluation: view.evaluation,
    signal,
    onchange: () => {
      where.tell();
      chapters.draw(shown);
      if (sheet.line === 'sent') {
        photos.send();
      }
      if (shown && sheet.mark(shown.clause.code)?.state === 'overtaken' && form) {
        open(shown);
      }
    },
  });
  const photos = new Photos({
    api,
    kept,
    sheet,
    evaluation: view.evaluation,
    base: address,
    limits: view.limits,
    signal,
    onchange: () => {
      where.tell();
      photographed?.show();
    },
  });
  const stuck = ({ clause }) => ['overtaken', 'refused'].includes(sheet.mark(clause.code)?.state);
  const done = (item) => isDone(item.clause, sheet.finding(item.clause.code)) && !stuck(item);
  const chapters = chaptersOf({ parts, items: clauses, done, stuck, enter, enterHandIn });
  const where = whereOf(sheet, photos, async () => {
    await sheet.send({ asked: true });
    await photos.send();
  });
  await sheet.open(view.sheet);
  await photos.open();

  function write(code, finding) {
    writing = sheet.write(code, { ...finding, exhibits: sheet.finding(code).exhibits });
  }

  function open(item) {
    shown = item;
    const mark = sheet.mark(item.clause.code);
    if (mark?.state === 'overtaken') {
      form = null;
      photographed = null;
      fill(pane, conflict(item.clause, mark, decided));
    } else {
      photographed = photoPart({ clause: item.clause, photos, sheet, place: { api, base: address, signal } });
      form = clauseForm({
        clause: item.clause,
        selfCheck: view.selfCheck?.[item.clause.code],
        files: exhibits.list(view.selfCheck?.[item.clause.code]?.exhibits),
        photos: photographed.element,
        finding: sheet.finding(item.clause.code),
        write: (finding) => write(item.clause.code, finding),
      });
      fill(pane, mark?.state === 'refused' ? note('no', t('score.refused'), h('p', named(mark.why))) : null, form.parts);
    }
    pane.scrollTop = 0;
    chapters.draw(item);
    drawBottom();
  }

  async function decided(isMine) {
    await sheet.decide(shown.clause.code, isMine);
    enter(shown);
  }

  function enter(item) {
    chapters.fold();
    open(item);
    pane.querySelector('h2')?.focus({ preventScroll: true });
  }

  const counted = () => `${clauses.filter(done).length}/${clauses.length}`;

  function drawBottom() {
    const i = clauses.indexOf(shown);
    const item = shown;
    fill(
      bottom,
      h(
        'button.plainly',
        {
          type: 'button',
          disabled: shown ? i === 0 : false,
          onclick: () => enter(clauses[shown ? i - 1 : clauses.length - 1]),
        },
        t('score.previous'),
      ),
      shown && form
        ? item.clause.mayNotApply
          ? h(
              'button.plainly',
              {
                type: 'button',
                'aria-pressed': String(form.isOff()),
                onclick: () => {
                  form.toggleOff();
                  drawBottom();
                },
              },
              t('score.off'),
            )
          : h('span.small.always', t('score.off.never'))
        : null,
      where.elements,
      shown
        ? h('button.filled', { type: 'button', onclick: next }, t(i === clauses.length - 1 ? 'score.last' : 'score.next'))
        : h('button.filled', { type: 'button', onclick: handIn }, t('handin.verb')),
    );
  }

  function next() {
    if (form && !form.check()) {
      return;
    }
    const i = clauses.indexOf(shown);
    if (i === clauses.length - 1) {
      enterHandIn();
    } else {
      enter(clauses[i + 1]);
    }
  }

  const place = h('div');
  const standing = () => bars({ items: clauses, done, sheet, photos, enter });

  function enterHandIn() {
    chapters.fold();
    shown = null;
    form = null;
    photographed = null;
    const found = standing();
    fill(place);
    fill(
      pane,
      h('h2', { tabindex: '-1' }, t('handin.title')),
      h('p', t('handin.words', { n: counted() })),
      place,
      found.length > 0 ? found : note('yes', t('handin.ready'), h('p', t('handin.ready.words'))),
    );
    chapters.draw(null);
    drawBottom();
    pane.scrollTop = 0;
    pane.querySelector('h2').focus({ preventScroll: true });
  }

  async function handIn() {
    await writing;
    fill(place, note('running', t('handin.sending')));
    await sheet.send({ asked: true });
    await photos.send();
    await sheet.send();
    enterHandIn();
    if (standing().length > 0) {
      fill(place, note('no', t('handin.not'), h('p', t('handin.not.words'))));
      return;
    }
    const sure = await ask({ title: t('handin.sure'), words: t('handin.sure.words'), verb: t('handin.verb') });
    if (!sure) {
      return;
    }
    try {
      await step('hand-in', {}, t('handin.done'));
    } catch (problem) {
      fill(place, problemNote(problem));
    }
  }

  hold(() => sheet.unkept + photos.unkept > 0);
  keys(signal, (key) => {
    if (/^[1-9]$/.test(key) && form && !form.isOff()) {
      form.choose(Number(key) - 1);
      return true;
    }
    if ((key === 'N' || key === 'ArrowRight') && shown) {
      next();
      return true;
    }
    const i = clauses.indexOf(shown);
    if ((key === 'P' || key === 'ArrowLeft') && i > 0) {
      enter(clauses[i - 1]);
      return true;
    }
    return false;
  });

  open(clauses.find((item) => !done(item)) ?? clauses[0]);
  where.tell();
  sheet.send();
  photos.send();
  return [
    head(view.name, about, h('div.panel-side', h('p', t('panel.blind')), leaveButton)),
    h('div.score-sheet', chapters.element, h('div.sheet-main', pane)),
    bottom,
  ];
}

/** What is an expert's own matter comes first. */
function ordered(parts, side) {
  const own = (part) => part.chapters.filter((c) => c.clauses.some((clause) => clause.side === side)).length;
  return [...parts].filter((p) => p.chapters.length > 0).sort((a, b) => own(b) - own(a));
}
