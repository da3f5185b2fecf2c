/** The steps of a case as buttons with keys. */
import { buttons } from '../../kit/moves.js';
import { t } from '../../kit/words.js';

/**
 * In the order in which they stand. key: the letter that does the same; leads: first choice of its stage;
 * small: beside the way; fields: what it asks besides words; words: may or must; template: whose texts it offers.
 */
export const MOVES = new Map(
  Object.entries({
    accept: { key: 'A', leads: true, words: 'may', template: 'accept' },
    refuse: { key: 'R', fields: ['ground'], words: 'must', template: 'refuse' },
    answer: { key: 'W', leads: true, fields: ['result'], words: 'must', template: 'answer' },
    designate: { key: 'G', leads: true, fields: ['unit'], words: 'must', template: 'transfer' },
    review: { key: 'V', leads: true, fields: ['ruling'], words: 'must', template: 'review' },
    resume: { key: 'U', leads: true, words: 'must', template: 'resume' },
    ask: { key: 'Q', words: 'must', template: 'ask' },
    transfer: { key: 'T', fields: ['unit'], words: 'must', template: 'transfer' },
    extend: { key: 'E', words: 'must', template: 'extend' },
    pause: { key: 'P', words: 'must', template: 'pause' },
    summarise: { key: 'I', small: true, words: 'must', template: 'summarise' },
    dispute: { key: 'D', words: 'must', template: 'dispute' },
    reopen: { key: 'O', words: 'must', template: 'reopen' },
    assign: { key: 'S', small: true, fields: ['officer'] },
    classify: { key: 'C', small: true, fields: ['category'] },
    tell: { key: 'M', small: true, words: 'must', template: 'tell' },
    note: { key: 'N', small: true, words: 'must' },
    'offer-join': { key: 'B', small: true, fields: ['lead'] },
  }),
);

/** @param begin is given the move's name */
export function moveButtons(one, rules, begin) {
  const also = one.lawful.includes('refuse') ? t('moves.refuse.rule', { filer: t(`filer.${one.kind}`) }) : null;
  return buttons(MOVES, one, { name: (move) => rules.move(move), stage: 'case.stage', also, begin });
}
