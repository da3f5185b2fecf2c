/** Questions that need an answer before the work goes on; native dialogs, so that Esc and focus behave. */
import { h, newId } from './h.js';
import { t } from './words.js';
import { area, field, form } from './form.js';

export function open(title, content, { onclose } = {}) {
  const id = newId('d');
  const box = h('dialog', { 'aria-labelledby': id }, h('h2', { id }, title), content);
  box.addEventListener('close', () => {
    box.remove();
    onclose?.();
  });
  document.body.append(box);
  box.showModal();
  return box;
}

/** Resolves to whether the verb was chosen. */
export function ask({ title, words, verb, back = t('act.back') }) {
  return new Promise((resolve) => {
    let answer = false;
    const choose = (value) => () => {
      answer = value;
      box.close();
    };
    const box = open(
      title,
      h(
        'div.stack',
        h('p', words),
        h(
          'div.acts.end',
          h('button.plainly', { type: 'button', onclick: choose(false) }, back),
          h('button.filled', { type: 'button', onclick: choose(true) }, verb),
        ),
      ),
      { onclose: () => resolve(answer) },
    );
  });
}

/**
 * Asks for a reason and acts with it while the dialog is still open, so that a failure loses no word.
 * @param act takes the reason; the dialog closes when it succeeds
 */
export function askReason({ title, words, label, hint, verb, longest = 200, act }) {
  const reason = field({ label, hint, required: true, control: area({ name: 'reason', maxlength: longest }) });
  const box = open(
    title,
    h(
      'div',
      words ? h('p', words) : null,
      form({
        fields: () => [reason],
        body: reason,
        send: async () => {
          await act(reason.control.value.trim());
          box.close();
        },
        acts: h(
          'div.acts',
          h('button.plainly', { type: 'button', onclick: () => box.close() }, t('act.back')),
          h('button.filled', { type: 'submit' }, verb),
        ),
      }),
    ),
  );
  reason.control.focus();
}
