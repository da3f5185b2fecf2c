/** What may be done with a file as buttons with keys: the steps that are lawful now, and of the others why not. */
import { h } from './h.js';
import { form } from './form.js';
import { named, t } from './words.js';

/**
 * @param moves by name, in the order in which they stand. key: the letter that does the same; leads: first choice of its
 *   stage; small: beside the way
 * @param name gives a move's name in words
 * @param stage the code of what the stage alone forbids, which is told last
 * @param also a rule that stands beneath the buttons
 * @param begin is given the move's name
 */
export function buttons(moves, { lawful, barred }, { name, stage, also, begin }) {
  const open = [...moves.keys()].filter((move) => lawful.includes(move));
  const lead = open.find((move) => moves.get(move).leads);
  const button = (move) =>
    h(
      'button',
      {
        type: 'button',
        class: (move === lead && 'filled') || (moves.get(move).small && 'plainly') || '',
        'data-move': move,
        onclick: () => begin(move),
      },
      name(move),
      h('kbd', { 'aria-hidden': 'true' }, moves.get(move).key),
    );
  const large = open.filter((move) => !moves.get(move).small);
  const small = open.filter((move) => moves.get(move).small);
  return h(
    'div.moves',
    { role: 'group', 'aria-label': t('moves') },
    large.length > 0 ? h('div.large', large.map(button)) : null,
    small.length > 0 ? h('div.beside', small.map(button)) : null,
    also ? h('p.small', also) : null,
    notNow(moves, barred, { name, stage }),
  );
}

/** What is not open, by its reason; what the stage alone forbids comes last and together. */
function notNow(moves, barred, { name, stage }) {
  const reasons = new Map();
  for (const move of moves.keys()) {
    const why = barred?.[move];
    if (why) {
      const same = reasons.get(why.code) ?? { why, moves: [] };
      same.moves.push(name(move));
      reasons.set(why.code, same);
    }
  }
  const rows = [...reasons.values()].sort((a, b) => (a.why.code === stage) - (b.why.code === stage));
  return rows.length === 0
    ? null
    : h(
        'details.not-now',
        h('summary', t('moves.notNow')),
        h(
          'ul',
          rows.map((row) => h('li', h('b', row.moves.join(t('list.and'))), t('list.colon'), named(row.why))),
        ),
      );
}

/** One step as a small form beside the file, so that both can be read while writing; Esc leaves it, Ctrl+Enter sends. */
export function stepForm({ name, verb, fields, check, send, body, back }) {
  const whole = form({
    fields: () => fields,
    check,
    send,
    body,
    acts: h(
      'div.acts.gap',
      h('button.filled', { type: 'submit' }, verb),
      h('button.plainly', { type: 'button', onclick: back }, t('act.back')),
    ),
  });
  whole.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      back();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      whole.requestSubmit();
    }
  });
  const title = h('h3', { tabindex: '-1' }, name);
  return {
    panel: h('section.move-form', { 'aria-label': name }, title, whole),
    focus: () => (fields[0]?.control ?? title).focus(),
  };
}
