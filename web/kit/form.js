/** Fields and the error summary: a count, links to the fields, the same words at each, and nothing cleared. */
import { fill, h, newId } from './h.js';
import { sign } from './sign.js';
import { t } from './words.js';
import { problemWords } from './parts.js';

/** @param control an input, select or textarea; its name ties it to a problem's field */
export function field({ label, hint, control, required = false }) {
  const id = control.id || newId('f');
  control.id = id;
  const wrong = h('p.wrong', { id: `${id}-wrong`, hidden: true });
  const about = hint ? h('p.hint', { id: `${id}-hint` }, hint) : null;
  const whole = h(
    'div.field',
    h('label', { for: id }, label, required ? null : h('span.small', ` ${t('form.optional')}`)),
    about,
    wrong,
    control,
  );
  if (about) {
    control.setAttribute('aria-describedby', about.id);
  }
  whole.control = control;
  whole.label = label;
  whole.isRequired = required;
  whole.mark = (words) => {
    whole.classList.toggle('bad', Boolean(words));
    wrong.hidden = !words;
    fill(wrong, words ? [sign('no'), h('span', words)] : null);
    control.setAttribute('aria-invalid', String(Boolean(words)));
    control.setAttribute('aria-describedby', [words ? wrong.id : '', about?.id ?? ''].filter(Boolean).join(' '));
  };
  return whole;
}

export function text(props) {
  return h('input', { type: 'text', autocomplete: 'off', ...props });
}

export function area(props) {
  return h('textarea', { rows: '3', ...props });
}

/** @param options pairs of value and words */
export function choose(options, chosen, props) {
  return h(
    'select',
    props,
    options.map(([value, words]) => h('option', { value, selected: value === chosen }, words)),
  );
}

/**
 * A form that checks, sends, and tells what is wrong at the top and at each field.
 * @param fields the fields it checks, by the name of their control
 * @param check gives further errors as pairs of field and words
 * @param send does it; a Problem that names a field is shown there
 */
export function form({ fields, check, send, body, acts }) {
  const errors = h('div', { tabindex: '-1' });
  const busy = (state) =>
    whole.querySelectorAll('button').forEach((button) => {
      button.disabled = state;
    });
  const show = (found) => {
    for (const f of fields()) {
      f.mark(found.find(([where]) => where === f)?.[1] ?? '');
    }
    fill(
      errors,
      found.length === 0
        ? null
        : h(
            'div.errors',
            { role: 'alert' },
            h('h2', sign('no'), t('form.wrong', { n: found.length })),
            h(
              'ul',
              found.map(([where, words]) =>
                h(
                  'li',
                  where ? h('button.link', { type: 'button', onclick: () => where.control.focus() }, words) : words,
                ),
              ),
            ),
            h('p.small', t('form.kept')),
          ),
    );
    if (found.length > 0) {
      errors.focus();
      errors.scrollIntoView({ block: 'nearest' });
    }
  };
  const whole = h('form', { novalidate: true, onsubmit: submit }, errors, body, acts);
  async function submit(event) {
    event.preventDefault();
    const missing = fields()
      .filter((f) => f.isRequired && f.control.value.trim() === '')
      .map((f) => [f, t('form.missing', { label: f.label })]);
    const found = [...missing, ...(check?.() ?? [])];
    show(found);
    if (found.length > 0) {
      return;
    }
    busy(true);
    try {
      await send();
    } catch (problem) {
      if (problem.name === 'AbortError') {
        return;
      }
      if (!('status' in problem)) {
        console.error(problem);
      }
      const where = problem.field ? fields().find((f) => f.control.name === problem.field) : null;
      show([[where ?? null, 'status' in problem ? problemWords(problem) : t('problem.desk')]]);
    } finally {
      busy(false);
    }
  }
  return whole;
}
