/** The score form: chapters with what is done of them, one clause at a time, and where each mark is kept. */
import { fill, h } from '../../kit/h.js';
import { ask } from '../../kit/dialog.js';
import { keys } from '../../kit/keys.js';
import { head, note, problemNote, problemWords, progress, sign } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { clauseForm, markWords } from './clause-form.js';
import { Sheet, isDone, said } from './sheet.js';

const TIME = 11;

export async function scoring(work) {
  const { api, view, kept, signal, about, leaveButton, hold, step } = work;
  const parts = ordered(view.standard.parts, view.side);
  const clauses = parts.flatMap((part) =>
    part.chapters.flatMap((chapter) => chapter.clauses.map((clause) => ({ clause, chapter, part }))),
  );
  const where = h('div.where', { role: 'status' });
  const again = h(
    'button.plainly',
    { type: 'button', hidden: true, onclick: () => sheet.send({ asked: true }) },
    t('where.signedOut.verb'),
  );
  const folds = h('div.folds', { id: 'chapters' });
  const fold = h('button.chapters-fold', {
    type: 'button',
    'aria-expanded': 'false',
    'aria-controls': folds.id,
    onclick: () => unfold(fold.getAttribute('aria-expanded') === 'false'),
  });
  const chapters = h('nav.chapters', { 'aria-label': t('score.chapters') }, fold, folds);
  const pane = h('div.sheet-pane', { tabindex: '-1' });
  const bottom = h('footer.sheet-foot');
  let shown = null;
  let form = null;
  let writing = Promise.resolve();

  const sheet = new Sheet({
    api,
    kept,
    evaluation: view.evaluation,
    signal,
    onchange: () => {
      tellWhere();
      drawChapters();
      if (shown && sheet.mark(shown.clause.code)?.state === 'overtaken' && form) {
        open(shown);
      }
    },
  });
  await sheet.open(view.sheet);

  const done = ({ clause }) => {
    const mark = sheet.mark(clause.code);
    return Boolean(mark) && isDone(clause, mark.finding) && !['overtaken', 'refused'].includes(mark.state);
  };

  function write(code, finding) {
    writing = sheet.write(code, finding);
  }

  function open(item) {
    shown = item;
    const mark = sheet.mark(item.clause.code);
    if (mark?.state === 'overtaken') {
      form = null;
      fill(pane, conflict(item.clause, mark));
    } else {
      form = clauseForm({
        clause: item.clause,
        selfCheck: view.selfCheck?.[item.clause.code],
        finding: sheet.finding(item.clause.code),
        write: (finding) => write(item.clause.code, finding),
      });
      fill(pane, mark?.state === 'refused' ? note('no', t('score.refused'), h('p', named(mark.why))) : null, form.parts);
    }
    pane.scrollTop = 0;
    drawChapters();
    drawBottom();
  }

  function unfold(isOpen) {
    fold.setAttribute('aria-expanded', String(isOpen));
  }

  function enter(item) {
    unfold(false);
    open(item);
    pane.querySelector('h2')?.focus({ preventScroll: true });
  }

  /** Two devices of one expert: both are shown, and the expert says which holds. */
  function conflict(clause, mark) {
    const one = (finding, when) => [
      h('b', markWords(finding)),
      h('p', finding.reason || t('settle.noReason')),
      finding.advice ? h('p', t('settle.advice', { words: finding.advice })) : null,
      h('p.small', moment(when)),
    ];
    const choose = (mine) => async () => {
      await sheet.decide(clause.code, mine);
      enter(shown);
    };
    return [
      h('p.small', clause.code),
      h('h2', { tabindex: '-1' }, named(clause.title)),
      note('care', t('conflict.title'), h('p', t('conflict.words'))),
      h(
        'div.both',
        h(
          'section',
          h('h3', t('conflict.here')),
          one(mark.finding, mark.at),
          h('button', { type: 'button', onclick: choose(true) }, t('conflict.here.verb')),
        ),
        h(
          'section',
          h('h3', t('conflict.there')),
          one(mark.other, mark.other.at),
          h('button', { type: 'button', onclick: choose(false) }, t('conflict.there.verb')),
        ),
      ),
    ];
  }

  function drawChapters() {
    const part = shown?.part ?? parts[0];
    const held = document.activeElement?.closest?.('.chapters') ? document.activeElement.dataset.to : null;
    const of = (list) => [list.filter(done).length, list.length];
    const bar = (each) => {
      const counted = progress(named(each.title));
      counted.count(...of(clauses.filter((item) => item.part === each)));
      return counted.bar;
    };
    const chapter = shown?.chapter;
    fill(
      fold,
      h('span', chapter ? `${chapter.code} ${named(chapter.title)}` : t('handin.title')),
      h('small', chapter ? of(clauses.filter((item) => item.chapter === chapter)).join('/') : counted()),
    );
    fill(
      folds,
      bar(part),
      h(
        'ul',
        part.chapters.map((chapter) => {
          const items = clauses.filter((item) => item.chapter === chapter);
          const [n, all] = of(items);
          const stuck = items.some(({ clause }) => ['overtaken', 'refused'].includes(sheet.mark(clause.code)?.state));
          return h(
            'li',
            button(
              chapter.code,
              () => enter(items.find((item) => !done(item)) ?? items[0]),
              chapter === shown?.chapter,
              sign(stuck ? 'care' : n === all ? 'yes' : 'open'),
              h('span', `${chapter.code} ${named(chapter.title)}`),
              h('small', `${n}/${all}`),
            ),
            chapter === shown?.chapter ? clauseLinks(items) : null,
          );
        }),
      ),
      parts
        .filter((other) => other !== part)
        .map((other) => {
          const items = clauses.filter((item) => item.part === other);
          const [n, all] = of(items);
          return button(
            other.code,
            () => enter(items.find((item) => !done(item)) ?? items[0]),
            false,
            sign(n === all ? 'yes' : 'open'),
            h('span', named(other.title)),
            h('small', `${n}/${all}`),
          );
        }),
      button('hand-in', enterHandIn, !shown, sign('running'), h('span', t('handin.title')), h('small', counted())),
    );
    if (held) {
      chapters.querySelector(`[data-to="${held}"]`)?.focus();
    }
  }

  function clauseLinks(items) {
    return h(
      'div.clause-links',
      items.map((item) => {
        const stuck = ['overtaken', 'refused'].includes(sheet.mark(item.clause.code)?.state);
        const state = stuck ? 'care' : done(item) ? 'yes' : 'open';
        return h(
          'button',
          {
            type: 'button',
            'data-to': item.clause.code,
            'aria-current': item === shown ? 'step' : null,
            'aria-label': `${item.clause.code} ${t(`clause.${state}`)}`,
            onclick: () => enter(item),
          },
          item.clause.code.split('.').at(-1),
          sign(state),
        );
      }),
    );
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
      where,
      again,
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

  function tellWhere() {
    const tell = (kind, title, words) => {
      // Said anew only when it is new, so that nobody hears it at every letter.
      if (where.textContent !== title + words) {
        fill(where, sign(kind), h('span', h('b', title), words));
      }
    };
    const waits = sheet.waiting;
    const last = waits.map((mark) => mark.at).sort().at(-1);
    again.hidden = sheet.line !== 'signedOut' || waits.length === 0;
    if (sheet.unkept > 0) {
      tell('no', t('where.not', { n: sheet.unkept }), t('where.not.words'));
    } else if (sheet.unsettled.length > 0) {
      tell('care', t('where.conflict', { n: sheet.unsettled.length }), t('where.conflict.words'));
    } else if (waits.length > 0) {
      const words =
        sheet.line === 'sending'
          ? t('where.sending')
          : sheet.line === 'signedOut'
            ? t('where.signedOut', { n: waits.length })
            : sheet.line === 'stopped'
              ? t('where.stopped', { words: problemWords(sheet.problem) })
            : !navigator.onLine || sheet.line === 'offline'
              ? t('where.offline', { n: waits.length })
              : t('where.soon');
      tell('yes', t('where.here', { at: moment(last).slice(TIME) }), words);
    } else if (sheet.drafts.length > 0) {
      const at = sheet.drafts.map((mark) => mark.at).sort().at(-1);
      tell('yes', t('where.here', { at: moment(at).slice(TIME) }), t('where.draft'));
    } else if (sheet.sentAt) {
      tell('yes', t('where.sent', { at: moment(sheet.sentAt).slice(TIME) }), t('where.sent.words'));
    } else {
      tell('open', t('where.start'), t('where.start.words'));
    }
  }

  // What stands before the sheet may be handed in, in words, each with its way there.
  function bars() {
    const open = clauses.filter((item) => !done(item));
    const waits = sheet.waiting.length;
    return [
      open.length > 0
        ? h(
            'section',
            h('h3', t('handin.open', { n: open.length })),
            h(
              'ul.open-clauses',
              open.map((item) =>
                h(
                  'li',
                  h(
                    'button.link',
                    { type: 'button', onclick: () => enter(item) },
                    `${item.clause.code} ${named(item.clause.title)}`,
                  ),
                  h('span.small', lack(item)),
                ),
              ),
            ),
          )
        : null,
      waits > 0 ? note('care', t('handin.waits', { n: waits }), h('p', t('handin.waits.words'))) : null,
    ].filter(Boolean);
  }

  function lack({ clause }) {
    const mark = sheet.mark(clause.code);
    if (mark?.state === 'overtaken') {
      return t('conflict.title');
    }
    if (mark?.state === 'refused') {
      return named(mark.why);
    }
    return t(mark && said(mark.finding) ? 'score.reason.missing' : 'score.missing');
  }

  const place = h('div');

  function enterHandIn() {
    unfold(false);
    shown = null;
    form = null;
    const found = bars();
    fill(place);
    fill(
      pane,
      h('h2', { tabindex: '-1' }, t('handin.title')),
      h('p', t('handin.words', { n: counted() })),
      place,
      found.length > 0 ? found : note('yes', t('handin.ready'), h('p', t('handin.ready.words'))),
    );
    drawChapters();
    drawBottom();
    pane.scrollTop = 0;
    pane.querySelector('h2').focus({ preventScroll: true });
  }

  async function handIn() {
    await writing;
    await sheet.send({ asked: true });
    enterHandIn();
    if (bars().length > 0) {
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

  hold(() => sheet.unkept > 0);
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
  tellWhere();
  sheet.send();
  return [
    head(view.name, about, h('div.panel-side', h('p', t('panel.blind')), leaveButton)),
    h('div.score-sheet', chapters, h('div.sheet-main', pane)),
    bottom,
  ];
}

/** What is an expert's own matter comes first. */
function ordered(parts, side) {
  const own = (part) => part.chapters.filter((c) => c.clauses.some((clause) => clause.side === side)).length;
  return [...parts].filter((p) => p.chapters.length > 0).sort((a, b) => own(b) - own(a));
}

function button(to, onclick, isCurrent, ...children) {
  return h(
    'button.chapter',
    { type: 'button', 'data-to': to, 'aria-current': isCurrent ? 'step' : null, onclick },
    children,
  );
}
