/** The rules by which cases are handled, as the bureau's data has them; read once. */
import { named, tOr } from '../../kit/words.js';
import { knowFromRoster } from './people.js';

let kept;

export function settings(api) {
  kept ??= api.get('/complaints/settings').then(
    (rules) => {
      knowFromRoster(rules.handlers);
      return new Rules(rules);
    },
    (problem) => {
      kept = undefined;
      throw problem;
    },
  );
  return kept;
}

class Rules {
  constructor(rules) {
    Object.assign(this, rules);
  }

  kind(id) {
    return named(this.kinds.find((k) => k.id === id)) || id;
  }

  stage(id) {
    return named(this.stages.find((s) => s.id === id)) || id;
  }

  result(id) {
    return named(this.results.find((r) => r.id === id)) || id;
  }

  category(id) {
    return named(this.categories.find((c) => c.id === id)) || id;
  }

  ground(id) {
    return this.grounds.find((g) => g.id === id);
  }

  unit(code) {
    return named(this.units.find((u) => u.code === code)) || code;
  }

  /** What a move is called on its button. */
  move(id) {
    return tOr(`move.${id}`, this.moves.find((m) => m.id === id)?.chinese ?? id);
  }

  categoriesFor(kind) {
    return this.categories.filter((c) => c.kinds.includes(kind));
  }

  groundsFor(kind) {
    return this.grounds.filter((g) => g.kinds.includes(kind));
  }

  templatesFor(use) {
    return this.templates.filter((template) => template.use === use);
  }
}
