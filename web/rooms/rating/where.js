/** What is saved where, in words: on this page alone, on this device, or at the bureau too. */
import { fill, h } from '../../kit/h.js';
import { problemWords, sign } from '../../kit/parts.js';
import { moment } from '../../kit/dates.js';
import { t } from '../../kit/words.js';

const TIME = 11;

/** @param send sends what waits, because the expert asked for it */
export function whereOf(sheet, photos, send) {
  const status = h('div.where', { role: 'status' });
  const again = h('button.plainly', { type: 'button', hidden: true, onclick: send }, t('where.signedOut.verb'));

  function tell() {
    const { kind, title, words } = state(sheet, photos);
    // Said anew only when it is new, so that nobody hears it at every letter.
    if (status.textContent !== title + words) {
      fill(status, sign(kind), h('span', h('b', title), words));
    }
    again.hidden = !isSignedOut(sheet, photos);
  }

  return { elements: [status, again], tell };
}

function isSignedOut(sheet, photos) {
  return (
    (sheet.line === 'signedOut' && sheet.waiting.length > 0) || (photos.isSignedOut && photos.waiting.length > 0)
  );
}

function state(sheet, photos) {
  const waits = sheet.waiting;
  const here = (kept, words) => ({
    kind: 'yes',
    title: t('where.here', { at: time(kept.map((each) => each.at).sort().at(-1)) }),
    words,
  });
  if (sheet.unkept > 0) {
    return { kind: 'no', title: t('where.not', { n: sheet.unkept }), words: t('where.not.words') };
  }
  if (sheet.unsettled.length > 0) {
    return { kind: 'care', title: t('where.conflict', { n: sheet.unsettled.length }), words: t('where.conflict.words') };
  }
  if (isSignedOut(sheet, photos)) {
    const all = [...waits, ...photos.waiting];
    return here(all, t('where.signedOut', { n: all.length }));
  }
  if (waits.length > 0) {
    return here(waits, line(sheet, waits.length));
  }
  if (photos.waiting.length > 0) {
    const isOnTheWay = navigator.onLine && photos.isSending;
    return here(photos.waiting, isOnTheWay ? t('where.sending') : t('where.photos', { n: photos.waiting.length }));
  }
  if (sheet.drafts.length > 0) {
    return here(sheet.drafts, t('where.draft'));
  }
  return sheet.sentAt
    ? { kind: 'yes', title: t('where.sent', { at: time(sheet.sentAt) }), words: t('where.sent.words') }
    : { kind: 'open', title: t('where.start'), words: t('where.start.words') };
}

function line(sheet, n) {
  if (sheet.line === 'sending' && navigator.onLine) {
    return t('where.sending');
  }
  if (sheet.line === 'stopped') {
    return t('where.stopped', { words: problemWords(sheet.problem) });
  }
  return !navigator.onLine || sheet.line === 'offline' ? t('where.offline', { n }) : t('where.soon');
}

function time(at) {
  return moment(at).slice(TIME);
}
