/** The steps of the office in an evaluation, as buttons with keys. */
import { h } from '../../kit/h.js';
import { buttons } from '../../kit/moves.js';
import { note } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';

const STAGE = 'evaluation.stage';
/** What says little about this file: another stage's step, another's duty, what is done or has nothing to be done to. */
const FAR = new Set([STAGE, 'officer.duty', 'reference.unknown', 'panel.full', 'proposal.waits']);
/** Who may be the second person is told once there is a first, and of the step that goes on. */
const SECOND = new Set(['refuse', 'withdraw', 'refuse-withdrawal']);

/**
 * In the order in which they stand. key: the letter that does the same; leads: first choice of its stage; small: beside
 * the way; fields: what it asks besides words; words: whether something must be said.
 */
export const MOVES = new Map(
  Object.entries({
    draw: { key: 'D', leads: true },
    replace: { key: 'B', leads: true },
    'answer-objection': { key: 'Q', leads: true, fields: ['objection'], words: true },
    publish: { key: 'U', leads: true },
    propose: { key: 'P', leads: true },
    notice: { key: 'N', leads: true },
    'decide-appeal': { key: 'A', leads: true, fields: ['ruling', 'marks'], words: true },
    withdraw: { key: 'W', leads: true, words: true },
    moderate: { key: 'M', leads: true, fields: ['shown'], words: true },
    resume: { key: 'R', leads: true, words: true },
    'send-back': { key: 'S', words: true },
    refuse: { key: 'X', words: true },
    'refuse-withdrawal': { key: 'Y', words: true },
    object: { key: 'O', words: true },
    reconvene: { key: 'C', words: true },
    recuse: { key: 'E', small: true, fields: ['expert'], words: true },
    verify: { key: 'V', small: true, fields: ['plan', 'mended'], words: true },
    suspend: { key: 'T', small: true, fields: ['ground', 'record'] },
    'propose-withdrawal': { key: 'L', small: true, fields: ['ground'], words: true },
  }),
);

export const moveName = (move) => t(`round.move.${move}`);

/** A step that refers to something is offered once there is something. */
const offered = (one) =>
  one.lawful.filter((move) => move !== 'verify' || one.plans.some((plan) => plan.mended !== true));

/** @param begin is given the move's name */
export function moveButtons(one, begin) {
  const isFar = ([move, why]) => FAR.has(why.code) || (SECOND.has(move) && why.code === 'proposal.none');
  const near = Object.entries(one.barred).filter((bar) => !isFar(bar));
  const far = Object.fromEntries(Object.entries(one.barred).filter(isFar));
  return [
    near.map(([move, why]) => note('care', t('round.notYet', { move: moveName(move) }), h('p', named(why)))),
    buttons(MOVES, { lawful: offered(one), barred: far }, { name: moveName, stage: STAGE, begin }),
  ];
}

/** The move whose key was struck, if it is open now. */
export const byKey = (one, key) => offered(one).find((move) => MOVES.get(move)?.key === key);
