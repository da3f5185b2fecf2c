/** Who works on a unit's cases: whom the roster lists, and whoever has one or took a step in one. */
const known = new Map();

export function knowFromRoster(handlers) {
  handlers.forEach(({ unit, id, name }) => know(unit, id, name));
}

export function knowFromRow({ unit, assignee }) {
  if (assignee) {
    know(unit.code, assignee.id, assignee.name);
  }
}

export function knowFromCase(one) {
  knowFromRow(one);
  for (const { by } of one.acts ?? []) {
    if (by.kind === 'bureau') {
      know(by.unit.code, by.officer, by.name);
    }
  }
}

function know(unit, id, name) {
  if (!known.has(unit)) {
    known.set(unit, new Map());
  }
  known.get(unit).set(id, name);
}

/** Pairs of id and name, in the order of names. */
export function peopleOf(unit) {
  return [...(known.get(unit) ?? [])].sort(([, a], [, b]) => a.localeCompare(b, 'zh'));
}
