/** One evaluation of the institution as every room of it begins: read, head, and the way between its rooms. */
import { h } from '../../kit/h.js';
import { head, sign } from '../../kit/parts.js';
import { dayOf, sentenceDay, today, weekday } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { exhibitsOf } from '../exhibits/exhibits.js';

/** Stages after which nothing more comes of it. */
export const OVER = new Set(['withdrawn', 'expired', 'superseded', 'cancelled']);

/** Clocks that bid the institution itself to do something. */
export const OURS = new Set(['fact-check', 'appeal', 'withdrawal-appeal', 'self-check']);

export const address = (evaluation, room = '') =>
  `/stars/${encodeURIComponent(evaluation)}${room ? `/${room}` : ''}`;

const api = (evaluation) => `/own/evaluations/${encodeURIComponent(evaluation)}`;

/** The file as the institution may see it. */
export async function read(desk) {
  return told(await desk.api.get(api(desk.params.evaluation), { signal: desk.signal }));
}

function told(one) {
  one.clauses = one.standard.parts.flatMap((part) =>
    part.chapters.flatMap((chapter) => chapter.clauses.map((clause) => ({ ...clause, chapter, part }))),
  );
  one.clause = (code) => one.clauses.find((c) => c.code === code);
  return one;
}

/** Files at its clauses and proofs. */
export function exhibits(desk) {
  return exhibitsOf(desk, api(desk.params.evaluation));
}

/** Whether a file is named at a clause or as a proof: what is stays. */
export const isNamed = (one) => (sha256) =>
  [...Object.values(one.sheet.clauses), ...one.plans.flatMap((plan) => plan.proofs)].some(({ exhibits: named }) =>
    named.some((exhibit) => exhibit.sha256 === sha256),
  );

/** A file as a finding or a proof names it. */
export const asNamed = ({ sha256, taken }) => (taken ? { sha256, taken } : { sha256 });

/** Takes a step; sent twice with one id it is taken once. */
export function step(desk, name, body) {
  return desk.api.post(`${api(desk.params.evaluation)}/${name}`, body, { signal: desk.signal, repeatable: true });
}

/** Sends one clause of the self-check. */
export function sendClause(desk, clause, body) {
  return desk.api.send(
    'PUT',
    `${api(desk.params.evaluation)}/sheet/${encodeURIComponent(clause)}`,
    JSON.stringify(body),
    { 'content-type': 'application/json' },
    { limit: 15_000, repeatable: true },
  );
}

/** The head of a room of one evaluation, with the ways to the others. */
export function opening(one, room, title, about) {
  const ways = [
    ['', 'way.file'],
    ['check', 'way.check'],
    ['mend', 'way.mend'],
    ...(one.settled ? [['result', 'way.result']] : []),
  ];
  return [
    head(title, about, h('div.edition', one.standard.notice ? illustrative(one.standard) : named(one.standard.title))),
    h(
      'nav.ways',
      { 'aria-label': t('ways') },
      ways.map(([to, key]) =>
        h('a', { href: `#${address(one.evaluation, to)}`, 'aria-current': to === room ? 'page' : null }, t(key)),
      ),
    ),
  ];
}

/** What a standard that is not official says of itself, wherever it shows. */
function illustrative(standard) {
  return h('p.tag', named(standard.notice));
}

/** 最迟11月27日（周五），还有5个工作日 */
export function dueWords(due) {
  const day = t('due.day', { day: dated(due.day), weekday: weekday(due.day) });
  const unit = t(`due.unit.${due.unit === 'working-day' ? 'working' : 'day'}`);
  if (due.over) {
    return t('due.over', { day });
  }
  return due.left === 0 ? t('due.ends', { day }) : t('due.by', { day, n: due.left, unit });
}

/** 11月27日, and with its year where that is another. */
export const dated = (day) => (day.slice(0, 4) === today().slice(0, 4) ? sentenceDay(day) : day);

/** How urgent a clock is, as a sign. */
export function dueSign(due) {
  return due.late ? 'no' : due.left <= 2 && due.unit === 'working-day' ? 'care' : 'running';
}

/** Whether a clock still says something: a time within which one may do something just ends. */
export const isRunning = (due) => !due.over || due.late;

export const running = (one) => one.deadlines.filter(isRunning);

/** Whether what waits to be decided is an appeal against the withdrawal of the star, which stays withdrawn meanwhile. */
export function isWithdrawalAppealed(one) {
  return one.stage === 'under-appeal' && isSince(one, 'withdrawn', 'appealDecided');
}

/** Whether the institution said that the facts of what was settled last are right. */
export function isConfirmed(one) {
  return isSince(one, 'confirmed', 'settled');
}

/** Whether something was done after the newest of something else, or without any such thing. */
export function isSince(one, what, other) {
  const place = (kind) => one.proceedings.findLastIndex((p) => p.what === kind);
  return place(what) > place(other);
}

/** The newest proceeding of a kind. */
export function last(one, what) {
  return one.proceedings.findLast((p) => p.what === what);
}

export const dayIn = (instant) => dated(dayOf(instant));

/** Five shapes and the word: a published star, never anything else. */
export function stars(n, words) {
  return h(
    'span.stars',
    h(
      'span',
      { role: 'img', 'aria-label': t('stars.of', { n }) },
      [1, 2, 3, 4, 5].map((i) => sign(i <= n ? 'star' : 'star-open')),
    ),
    h('b', words),
  );
}

/** Whether a mark leaves points behind. */
export const isBelow = (mark, clause) => mark.notApplicable === null && mark.points < clause.most;

/** Whether a mark crosses the clause's red line, by the standard's own measure. */
export function isCrossed(mark, clause) {
  return Boolean(
    clause.redLine && mark && mark.notApplicable === null && mark.points * 100 < clause.redLine.failsBelow * clause.most,
  );
}

/** 15/20分, or why it does not apply. */
export function markWords(mark, clause) {
  if (!mark) {
    return t('own.mark.none');
  }
  return mark.notApplicable === null
    ? t('own.mark.of', { n: mark.points, most: clause.most })
    : t('own.mark.off', { words: mark.notApplicable });
}
