/** Talks to the bureau's functions: bearer token, time limits, and a second try only where doing it twice is doing it once. */
import { Problem, problemOf } from './problem.js';
import { language } from './words.js';

const LIMIT = 15_000;
const TRIES = 3;
const PASSING = new Set([429, 502, 503, 504]);

export class Api {
  /** Officers by id, as replies introduced them. */
  names = new Map();

  /** @param session gives tokens, and a new one when the old is refused */
  constructor(session, base = '/api') {
    this.session = session;
    this.base = base;
  }

  get(path, { signal, limit } = {}) {
    return this.#json('GET', path, { signal, limit, repeatable: true });
  }

  /** @param repeatable whether the route recognises its own echo */
  post(path, body, { signal, limit, repeatable = false } = {}) {
    return this.#json('POST', path, {
      signal,
      limit,
      repeatable,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
    });
  }

  /** Sends a file's bytes as they are. */
  async send(method, path, bytes, headers, { signal, limit = 60_000, repeatable = false } = {}) {
    return this.#json(method, path, { signal, limit, repeatable, body: bytes, headers });
  }

  /** A file as a blob with the name that the service gave it, or the address of one too large to pass through it. */
  async blob(path, { signal, limit = 60_000 } = {}) {
    const headers = { accept: '*/*;q=0.9, application/json;q=0.1' };
    const response = await this.#ask('GET', path, { signal, limit, repeatable: true, headers });
    return response.headers.get('content-type')?.startsWith('application/json')
      ? { link: (await response.json()).url }
      : { blob: await response.blob(), name: nameOf(response) };
  }

  async #json(method, path, asked) {
    const response = await this.#ask(method, path, asked);
    const answer = response.status === 204 ? null : await response.json();
    Object.entries(answer?.names ?? {}).forEach(([id, name]) => this.names.set(id, name));
    return answer;
  }

  async #ask(method, path, asked) {
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#once(method, path, asked).catch((failure) => {
        if (asked.signal?.aborted || failure instanceof Problem) {
          throw failure;
        }
        return new Problem({ status: 0, code: failure.name === 'TimeoutError' ? 'network.slow' : 'network.none' });
      });
      if (response.ok) {
        return response;
      }
      if (response.status === 401 && !renewed) {
        renewed = true;
        await this.session.renew();
        continue;
      }
      const passing = response instanceof Problem || PASSING.has(response.status);
      if (!passing || !asked.repeatable || attempt === TRIES) {
        throw response instanceof Problem ? response : await problemOf(response);
      }
      await pause(response.headers?.get('retry-after'), attempt, asked.signal);
    }
  }

  async #once(method, path, { signal, limit = LIMIT, body, headers = {} }) {
    const token = await this.session.token();
    const timeout = AbortSignal.timeout(limit);
    return fetch(this.base + path, {
      method,
      body,
      headers: {
        accept: 'application/json',
        ...headers,
        'accept-language': language,
        authorization: `Bearer ${token}`,
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      cache: 'no-store',
      credentials: 'omit',
    });
  }
}

/** Waits longer each time, never in step with others. */
function pause(retryAfter, attempt, signal) {
  const asked = Number(retryAfter) * 1_000;
  const wait = asked > 0 && asked <= 10_000 ? asked : Math.random() * 400 * 2 ** attempt;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, wait);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function nameOf(response) {
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  if (encoded) {
    return decodeURIComponent(encoded[1]);
  }
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? '';
}

/**
 * Calls a step again until it has done everything, telling the count each time. Stops when two calls in a row
 * brought nothing forward, so that it never runs for ever.
 */
export async function untilDone(step, onProgress) {
  let idle = 0;
  for (let before = -1; ;) {
    const answer = await step();
    const { done = 0, total = 0 } = answer.progress ?? {};
    onProgress?.(done, total, answer);
    if (done >= total) {
      return answer;
    }
    idle = done > before ? 0 : idle + 1;
    if (idle >= 2) {
      throw new Problem({ code: 'progress.stopped' });
    }
    before = done;
  }
}

/** The address of a list with its filters. */
export function withQuery(path, values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  return query.size > 0 ? `${path}?${query}` : path;
}
