/** What a tablet keeps of an expert's panels, so that a day without network loses nothing. One person's things are not another's. */
const BASE = 'xingma-scoring';
const STORE = 'things';

/** Set once somebody signs out: an answer that comes late writes nothing more. */
let isOver = false;

export class Kept {
  #base;
  #person;
  #forgotten = new Set();

  /** @param person whose things these are */
  static async of(person) {
    return new Kept(person, await answer(request((open) => open.result.createObjectStore(STORE))));
  }

  constructor(person, base) {
    this.#person = person;
    this.#base = base;
  }

  list() {
    return this.#get('list');
  }

  keepList(items) {
    return this.#put('list', { items, at: new Date().toISOString() });
  }

  panel(evaluation) {
    return this.#get(`panel ${evaluation}`);
  }

  keepPanel(evaluation, view) {
    return this.#putOf(evaluation, `panel ${evaluation}`, { view, at: new Date().toISOString() });
  }

  /** The marks that this device holds of one sheet. */
  marks(evaluation) {
    return this.#all(`mark ${evaluation} `);
  }

  keepMark(evaluation, mark) {
    return this.#putOf(evaluation, `mark ${evaluation} ${mark.clause}`, mark);
  }

  photos(evaluation) {
    return this.#all(`photo ${evaluation} `);
  }

  keepPhoto(evaluation, photo) {
    return this.#putOf(evaluation, `photo ${evaluation} ${photo.id}`, photo);
  }

  dropPhoto(evaluation, id) {
    return this.#drop(`photo ${evaluation} ${id}`);
  }

  /** How many marks and photos wait to be sent: of one sheet, or of all. */
  async waiting(evaluation) {
    const of = evaluation ? `${evaluation} ` : '';
    const marks = (await this.#all(`mark ${of}`)).filter((mark) => mark.state !== 'sent');
    // What is only to be deleted there is nothing that could be lost.
    const photos = (await this.#all(`photo ${of}`)).filter((photo) => photo.blob);
    return marks.length + photos.length;
  }

  /** Nothing of a panel stays once its sheet was handed in or the expert has left it. */
  async forget(evaluation) {
    this.#forgotten.add(evaluation);
    await this.#drop(`mark ${evaluation} `);
    await this.#drop(`photo ${evaluation} `);
    await this.#drop(`panel ${evaluation}`);
  }

  /** At signing out. */
  forgetAll() {
    isOver = true;
    return this.#drop('');
  }

  /** On a tablet that is handed on, somebody else's things stay only while marks among them wait to be sent. */
  async forgetOthers() {
    const keys = await answer(this.#store('readonly').getAllKeys());
    const others = new Set(keys.map((key) => key.slice(0, key.indexOf(' '))));
    others.delete(this.#person);
    for (const person of others) {
      const other = new Kept(person, this.#base);
      if ((await other.waiting()) === 0) {
        await other.#drop('');
      }
    }
  }

  #key(rest) {
    return `${this.#person} ${rest}`;
  }

  #range(start) {
    return IDBKeyRange.bound(this.#key(start), `${this.#key(start)}\uffff`);
  }

  #store(mode) {
    return this.#base.transaction(STORE, mode).objectStore(STORE);
  }

  #get(key) {
    return answer(this.#store('readonly').get(this.#key(key)));
  }

  #all(start) {
    return answer(this.#store('readonly').getAll(this.#range(start)));
  }

  async #putOf(evaluation, key, value) {
    if (!this.#forgotten.has(evaluation)) {
      await this.#put(key, value);
    }
  }

  async #put(key, value) {
    if (isOver) {
      return;
    }
    await written(this.#store('readwrite'), (store) => store.put(value, this.#key(key)));
  }

  #drop(start) {
    return written(this.#store('readwrite'), (store) => store.delete(this.#range(start)));
  }
}

/** For whoever signs out: what was kept for this person, if this device can keep anything. */
export async function keptOf(person) {
  try {
    return await Kept.of(person);
  } catch {
    return null;
  }
}

function request(upgrade) {
  const open = indexedDB.open(BASE, 1);
  open.onupgradeneeded = () => upgrade(open);
  return open;
}

function answer(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error('another window holds an older store'));
  });
}

/** Done when it is on the disk, and not before. */
function written(store, write) {
  return new Promise((resolve, reject) => {
    store.transaction.oncomplete = () => resolve();
    store.transaction.onabort = () => reject(store.transaction.error);
    write(store);
  });
}
