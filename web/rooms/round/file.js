/** One evaluation's file: where it stands, what may be done now, and everything that led there. */
import { fill, h } from '../../kit/h.js';
import { banner } from '../../kit/clock.js';
import { ask } from '../../kit/dialog.js';
import { keys } from '../../kit/keys.js';
import { keyLine, keysHelp } from '../../kit/key-help.js';
import { note, problemNote, problemWords, signed } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { moment, sentenceDay, weekday } from '../../kit/dates.js';
import { named, t, tOr } from '../../kit/words.js';
import { exhibitsOf } from '../exhibits/exhibits.js';
import { timeline } from './acts.js';
import { moveForm } from './move-form.js';
import { MOVES, byKey, moveButtons, moveName } from './moves.js';
import { drawsPart, panelPart } from './panel.js';
import { noticePaper, printPaper, resultPaper } from './paper.js';
import {
  appealPart,
  exemptionPart,
  exhibitsPart,
  noticePart,
  plansPart,
  questionsPart,
  recordPart,
  repliesPart,
  withdrawalPart,
} from './parts.js';
import { clausesPart, starPart } from './sheet.js';
import { clockOf, groupOf, holds, isAboutWithdrawal, signOf, starShapes } from './stages.js';

/** Clocks that bind nobody in the office large; they stand in the list of all. */
const QUIET = new Set(['self-check', 'appeal', 'withdrawal-appeal']);
/** Within them the institution may say that it disagrees. */
const APPEALS = new Set(['appeal', 'withdrawal-appeal']);

export async function room(desk) {
  const { api, me, params, signal, hold, go } = desk;
  const path = `/evaluations/${encodeURIComponent(params.evaluation)}`;
  const lookAt = await exhibitsOf(desk, path);
  const readFiles = async () => (await api.get(`${path}/exhibits`, { signal })).items;
  let [one, files] = await Promise.all([api.get(path, { signal }), readFiles()]);
  let writing = null;
  const top = h('div.sum.file-head');
  const acts = h('aside.file-acts', { 'aria-label': t('moves') });
  const main = h('div.file-main');
  const history = h('section.file-history');
  const moves = h('div');
  const papers = h('div.papers');
  hold(() => writing?.isWriting() ?? false);

  function show(answer, ...notes) {
    one = answer;
    writing = null;
    fill(top, head());
    fill(acts, notes, answerPart(one), clocks(), moves);
    fill(history, h('h2', t('round.history')), timeline(one));
    fill(
      main,
      [
        appealPart,
        withdrawalPart,
        noticePart,
        repliesPart,
        starPart,
        questionsPart,
        clausesPart,
        exhibitsPart,
        panelPart,
        drawsPart,
        plansPart,
        exemptionPart,
        recordPart,
      ].map((part) => part(one, { files, lookAt })),
    );
    fill(papers, noticePaper(one, me), resultPaper(one, me));
    drawMoves();
  }

  function head() {
    const back = `/rounds/${one.round}?group=${groupOf(one.stage)}&district=${one.district.code}`;
    return [
      h(
        'div',
        h('p.small', h('a', { href: `#${back}` }, t('round.back')), ' ', one.evaluation),
        h('h1', { tabindex: '-1' }, one.name),
        h(
          'p',
          signed(signOf(one.stage), h('b', named({ chinese: one.stageChinese, english: one.stageEnglish }))),
          ' ',
          holds(one) && one.star?.rated ? starShapes(one.star.stars, named(one.star.words)) : null,
          ' ',
          h(
            'span.quiet',
            t('round.edition', { standard: one.standard.standard, edition: one.standard.edition }),
            ' ',
            one.type,
            ' ',
            named(one.district),
          ),
        ),
      ),
      h(
        'div.acts',
        h('a.button.plainly', { href: `#/register/${one.institution}` }, t('round.register')),
        one.published ? publicPage() : null,
        one.stage === 'public-notice' && one.star?.rated
          ? h('button.plainly', { type: 'button', onclick: () => printPaper('notice') }, t('paper.notice.print'))
          : null,
        one.star?.rated
          ? h('button.plainly', { type: 'button', onclick: () => printPaper('result') }, t('paper.result.print'))
          : null,
      ),
    ];
  }

  const publicPage = () =>
    h(
      'a.button.plainly',
      { href: `${me.publicBaseUrl}/stars/${one.institution}`, target: '_blank', rel: 'noopener' },
      t('round.public'),
    );

  function clocks() {
    return one.deadlines
      .filter((d) => !QUIET.has(d.which))
      .map((d) =>
        d.over && !d.late
          ? note('yes', t('round.ended.on', { name: t(`round.clock.${d.which}`), day: sentenceDay(d.day) }))
          : banner(clockOf(d), t(`round.clock.${d.which}`)),
      )
      .concat(
        one.deadlines.length === 0
          ? []
          : h(
              'details.all-clocks',
              h('summary', t('round.clocks')),
              h(
                'ul',
                one.deadlines.map((d) =>
                  h(
                    'li',
                    h('b', t(`round.clock.${d.which}`)),
                    ' ',
                    t('round.clock.line', {
                      start: d.start,
                      day: d.day,
                      days: d.days,
                      unit: t(`span.${d.unit.replace('-', '_')}`),
                    }),
                    h('small', named(d), d.basis ? t('round.clock.basis', { basis: d.basis }) : ''),
                  ),
                ),
              ),
            ),
      );
  }

  function drawMoves() {
    writing = null;
    fill(moves, moveButtons(one, begin));
  }

  function begin(move) {
    writing = moveForm(move, one, { back: () => leave(move), send: (body) => take(move, body) });
    fill(moves, writing.panel);
    writing.panel.scrollIntoView({ block: 'nearest' });
    writing.focus();
  }

  function leave(move) {
    drawMoves();
    moves.querySelector(`[data-move="${move}"]`)?.focus();
  }

  async function take(move, body) {
    const written = writing.words();
    try {
      const answer = await api.post(`${path}/moves`, body, { signal, repeatable: true });
      // The step is done, whether or not the list of files can be read again.
      files = await readFiles().catch(() => files);
      show(answer);
      say(t('round.done', { move: moveName(move), name: one.name }));
      top.querySelector('h1').focus();
    } catch (problem) {
      if (problem.status === 409 && problem.code !== 'id.taken') {
        await movedOn(move, problem, written);
        return;
      }
      throw problem;
    }
  }

  /** Somebody was faster: the file as it is now, and what was written, to be used or left. */
  async function movedOn(move, problem, written) {
    const told = note(
      'care',
      t('round.moved'),
      h('p', problemWords(problem)),
      h('p', t('round.moved.words', { move: moveName(move) })),
      written ? h('blockquote', written) : null,
    );
    told.setAttribute('role', 'alert');
    try {
      show(await api.get(path, { signal }), told);
    } catch (gone) {
      fill(acts, told, problemNote(gone));
      writing = null;
    }
  }

  const help = () =>
    keysHelp([
      ...[...MOVES].map(([move, { key }]) => [key, moveName(move)]),
      ['Ctrl+Enter', t('keys.send')],
      ['Esc', t('round.keys.back')],
    ]);
  keys(signal, (key) => {
    if (key === '?') {
      help();
      return true;
    }
    if (key === 'Escape') {
      leaveFile();
      return true;
    }
    const move = writing ? null : byKey(one, key);
    if (move) {
      begin(move);
    }
    return Boolean(move);
  });

  async function leaveFile() {
    if (
      !writing?.isWriting() ||
      (await ask({ title: t('leave.title'), words: t('leave.words'), verb: t('leave.verb'), back: t('leave.stay') }))
    ) {
      go(`/rounds/${one.round}?group=${groupOf(one.stage)}&district=${one.district.code}`);
    }
  }

  // On paper everything is open.
  addEventListener(
    'beforeprint',
    () => document.querySelectorAll('.file-cols details').forEach((d) => d.setAttribute('open', '')),
    { signal },
  );
  show(one);
  return [
    top,
    h('div.file-cols', acts, main, history),
    papers,
    h(
      'p.printed.small',
      t('paper.printed', { name: me.name, at: moment(new Date().toISOString()), evaluation: one.evaluation }),
    ),
    keyLine(
      [
        [[h('kbd', 'Esc')], t('round.keys.back')],
        [[h('kbd', 'Ctrl+Enter')], t('keys.send')],
      ],
      help,
    ),
  ];
}

