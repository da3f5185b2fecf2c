/** The steps of a case as buttons with keys: those that are lawful now, and of the others why not. */
import { h } from '../../kit/h.js';
import { named, t } from '../../kit/words.js';

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
  const lawful = [...MOVES.keys()].filter((move) => one.lawful.includes(move));
  const lead = lawful.find((move) => MOVES.get(move).leads);
  const button = (move) =>
    h(
      'button',
      {
        type: 'button',
        class: (move === lead && 'filled') || (MOVES.get(move).small && 'plainly') || '',
        'data-move': move,
        onclick: () => begin(move),
      },
      rules.move(move),
      h('kbd', { 'aria-hidden': 'true' }, MOVES.get(move).key),
    );
  const large = lawful.filter((move) => !MOVES.get(move).small);
  const small = lawful.filter((move) => MOVES.get(move).small);
  return h(
    'div.moves',
    { role: 'group', 'aria-label': t('moves') },
    large.length > 0 ? h('div.large', large.map(button)) : null,
    small.length > 0 ? h('div.beside', small.map(button)) : null,
    lawful.includes('refuse') ? h('p.small', t('moves.refuse.rule', { filer: t(`filer.${one.kind}`) })) : null,
    notNow(one, rules),
  );
}

/** What is not open, by its reason; what the stage alone forbids comes last and together. */
function notNow(one, rules) {
  const reasons = new Map();
  for (const move of MOVES.keys()) {
    const why = one.barred?.[move];
    if (why) {
      const same = reasons.get(why.code) ?? { why, moves: [] };
      same.moves.push(rules.move(move));
      reasons.set(why.code, same);
    }
  }
  const rows = [...reasons.values()].sort((a, b) => (a.why.code === 'case.stage') - (b.why.code === 'case.stage'));
  return rows.length === 0
    ? null
    : h(
        'details.not-now',
        h('summary', t('moves.notNow')),
        h(
          'ul',
          rows.map(({ why, moves }) => h('li', h('b', moves.join(t('list.and'))), t('list.colon'), named(why))),
        ),
      );
}
