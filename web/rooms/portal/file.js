/** One evaluation at a glance: whose turn it is and until when, what it is worth, the nearest way up, and the rights. */
import { h } from '../../kit/h.js';
import { note, progress, sign, signed } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { named, t, tOr } from '../../kit/words.js';
import { OVER, OURS, address, dayIn, dueSign, dueWords, isConfirmed, isWithdrawalAppealed, last, opening, read, running, stars } from './evaluation.js';
import { exemptionPanel } from './exemption.js';
import { pathPanel, planWords } from './path.js';
import { rights } from './rights.js';
import { limits, rateLadder, scores, worthPanel } from './worth.js';
import { written } from './words-form.js';

/** The way to a star, each stage with what ends it. */
const WAY = [
  ['self-checking', 'applied'],
  ['awaiting-panel', 'drawn'],
  ['scoring', ''],
  ['settling', 'settled'],
  ['fact-check', 'noticed'],
  ['public-notice', 'published'],
  ['in-force', ''],
];

export async function room(desk) {
  const one = await read(desk);
  desk.signal.throwIfAborted();
  const forms = [];
  desk.hold(written(forms));
  const path = pathPanel();
  path.show(one);
  return [
    opening(one, '', t('file.title', { round: one.round }), `${one.name}${t('list.comma')}${named(one.district)}`),
    h(
      'div.two.file',
      h(
        'div.pane',
        turn(one),
        isStar(one) ? star(one) : worth(one),
        OVER.has(one.stage) ? null : path.element,
        exemptionPanel(one),
        plans(one),
        selfCheck(one),
        rights(desk, one, forms),
      ),
      h('aside', stages(one), deadlines(one), publicPages(one), h('h2', t('file.standard')), standard(one), history(one)),
    ),
  ];
}

const isStar = (one) => Boolean(one.star && one.published && ['in-force', 'suspended', 'under-appeal'].includes(one.stage));

/** What is going on, whose turn it is, and the one thing to do. */
function turn(one) {
  const due = running(one).find((d) => OURS.has(d.which)) ?? running(one)[0];
  const kind = { 'withdrawn': 'no', 'in-force': 'yes', 'suspended': 'care', 'fact-check': 'care', 'self-checking': 'care' }[one.stage] ?? 'running';
  const values = { unit: named(one.district), until: one.published?.until ?? '' };
  return note(
    kind,
    named({ chinese: one.stageChinese, english: one.stageEnglish }),
    h('p', t(`turn.${turnOf(one)}`, values), one.may.includes('appeal') ? t(one.stage === 'withdrawn' ? 'turn.withdrawn.appeal' : 'turn.appeal') : ''),
    why(one),
    due && one.stage !== 'in-force' ? h('p', signed(dueSign(due), `${t(`clock.own.${due.which}`)}${t('list.colon')}${dueWords(due)}`)) : null,
    h('div.acts.gap', act(one)),
  );
}

function turnOf(one) {
  if (one.stage === 'fact-check' && !one.may.includes('confirm')) {
    return isConfirmed(one) ? 'fact-check.done' : 'fact-check.over';
  }
  return isWithdrawalAppealed(one) ? 'withdrawal-appealed' : one.stage;
}

/** Why a star does not hold, or why an application came back. */
function why(one) {
  const sentBack = one.stage === 'self-checking' ? last(one, 'sentBack') : null;
  const withdrawn = one.stage === 'withdrawn' || isWithdrawalAppealed(one) ? last(one, 'withdrawn') : null;
  const grounds = one.stage === 'suspended' ? (one.published?.grounds ?? []) : withdrawn ? [withdrawn.facts.ground] : [];
  return [
    grounds.map((ground) => h('p', t('file.ground', { words: tOr(`ground.${ground}`, ground) }))),
    withdrawn?.words ? h('blockquote', withdrawn.words) : null,
    sentBack ? [h('p', t('file.sentBack', { at: moment(sentBack.at) })), h('blockquote', sentBack.words)] : null,
  ];
}

function act(one) {
  const to = (room, key) => h('a.button.filled', { href: `#${address(one.evaluation, room)}` }, t(key));
  switch (one.stage) {
    case 'self-checking':
      return one.faults.length === 0 ? to('apply', 'file.apply') : to('check', 'file.check');
    case 'fact-check':
      return to('result', one.may.includes('confirm') ? 'file.facts' : 'file.result');
    case 'public-notice':
    case 'in-force':
    case 'suspended':
    case 'under-appeal':
      return one.settled ? h('a.button', { href: `#${address(one.evaluation, 'result')}` }, t('file.result')) : null;
    default:
      return null;
  }
}

function worth(one) {
  if (OVER.has(one.stage)) {
    return null;
  }
  const panel = worthPanel();
  panel.show(one);
  return panel.element;
}

