/** What whoever fills in a sheet says of one clause: its mark, or how many were met, and what is missing. Each room has its own words and look. */
import { fill, h, newId } from '../../kit/h.js';
import { field, text } from '../../kit/form.js';
import { named } from '../../kit/words.js';
import { ratio } from './reasons.js';

/** So many in one row at most. */
const ROW = 7;

/**
 * As many large buttons as the method has scores.
 *
 * @param points what is chosen; null where nothing is yet
 * @param under says what stands under points that are less than the most by so many
 * @param take is given the points that are chosen
 */
export function choices(clause, points, { under, take }) {
  const name = newId('points');
  const inputs = clause.choices.map((value) =>
    h('input', { type: 'radio', name, value, checked: points === value, onchange: () => take(value) }),
  );
  const less = (value) => Math.round((clause.most - value) * 100) / 100;
  return {
    element: h(
      'div',
      { class: `points choices-${Math.min(inputs.length, ROW)}` },
      inputs.map((input, i) => {
        const value = clause.choices[i];
        return h('label', input, h('b', value), h('span', under(value, less(value), clause.levels[i])));
      }),
    ),
    first: inputs[0],
    choose: (n) => inputs[n]?.click(),
  };
}

/**
 * So many of those that were looked at, from which the points are counted.
 *
 * @param counted what stands: {looked, met}, or null
 * @param words the labels looked and met, and tell(points, isTooMany), where points are null as long as they cannot be counted
 * @param take is given the points and what was counted, or twice null
 */
export function counting(clause, points, counted, { words, take }) {
  const worth = h('p.worth', { role: 'status' });
  const number = (name) => {
    const control = text({ name, inputmode: 'numeric', maxlength: '5', value: counted?.[name] ?? '', oninput: read });
    return field({ label: words[name], control, required: true });
  };
  const looked = number('looked');
  const met = number('met');
  const whole = ({ control }) => (/^\d{1,5}$/.test(control.value.trim()) ? Number(control.value.trim()) : null);

  function tell(now) {
    fill(worth, words.tell(now, whole(looked) !== null && whole(met) > whole(looked)));
  }

  function read() {
    const [all, good] = [whole(looked), whole(met)];
    const count = all > 0 && good !== null && good <= all ? { looked: all, met: good } : null;
    const now = count ? ratio(clause.most, count.met, count.looked) : null;
    tell(now);
    take(now, count);
  }

  tell(points);
  return { element: h('div.counting', looked, met, worth), first: looked.control, choose: () => {} };
}

/**
 * What is often found at a clause, to be ticked.
 *
 * @param found in Chinese, as the clause has it; changed with every tick
 */
export function findings(clause, found, changed) {
  return clause.findings.map((each) => {
    const box = h('input', {
      type: 'checkbox',
      name: 'finding',
      value: each.chinese,
      checked: found.has(each.chinese),
      onchange: () => {
        found[box.checked ? 'add' : 'delete'](each.chinese);
        changed();
      },
    });
    return h('label.choice', box, h('span', named(each)));
  });
}
