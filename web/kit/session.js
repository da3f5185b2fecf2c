/** Who is at the desk: OpenID Connect, authorization code with PKCE, against the issuer of /config.json. */
import * as oauth from '../vendor/oauth4webapi/index.js';
import { Problem } from './problem.js';

const TOKENS = 'xingma.session';
const PERSON = 'xingma.person';
const PENDING = 'xingma.signing-in';
const CHANNEL = 'xingma.signed-in';
const EARLY = 30_000;

export class Session {
  #as;

  constructor(config) {
    this.config = config;
    this.client = { client_id: config.clientId };
    this.redirect = `${location.origin}/`;
    this.loopback = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(config.issuer).hostname);
    /** Asks the person to sign in again without leaving the room; set by the desk. */
    this.askAgain = async () => this.begin();
    /** Whether the person chose to sign in later: nobody asks again until the person wants something done. */
    this.isPutOff = false;
    this.#kept = JSON.parse(sessionStorage.getItem(TOKENS) ?? 'null');
  }

  #kept;
  #renewing;

  static async open() {
    const response = await fetch('/config.json', { cache: 'no-store' }).catch(() => null);
    if (!response?.ok) {
      throw new Problem({ status: 0, code: 'config.missing' });
    }
    return new Session(await response.json());
  }

  get isSignedIn() {
    return this.#kept !== null;
  }

  /** The person of this tab's session as the office told it last, for work without network; null for nobody. */
  get remembered() {
    return JSON.parse(sessionStorage.getItem(PERSON) ?? 'null');
  }

  remember(person) {
    if (person) {
      sessionStorage.setItem(PERSON, JSON.stringify(person));
    } else {
      sessionStorage.removeItem(PERSON);
    }
  }

  /** Sends the browser to the issuer; it comes back to the address the person was at. */
  async begin({ window: again = false } = {}) {
    const as = await this.#server();
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const to = new URL(as.authorization_endpoint);
    to.search = new URLSearchParams({
      ...Object.fromEntries(to.searchParams),
      client_id: this.config.clientId,
      redirect_uri: this.redirect,
      response_type: 'code',
      scope: this.config.scope,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    sessionStorage.setItem(
      PENDING,
      JSON.stringify({ verifier, state, nonce, again, hash: again ? '' : location.hash }),
    );
    location.assign(to);
  }

  /** Takes up an answer of the issuer, if the address holds one. Returns whether this window was opened to sign in again. */
  async finish() {
    const here = new URL(location.href);
    if (!here.searchParams.has('state')) {
      return false;
    }
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
    this.remember(null);
    sessionStorage.removeItem(PENDING);
    history.replaceState(null, '', `/${pending?.hash ?? ''}`);
    if (!pending) {
      return false;
    }
    try {
      const as = await this.#server();
      const answer = oauth.validateAuthResponse(as, this.client, here, pending.state);
      const response = await oauth.authorizationCodeGrantRequest(
        as,
        this.client,
        oauth.None(),
        answer,
        this.redirect,
        pending.verifier,
        this.#options(),
      );
      this.#keep(
        await oauth.processAuthorizationCodeResponse(as, this.client, response, {
          expectedNonce: pending.nonce,
          requireIdToken: this.config.scope.split(' ').includes('openid'),
        }),
      );
    } catch (failure) {
      throw new Problem({
        status: 401,
        code: 'signin.failed',
        title: failure.error_description ?? failure.error ?? '',
      });
    }
    if (pending.again) {
      new BroadcastChannel(CHANNEL).postMessage(this.#kept);
    }
    return pending.again;
  }

  /** A token that still lasts. */
  async token() {
    if (!this.#kept || this.#kept.until - EARLY < Date.now()) {
      await this.renew();
    }
    return this.#kept.bearer;
  }

  /** A new token: by the refresh token where there is one, otherwise by the person. Only one at a time. */
  renew() {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew() {
    if (!navigator.onLine) {
      // Nobody can sign in now, and what the person is at need not wait for it.
      throw new Problem({ code: 'network.none' });
    }
    if (this.#kept?.refresh) {
      try {
        const as = await this.#server();
        const response = await oauth.refreshTokenGrantRequest(
          as,
          this.client,
          oauth.None(),
          this.#kept.refresh,
          this.#options(),
        );
        this.#keep(await oauth.processRefreshTokenResponse(as, this.client, response));
        return;
      } catch (failure) {
        if (failure.code === 'signin.unreachable' || (failure instanceof TypeError && !failure.code)) {
          throw new Problem({ code: 'network.none' });
        }
        // The issuer no longer honours it: the person signs in again.
      }
    }
    if (!(await reaches())) {
      throw new Problem({ code: 'network.none' });
    }
    if (this.isPutOff) {
      throw new Problem({ status: 401, code: 'signin.later' });
    }
    await this.askAgain();
  }

  /**
   * Waits for a second window that signs in, and takes its tokens if they are of the same person: what is written here is
   * nobody else's.
   * @param onother somebody else signed in
   */
  tokensFromWindow(signal, onother) {
    return new Promise((resolve) => {
      const channel = new BroadcastChannel(CHANNEL);
      signal?.addEventListener('abort', () => channel.close());
      channel.onmessage = ({ data }) => {
        if (personOf(data) !== personOf(this.#kept)) {
          onother();
          return;
        }
        this.#store(data);
        channel.close();
        resolve();
      };
    });
  }

  async leave() {
    const idToken = this.#kept?.idToken;
    this.forget();
    const as = await this.#server().catch(() => null);
    if (!as?.end_session_endpoint) {
      location.assign('/');
      return;
    }
    const to = new URL(as.end_session_endpoint);
    to.searchParams.set('client_id', this.config.clientId);
    to.searchParams.set('post_logout_redirect_uri', this.redirect);
    // Cognito knows the same by this name.
    to.searchParams.set('logout_uri', this.redirect);
    if (idToken) {
      to.searchParams.set('id_token_hint', idToken);
    }
    location.assign(to);
  }

  forget() {
    this.#kept = null;
    sessionStorage.removeItem(TOKENS);
    this.remember(null);
  }

  #keep(tokens) {
    this.#store({
      bearer: this.config.token === 'id_token' ? tokens.id_token : tokens.access_token,
      idToken: tokens.id_token,
      refresh: tokens.refresh_token ?? this.#kept?.refresh,
      until: Date.now() + (tokens.expires_in ?? 3_600) * 1_000,
    });
  }

  #store(kept) {
    this.#kept = kept;
    sessionStorage.setItem(TOKENS, JSON.stringify(kept));
  }

  async #server() {
    if (!this.#as) {
      if (!globalThis.crypto?.subtle) {
        throw new Problem({ code: 'signin.insecure' });
      }
      const issuer = new URL(this.config.issuer);
      try {
        const response = await oauth.discoveryRequest(issuer, this.#options());
        this.#as = await oauth.processDiscoveryResponse(issuer, response);
      } catch {
        throw new Problem({ code: 'signin.unreachable' });
      }
    }
    return this.#as;
  }

  /** Plain http is for the city on a laptop alone. */
  #options() {
    return { [oauth.allowInsecureRequests]: this.loopback, signal: () => AbortSignal.timeout(10_000) };
  }
}

/** Whether the console's host answers at all. A device may believe in a network that leads nowhere. */
function reaches() {
  // With a query, so that it is never answered from what the device kept.
  return fetch('/config.json?now', { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

function personOf(tokens) {
  try {
    const [, claims] = tokens.bearer.split('.');
    return JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).sub;
  } catch {
    return null;
  }
}