/** The published star. While it is suspended or appealed against nobody is shown it, and that stands first. */
function star(one) {
  const ladder = rateLadder();
  ladder.show(Number(one.star.total.percent), one.standard.thresholds);
  const isShown = one.stage === 'in-force';
  return h(
    'section.worth.star',
    isShown ? null : h('p.tag', t(isWithdrawalAppealed(one) ? 'file.star.withdrawn' : 'file.star.hidden')),
    h('h2', isShown ? stars(one.star.stars, named(one.star.words)) : t('file.star.was', { words: named(one.star.words) })),
    h('p.small', t('file.star.dates', { from: dayIn(one.published.at), until: one.published.until })),
    scores(one.star, one, one.settled),
    ladder.element,
    limits(one.star, one.star.stars + 1),
    h('p', h('a', { href: `#${address(one.evaluation, 'result')}` }, t('file.star.why'))),
  );
}

function plans(one) {
  if (one.plans.length === 0) {
    return null;
  }
  return h(
    'section',
    h('h2', t('file.plans')),
    h(
      'ul.lines',
      one.plans.map((p) => h('li', h('span', `${p.clause} ${named(one.clause(p.clause)?.title)}`), h('span', planWords(p)))),
    ),
    h('p', h('a', { href: `#${address(one.evaluation, 'mend')}` }, t('file.plans.open'))),
  );
}

function selfCheck(one) {
  if (one.stage === 'self-checking') {
    // The reckoning counts what is checked already.
    return null;
  }
  const done = one.clauses.filter((c) => one.sheet.clauses[c.code]).length;
  const counted = progress(t('file.checked'));
  counted.count(done, one.clauses.length);
  const yearly = one.deadlines.find((d) => d.which === 'self-check');
  return h(
    'section.checked',
    counted.bar,
    yearly ? h('p', signed(dueSign(yearly), `${t('clock.own.self-check')}${t('list.colon')}${dueWords(yearly)}`)) : null,
    h('a.button', { href: `#${address(one.evaluation, 'check')}` }, t(OVER.has(one.stage) ? 'file.check.look' : 'file.check')),
  );
}

function stages(one) {
  const now = WAY.findIndex(([stage]) => stage === one.stage);
  const reached = now >= 0 ? now : one.published ? WAY.length : WAY.findLastIndex(([, what]) => what && last(one, what)) + 1;
  const due = running(one)[0];
  const item = ([stage, ends], i) => {
    const end = ends ? last(one, ends) : null;
    const state = i < reached ? 'done' : i === now ? 'now' : 'later';
    const note =
      state === 'done' && end ? dayIn(end.at) : state === 'now' && due && stage !== 'in-force' ? t('file.until', { day: due.day }) : '';
    return h(
      'li',
      { class: state, 'aria-current': state === 'now' ? 'step' : null },
      sign(stage === 'in-force' && state === 'now' ? 'yes' : { done: 'yes', now: 'running', later: 'open' }[state]),
      h('span', t(`evaluation.${stage}`), h('span.hidden', t(`step.${state}`))),
      h('small', note),
    );
  };
  const beyond = now < 0 ? [h('li.now', { 'aria-current': 'step' }, sign(one.stage === 'withdrawn' ? 'no' : 'care'), h('span', t(`evaluation.${one.stage}`)), h('small', dayIn(one.proceedings.at(-1).at)))] : [];
  return [h('h2', t('file.stages')), h('ol.stages', WAY.map(item), beyond)];
}

function deadlines(one) {
  const clocks = running(one);
  if (clocks.length === 0) {
    return null;
  }
  return [
    h('h2', t('file.deadlines')),
    h(
      'ul.due',
      clocks.map((d) =>
        h(
          'li',
          { class: `is-${dueSign(d)}` },
          sign(dueSign(d)),
          h(
            'div',
            h('b', t(`clock.own.${d.which}`)),
            h('p', dueWords(d)),
            h('small', t(OURS.has(d.which) ? 'due.ours' : 'due.theirs'), t('list.comma'), t('due.basis', { basis: d.basis }), d.provisional ? t('due.provisional') : ''),
          ),
        ),
      ),
    ),
  ];
}

function publicPages(one) {
  return one.stage === 'self-checking' && !one.published
    ? null
    : [
        h('h2', t('file.public')),
        h('p.seen', seen(one)),
        h('p', h('a', { href: one.pages.star, target: '_blank', rel: 'noopener' }, t('file.public.open'))),
      ];
}

/** The star as everybody reads it, or why there is none. */
function seen(one) {
  if (one.stage === 'in-force') {
    return stars(one.star.stars, named(one.star.words));
  }
  if (one.stage === 'withdrawn' || isWithdrawalAppealed(one)) {
    return signed('no', t('evaluation.withdrawn'));
  }
  return signed('open', t(isStar(one) ? 'file.star.hidden' : 'file.public.none'));
}

function standard(one) {
  return h(
    'p',
    h('a', { href: one.pages.method, target: '_blank', rel: 'noopener' }, named(one.standard.title)),
    ' ',
    t('file.edition', { n: one.standard.edition }),
  );
}

/** Everything that was done, the newest first, with the side from which it came. */
function history(one) {
  return h(
    'details.history',
    h('summary', t('file.history', { n: one.proceedings.length })),
    h(
      'ol.stages',
      [...one.proceedings].reverse().map((p) =>
        h('li', h('div', h('b', tOr(`done.${p.what}`, p.what)), ' ', p.facts.clause ?? '', h('small', t('file.by', { at: moment(p.at), by: t(`side.by.${p.by}`) })), p.words ? h('blockquote', p.words) : null)),
      ),
    ),
  );
}
