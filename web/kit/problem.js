/** Why something was not done, in words a person can act on. */
export class Problem extends Error {
  constructor({ status = 0, code = '', title = '', detail = '', field = '', requestId = '' }) {
    super(detail || title || code);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.field = field;
    this.requestId = requestId;
  }

  /** The service gave no answer that can be relied on: it may or may not have been done. */
  get isUnsure() {
    return this.status === 0 || this.status >= 500;
  }

  get hasMovedOn() {
    return this.status === 409 || this.status === 412;
  }
}

/** Reads application/problem+json, or makes a problem of whatever came instead. */
export async function problemOf(response) {
  const about = { status: response.status, requestId: response.headers.get('x-request-id') ?? '' };
  try {
    if ((response.headers.get('content-type') ?? '').includes('json')) {
      return new Problem({ ...about, ...(await response.json()), status: response.status });
    }
  } catch {
    // The body broke off; the status is what remains known.
  }
  return new Problem(about);
}
