/** A sheet as this device has it: each clause kept here first, then sent in the order of writing, and never over another's. */
import { lackOf, parted } from '../clause/reasons.js';

const SENDING_AFTER = 2_500;
const AGAIN_AFTER = 10_000;
const AT_ONCE = 50;
const OURS = 30;

/** Nothing said yet about a clause. */
export const BLANK = { points: null, notApplicable: null, reason: '', advice: '', exhibits: [] };

export class Sheet {
  /** Clauses by code: finding, change (its id), ours (ids under which this device sent it), seen (edition), state, at. */
  #marks = new Map();
  /** What the device did not take: it is in memory alone. */
  #unkept = new Set();
  #timer;
  #sending = null;
  #isAnew = false;

  /** How the last sending ended: idle, sending, sent, offline, stopped, or signedOut. */
  line = 'idle';
  problem = null;

  constructor({ api, kept, evaluation, signal, onchange }) {
    this.api = api;
    this.kept = kept;
    this.evaluation = evaluation;
    this.onchange = onchange;
    this.signal = signal;
    addEventListener('online', () => this.send({ anew: true }), { signal });
    addEventListener('offline', () => this.#tell('offline'), { signal });
    const again = setInterval(() => this.send(), AGAIN_AFTER);
    signal.addEventListener('abort', () => {
      clearInterval(again);
      clearTimeout(this.#timer);
      this.send();
    });
  }

  /** Takes up what this device kept, and what the office had when it was asked last. */
  async open(told) {
    for (const mark of await this.kept.marks(this.evaluation)) {
      this.#marks.set(mark.clause, mark);
    }
    for (const [clause, now] of Object.entries(told?.clauses ?? {})) {
      await this.#hear(clause, now);
    }
  }

  mark(clause) {
    return this.#marks.get(clause);
  }

  finding(clause) {
    return this.#marks.get(clause)?.finding ?? BLANK;
  }

  /** The codes of all clauses about which something was said. */
  get clauses() {
    return [...this.#marks.keys()];
  }

  /** Names a file that the office has at a clause. */
  async names(clause, exhibit) {
    const finding = this.finding(clause);
    if (!finding.exhibits.some((each) => each.sha256 === exhibit.sha256)) {
      await this.write(clause, { ...finding, exhibits: [...finding.exhibits, exhibit] });
    }
  }

  async unnames(clause, sha256) {
    const finding = this.finding(clause);
    await this.write(clause, { ...finding, exhibits: finding.exhibits.filter((each) => each.sha256 !== sha256) });
  }

  /** Marks that the office does not have yet. */
  get waiting() {
    return [...this.#marks.values()].filter((mark) => mark.state === 'waiting' && said(mark.finding));
  }

  /** When the newest of the marks that the office has was written; null if it has none. */
  get sentAt() {
    const sent = [...this.#marks.values()].filter((mark) => mark.state === 'sent').map((mark) => mark.at);
    return sent.sort().at(-1) ?? null;
  }

  /** How many marks neither the device nor the office has: they are gone with this page. */
  get unkept() {
    return [...this.#unkept].filter((clause) => this.#marks.get(clause).state !== 'sent').length;
  }

  /** Words that wait for their mark. */
  get drafts() {
    return [...this.#marks.values()].filter((mark) => mark.state === 'waiting' && !said(mark.finding));
  }

  get unsettled() {
    return [...this.#marks.values()].filter((mark) => mark.state === 'overtaken' || mark.state === 'refused');
  }

  /** Kept here before anything else; sent soon after. */
  async write(clause, finding) {
    const before = this.#marks.get(clause) ?? { ours: [], seen: 0 };
    // What was never sent is still the same change, however often it is written anew.
    const isNew = before.state !== 'waiting' || before.ours.includes(before.change);
    await this.#put({
      clause,
      finding,
      change: isNew ? crypto.randomUUID() : before.change,
      ours: before.ours,
      seen: before.seen,
      state: 'waiting',
      at: new Date().toISOString(),
    });
    this.onchange();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), SENDING_AFTER);
  }

  /** The expert decides between two devices. */
  async decide(clause, mine) {
    const mark = this.#marks.get(clause);
    const { other } = mark;
    if (mine) {
      this.#marks.set(clause, { ...mark, other: undefined, seen: other.edition });
      await this.write(clause, mark.finding);
      await this.send();
    } else {
      await this.#put(heard(clause, other));
      this.onchange();
    }
  }

  /**
   * Sends what waits; one sending at a time. Resolves when nothing more can be sent now.
   * @param asked by the expert, who may then be asked to sign in
   * @param anew something has changed since the sending that is under way began
   */
  send({ asked = false, anew = false } = {}) {
    if (asked) {
      this.api.session.isPutOff = false;
    }
    this.#isAnew ||= anew && this.#sending !== null;
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      if (this.#isAnew) {
        this.#isAnew = false;
        this.send();
      }
    });
    return this.#sending;
  }

  async #send() {
    clearTimeout(this.#timer);
    for (;;) {
      const next = this.waiting.sort((a, b) => a.at.localeCompare(b.at)).slice(0, AT_ONCE);
      if (next.length === 0) {
        return;
      }
      this.#tell('sending');
      for (const { clause } of next) {
        const mark = this.#marks.get(clause);
        if (!mark.ours.includes(mark.change)) {
          // Before it goes out, so that this device knows it again even if the answer never comes.
          await this.#put({ ...mark, ours: [...mark.ours, mark.change].slice(-OURS) });
        }
      }
      // What was written anew meanwhile goes with the next lot.
      const saves = next.map(({ clause }) => this.#marks.get(clause)).filter((mark) => mark.ours.includes(mark.change));
      if (saves.length === 0) {
        continue;
      }
      let answer;
      try {
        answer = await this.api.post(
          `/panels/${encodeURIComponent(this.evaluation)}/sheet`,
          { id: crypto.randomUUID(), saves: saves.map(asSave) },
          { repeatable: true },
        );
      } catch (problem) {
        this.problem = problem;
        this.#tell(problem.code === 'signin.later' ? 'signedOut' : problem.isUnsure ? 'offline' : 'stopped');
        return;
      }
      const busy = await this.#heard(answer.items);
      this.#tell('sent');
      if (busy) {
        return;
      }
    }
  }

  async #heard(items) {
    let busy = false;
    for (const item of items) {
      const mark = this.#marks.get(item.clause);
      if (item.result === 'busy') {
        busy = true;
      } else if (item.result === 'refused') {
        if (mark.change === item.change) {
          await this.#put({ ...mark, state: 'refused', why: { chinese: item.chinese, english: item.english } });
        }
      } else {
        await this.#hear(item.clause, item.now, item.result === 'overtaken');
      }
    }
    return busy;
  }

  /** What the office has of a clause. What was written here since stays, on top of it if that was ours. */
  async #hear(clause, now, overtaken = false) {
    const mark = this.#marks.get(clause);
    if (mark && now.edition < mark.seen) {
      return;
    }
    if (!mark || mark.change === now.change || (mark.state === 'sent' && !overtaken)) {
      await this.#put(heard(clause, now));
    } else if (mark.ours.includes(now.change)) {
      // An earlier writing of this device, whose answer may have been lost: the later one builds on it.
      await this.#put({ ...mark, seen: now.edition });
    } else if (now.edition > mark.seen) {
      await this.#put({ ...mark, state: 'overtaken', other: now });
    }
  }

  /** Kept on the device, with whatever it did not take before. */
  async #put(mark) {
    this.#marks.set(mark.clause, mark);
    this.#unkept.add(mark.clause);
    for (const clause of [...this.#unkept]) {
      const now = this.#marks.get(clause);
      try {
        await this.kept.keepMark(this.evaluation, now);
      } catch {
        return;
      }
      if (this.#marks.get(clause) === now) {
        this.#unkept.delete(clause);
      }
    }
  }

  #tell(line) {
    this.line = line;
    this.onchange();
  }
}

