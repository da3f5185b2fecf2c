/** Rooms by address: the part after # never reaches a server's log. */
export class Router {
  /** @param rooms pairs of a pattern such as /register/:id and a function that loads the room's module */
  constructor(rooms, enter) {
    this.rooms = rooms.map(([pattern, load]) => ({ parts: pattern.split('/'), load }));
    this.enter = enter;
    this.held = null;
    this.address = '';
  }

  start() {
    addEventListener('hashchange', () => this.#changed());
    addEventListener('beforeunload', (event) => {
      if (this.held?.()) {
        event.preventDefault();
      }
    });
    document.addEventListener('click', (event) => {
      const link = event.target.closest?.('a[href^="#/"]');
      if (link?.getAttribute('href') === location.hash && !this.held?.()) {
        // The room one is in already, chosen once more: read it again.
        this.again();
      }
    });
    return this.#changed();
  }

  /** Enters the room again, as after a step that changed what it shows. */
  again() {
    this.held = null;
    return this.#open();
  }

  go(address) {
    this.held = null;
    if (location.hash === `#${address}`) {
      return this.#open();
    }
    location.hash = address;
    return undefined;
  }

  async #changed() {
    const address = location.hash.slice(1) || '/';
    if (this.held?.() && address !== this.address) {
      history.replaceState(null, '', `#${this.address}`);
      if (await this.mayLeave()) {
        this.go(address);
      }
      return undefined;
    }
    this.held = null;
    return this.#open();
  }

  #open() {
    this.address = location.hash.slice(1) || '/';
    const [path, query = ''] = this.address.split('?');
    for (const { parts, load } of this.rooms) {
      const params = match(parts, path.split('/'));
      if (params) {
        return this.enter({ load, path, params, query: new URLSearchParams(query) });
      }
    }
    return this.enter({ load: null, path, params: {}, query: new URLSearchParams() });
  }
}

function match(pattern, parts) {
  if (pattern.length !== parts.length) {
    return null;
  }
  const params = {};
  for (let i = 0; i < parts.length; i += 1) {
    if (pattern[i].startsWith(':')) {
      params[pattern[i].slice(1)] = decodeURIComponent(parts[i]);
    } else if (pattern[i] !== parts[i]) {
      return null;
    }
  }
  return params;
}
