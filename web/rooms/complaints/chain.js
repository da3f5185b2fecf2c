/** Hashes of the trail's lines and of the ledger's pages, as docs/audit describes them: each part after its length. */
const FIRST = '0'.repeat(64);
const utf8 = new TextEncoder();

async function hashOf(parts) {
  const bytes = parts.flatMap((part) => {
    const text = utf8.encode(String(part));
    return [...utf8.encode(`${text.length}:`), ...text];
  });
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function lineHash({ subject, position, at, by, what, facts, before }) {
  const names = Object.keys(facts).sort();
  return hashOf([subject, position, at, by, what, names.length, ...names.flatMap((n) => [n, facts[n]]), before]);
}

export function pageHash({ number, from, to, lines, content, before }) {
  return hashOf([number, from, to, lines, content, before]);
}

/** The places of a chain whose hash is another, that do not follow what stands before them, or that are out of order. */
export async function faults(items, hash, isInPlace) {
  const bad = new Set();
  let before = FIRST;
  for (const [at, item] of items.entries()) {
    if (item.before !== before || !isInPlace(item, at) || (await hash(item)) !== item.hash) {
      bad.add(at);
    }
    before = item.hash;
  }
  return bad;
}
