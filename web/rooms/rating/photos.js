/** Photos taken at an institution: smaller and without their origin on the device first, sent when there is a network, then named at their clause. */
import { smaller } from '../../kit/files.js';
import { problemWords } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { send } from '../exhibits/sending.js';

const EDGE = 2_400;
const MOST_BYTES = 1_000_000;
const AGAIN_AFTER = 15_000;

export class Photos {
  #photos = new Map();
  /** Files that the bureau has and the expert took out: deleted there once no clause names them. */
  #out = new Map();
  #sending = null;
  #isAnew = false;

  /** How many are not on the device yet: they are gone with this page. */
  unkept = 0;

  /** Whether the last sending stopped because the expert put signing in off. */
  isSignedOut = false;

  /** @param limits what the bureau takes: perClause and perWriter; without them none can be taken */
  constructor({ api, kept, sheet, evaluation, base, limits, signal, onchange }) {
    Object.assign(this, { api, kept, sheet, evaluation, base, limits, signal, onchange });
    addEventListener('online', () => this.send({ anew: true }), { signal });
    const again = setInterval(() => this.send(), AGAIN_AFTER);
    signal.addEventListener('abort', () => clearInterval(again));
  }

  async open() {
    for (const photo of await this.kept.photos(this.evaluation)) {
      (photo.sha256 ? this.#out : this.#photos).set(photo.id, photo);
    }
  }

  at(clause) {
    return [...this.#photos.values()].filter((photo) => photo.clause === clause);
  }

  /** Photos that the bureau does not have yet. */
  get waiting() {
    return [...this.#photos.values()].filter((photo) => !photo.why);
  }

  /** Photos that the bureau did not take, each with why. */
  get refused() {
    return [...this.#photos.values()].filter((photo) => photo.why);
  }

  /** How many more there is room for. */
  room(clause) {
    const named = (code) => this.sheet.finding(code).exhibits.length;
    const all = this.#photos.size + this.sheet.clauses.reduce((n, code) => n + named(code), 0);
    return Math.min(this.limits.perClause - named(clause) - this.at(clause).length, this.limits.perWriter - all);
  }

  /** Resolves once it is on the device; fails where the file is no photo, or the device full. */
  async add(clause, file) {
    this.unkept += 1;
    try {
      const blob = await smaller(file, { side: EDGE, most: MOST_BYTES });
      const taken = new Date(file.lastModified).toISOString();
      await this.#put({ id: crypto.randomUUID(), clause, blob, taken, at: new Date().toISOString() });
    } finally {
      this.unkept -= 1;
    }
    this.onchange();
    this.send();
  }

  async drop({ id }) {
    this.#photos.delete(id);
    await this.kept.dropPhoto(this.evaluation, id);
    this.onchange();
  }

  /** A file that the bureau has: it leaves its clause here and now, and the bureau when there is a network. */
  async takeOut(clause, { sha256 }) {
    const out = { id: `out-${sha256}`, clause, sha256 };
    await this.kept.keepPhoto(this.evaluation, out).catch(() => {});
    this.#out.set(out.id, out);
    await this.sheet.unnames(clause, sha256);
    this.onchange();
  }

  get isSending() {
    return this.#sending !== null;
  }

  /**
   * One after the other, oldest first; resolves when nothing more can be sent now.
   * @param anew something has changed since the sending that is under way began
   */
  send({ anew = false } = {}) {
    this.#isAnew ||= anew && this.isSending;
    this.#sending ??= this.#send()
      .catch((failure) => {
        if (!this.signal.aborted) {
          console.error(failure);
        }
      })
      .finally(() => {
        this.#sending = null;
        this.onchange();
        if (this.#isAnew) {
          this.#isAnew = false;
          this.send();
        }
      });
    return this.#sending;
  }

  async #send() {
    for (const out of this.#out.values()) {
      if (!(await this.#deleted(out))) {
        return;
      }
    }
    for (const photo of this.waiting.sort((a, b) => a.at.localeCompare(b.at))) {
      // Two devices are apart on this clause: what it names is the expert's to say first.
      const isApart = this.sheet.mark(photo.clause)?.state === 'overtaken';
      if (!isApart && this.#photos.has(photo.id) && !(await this.#sent(photo))) {
        return;
      }
    }
  }

  /** Whether to go on with the next. */
  async #sent(photo) {
    const { api, base, signal } = this;
    let became;
    try {
      const { id, clause, blob } = photo;
      became = await send({ api, base, clause, id, file: blob, signal, onBytes: () => {}, onCleaning: () => {} });
      this.isSignedOut = false;
    } catch (problem) {
      const isLater = this.#isLater(problem);
      if (!isLater) {
        const why = problem.code === 'exhibit.size' ? t('exhibits.size') : problemWords(problem);
        await this.#put({ ...photo, why });
      }
      return !isLater;
    }
    if (!this.#photos.has(photo.id)) {
      return true;
    }
    switch (became.state) {
      case 'kept': {
        const { sha256, kind, bytes } = became;
        await this.sheet.names(photo.clause, { sha256, kind, bytes, taken: photo.taken });
        await this.drop(photo);
        return true;
      }
      case 'refused':
        await this.#put({ ...photo, why: named(became) });
        return true;
      case 'awaited':
        return true;
      default:
        // Its place was given up meanwhile; it gets another one.
        await this.drop(photo);
        await this.#put({ ...photo, id: crypto.randomUUID() });
        return false;
    }
  }

  /** Whether to go on with the next. */
  async #deleted({ id, clause, sha256 }) {
    const isNamed = this.sheet.finding(clause).exhibits.some((each) => each.sha256 === sha256);
    if (!isNamed && this.sheet.mark(clause)?.state !== 'sent') {
      return true;
    }
    try {
      if (!isNamed) {
        const { api, base, signal } = this;
        await api.send('DELETE', `${base}/exhibits/${sha256}`, undefined, {}, { signal, repeatable: true });
      }
    } catch (problem) {
      if (this.#isLater(problem)) {
        return false;
      }
    }
    this.#out.delete(id);
    await this.kept.dropPhoto(this.evaluation, id);
    return true;
  }

  /** Nothing is wrong with the photo: there is no network, nobody is signed in, or too many ask at once. */
  #isLater(problem) {
    this.isSignedOut = problem.code === 'signin.later';
    const isOurs = !('status' in problem);
    if (isOurs && problem.name !== 'AbortError') {
      console.error(problem);
    }
    return isOurs || problem.isUnsure || [401, 429].includes(problem.status) || problem.code === 'exhibit.store';
  }

  async #put(photo) {
    await this.kept.keepPhoto(this.evaluation, photo);
    this.#photos.set(photo.id, photo);
  }
}
