/** A step that is taken with words: why, or what one has to say. */
import { h } from '../../kit/h.js';
import { area, field, form } from '../../kit/form.js';
import { say } from '../../kit/say.js';
import { step } from './evaluation.js';

const LONGEST = 1000;

/** @param more what goes with the words, such as a clause */
export function wordsForm(desk, { name, label, hint, verb, done, more = {}, filled = false }) {
  const id = crypto.randomUUID();
  const words = field({ label, hint, required: true, control: area({ name: 'words', rows: '4', maxlength: LONGEST }) });
  const whole = form({
    fields: () => [words],
    body: words,
    send: async () => {
      await step(desk, name, { id, words: words.control.value.trim(), ...more });
      say(done);
      desk.again();
    },
    acts: h('div.acts.gap', h('button', { class: filled ? 'filled' : '', type: 'submit' }, verb)),
  });
  whole.isWritten = () => words.control.value.trim() !== '';
  return whole;
}

/** The same behind its heading, until somebody wants it. */
export function wordsBox(desk, { title, about, ...form }, forms) {
  const inside = wordsForm(desk, form);
  forms.push(inside);
  return h('details.words-box', h('summary', title), about ? h('p', about) : null, inside);
}

/** Whether anything is written that was not sent. */
export const written = (forms) => () => forms.some((form) => form.isWritten());

