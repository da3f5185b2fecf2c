/**
 * Keeps what the institution says about each clause until the office has answered. Each save has its own id and names the
 * edition that was seen: an answer that was lost is asked for again, and nothing of another device is written over.
 */
import { asNamed, read, sendClause } from './evaluation.js';

const AGAIN = 15_000;

/** Nothing is wrong with what was written: nobody is signed in, or too many ask at once. */
const PASSING = new Set([401, 429]);

/**
 * @param sheet as the office holds it
 * @param told is called with a clause's code whenever something about it has changed, and with the answer if there was one
 */
export function keeper(desk, sheet, told) {
  const place = `xingma.check.${desk.params.evaluation}`;
  const saved = sheet.clauses;
  /** By clause: what was sent or will be, under which id, and what was written after it went off. */
  const waiting = new Map(Object.entries(JSON.parse(sessionStorage.getItem(place) ?? '{}')));
  const refused = new Map();
  const overtaken = new Map();
  let busy = false;
  let stuck = false;
  let timer = 0;

  function keep() {
    if (waiting.size > 0) {
      sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(waiting)));
    } else {
      sessionStorage.removeItem(place);
    }
  }

  function save(clause, finding) {
    refused.delete(clause);
    overtaken.delete(clause);
    const before = waiting.get(clause);
    if (before?.sent) {
      before.later = finding;
    } else {
      waiting.set(clause, { change: before?.change ?? crypto.randomUUID(), finding, sent: false });
    }
    keep();
    told(clause);
    return run();
  }

  async function run() {
    clearTimeout(timer);
    if (busy) {
      return;
    }
    busy = true;
    stuck = false;
    try {
      for (let [next] = waiting; next && !desk.signal.aborted && !stuck; [next] = waiting) {
        await send(...next);
      }
    } finally {
      busy = false;
    }
    if (stuck && !desk.signal.aborted) {
      timer = setTimeout(run, AGAIN);
    }
  }

  async function send(clause, entry) {
    // What was seen first goes with the id for ever: the same save, however often it is sent.
    entry.seen ??= saved[clause]?.edition ?? 0;
    entry.sent = true;
    keep();
    told(clause);
    try {
      const answer = await sendClause(desk, clause, bodyOf(entry));
      saved[clause] = answer.clause;
      settle(clause, entry);
      told(clause, answer);
    } catch (problem) {
      if (problem.code === 'sheet.overtaken') {
        await compare(clause, entry);
      } else if (problem.isUnsure !== false || PASSING.has(problem.status)) {
        stuck = true;
      } else {
        refused.set(clause, { problem, finding: entry.later ?? entry.finding });
        waiting.delete(clause);
        keep();
      }
      told(clause);
    }
  }

  function settle(clause, entry) {
    waiting.delete(clause);
    if (entry.later) {
      waiting.set(clause, { change: crypto.randomUUID(), finding: entry.later, sent: false });
    }
    keep();
  }

  /** Another device was faster: both are shown, and a person decides. */
  async function compare(clause, entry) {
    try {
      const now = await read(desk);
      Object.assign(saved, now.sheet.clauses);
      overtaken.set(clause, entry.later ?? entry.finding);
      waiting.delete(clause);
      keep();
      told(clause, now);
    } catch {
      stuck = true;
    }
  }

  addEventListener('online', run, { signal: desk.signal });
  desk.signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    saved,
    save,
    run,
    /** Takes the other device's word. */
    giveUp(clause) {
      overtaken.delete(clause);
      refused.delete(clause);
      told(clause);
    },
    finding: (clause) => {
      const entry = waiting.get(clause);
      return entry ? (entry.later ?? entry.finding) : (overtaken.get(clause) ?? refused.get(clause)?.finding ?? saved[clause]);
    },
    /** open, sending, unsent, overtaken, refused or saved */
    state(clause) {
      if (waiting.has(clause)) {
        return stuck ? 'unsent' : 'sending';
      }
      return overtaken.has(clause) ? 'overtaken' : refused.has(clause) ? 'refused' : saved[clause] ? 'saved' : 'open';
    },
    problem: (clause) => refused.get(clause)?.problem,
    get waiting() {
      return waiting.size;
    },
    get isStuck() {
      return stuck;
    },
  };
}

function bodyOf({ change, seen, finding }) {
  const mark = finding.notApplicable === null ? { points: finding.points } : { notApplicable: finding.notApplicable };
  return {
    change,
    seen,
    ...mark,
    reason: finding.reason,
    exhibits: finding.exhibits.map(asNamed),
  };
}
