/** Photos and documents at the clauses of one evaluation: attached by whoever writes the sheet, looked at by whom they are open to. */
import { alsoStyle } from '../../kit/style.js';
import { alsoWords } from '../../kit/words.js';
import { attach } from './attach.js';
import { list } from './look.js';

/** What was sent so far, asked for once, and anew after something came or went, or nobody answered. */
function sentOf(api, signal, base) {
  let asked = null;
  const forget = () => {
    asked = null;
  };
  const sent = () => {
    asked ??= api.get(`${base}/exhibits`, { signal }).catch((problem) => {
      forget();
      throw problem;
    });
    return asked;
  };
  return { sent, forget };
}

/**
 * @param desk with api and signal
 * @param base the evaluation as the reader asks for it: /own/evaluations/…, /panels/… or /evaluations/…
 */
export async function exhibitsOf({ api, signal }, base) {
  await Promise.all([alsoWords('exhibits'), alsoStyle('/rooms/exhibits/exhibits.css')]);
  const place = { api, signal, base, ...sentOf(api, signal, base) };
  return {
    /** What is named, to look at: an element, or null where nothing is. */
    list: (named) => list(place, named ?? []),
    /**
     * The part of a form in which files are sent, named and taken out.
     * @param clause its code
     * @param named what the clause names now: [{sha256, kind, bytes, taken}]
     * @param isNamed whether a file is named anywhere as things stand, and so cannot be deleted
     * @param changed is given the list anew whenever a file came or went; the room saves it with the clause
     * @returns the element, and isBusy() while something is on its way
     */
    attach: ({ clause, named, isNamed = () => false, changed }) =>
      attach(place, { clause, named: named ?? [], isNamed, changed }),
  };
}