/** Whether there is nothing left that the stage counts. */
const nothingOpen = (one) =>
  (one.stage === 'settling' && one.toSettle === 0) ||
  (one.stage === 'fact-check' && one.openQuestions === 0) ||
  (one.stage === 'public-notice' && one.objections.length === 0);

const fullDay = (day) => t('day.full', { day: sentenceDay(day), weekday: weekday(day) });

/** Where it stands in one sentence, and who is waited for. */
function answerPart(one) {
  const { panel } = one;
  const stage = isAboutWithdrawal(one) ? 'withdrawal-appealed' : one.stage;
  const words = tOr(`round.answer.${stage}`, '');
  const withdrawn = one.proceedings.findLast((p) => p.what === 'withdrawn');
  const appeal = one.deadlines.find((d) => APPEALS.has(d.which) && !d.over);
  return h(
    'p.answer',
    words
      ? t(nothingOpen(one) ? `round.answer.${stage}.none` : `round.answer.${stage}`, {
          done: panel?.handedIn ?? 0,
          all: panel?.seats.length ?? 0,
          open: one.toSettle ?? 0,
          questions: one.openQuestions,
          objections: one.objections.length,
          until: one.published?.until ?? '',
          grounds: (one.published?.grounds ?? []).map((g) => t(`round.ground.${g}`)).join(t('list.and')),
          why: withdrawn ? t(`round.ground.${withdrawn.facts.ground}`) : '',
        })
      : null,
    appeal ? h('small', t('round.mayAppeal', { day: fullDay(appeal.day) })) : null,
    one.proposal ? h('b.care', t('round.proposed', { name: one.proposal })) : null,
    one.withdrawal
      ? h(
          'b.care',
          t('round.withdrawing', { name: one.withdrawal.by, ground: t(`round.ground.${one.withdrawal.ground}`) }),
        )
      : null,
  );
}