/** Whether there is a mark to send: points, or why the clause does not apply. */
export function said(finding) {
  return finding.points !== null || Boolean(finding.notApplicable);
}

/** Whether a clause is done: a mark, and below full a reason with it, of which counting alone is none. */
export function isDone(clause, { points, notApplicable, reason }) {
  const { findings, words } = parted(
    reason,
    clause.findings.map((f) => f.chinese),
  );
  const isOff = Boolean(notApplicable);
  return lackOf(clause, { points, isOff, offWords: notApplicable, found: new Set(findings), words }) === null;
}

function heard(clause, now) {
  const { points, notApplicable, reason, advice, exhibits, change, edition, at } = now;
  return {
    clause,
    finding: { points, notApplicable, reason, advice, exhibits },
    change,
    ours: [],
    seen: edition,
    state: 'sent',
    at,
  };
}

function asSave({ clause, change, seen, finding }) {
  const { points, notApplicable, reason, advice, exhibits } = finding;
  return {
    clause,
    change,
    seen,
    ...(notApplicable ? { notApplicable } : { points }),
    ...(reason ? { reason } : {}),
    ...(advice ? { advice } : {}),
    ...(exhibits.length > 0 ? { exhibits: exhibits.map(({ sha256, taken }) => ({ sha256, ...(taken ? { taken } : {}) })) } : {}),
  };
}
