/** The shared parts of rooms: head, steps, counts, messages, empty lists, progress, foot. */
import { fill, h, svg } from './h.js';
import { sign, signed } from './sign.js';
import { t, tOr } from './words.js';

/** @param state per step: done, now, later or stop */
export function steps(label, items) {
  const signs = { done: 'yes', now: 'running', later: 'open', stop: 'no' };
  return h(
    'ol.steps',
    { 'aria-label': label },
    items.map(({ name, state }) =>
      h(
        'li',
        { class: state, 'aria-current': state === 'now' ? 'step' : null },
        sign(signs[state]),
        h('span', name),
        h('span.hidden', t(`step.${state}`)),
      ),
    ),
  );
}

export function head(title, about, ...beside) {
  return h('div.sum', h('div', h('h1', { tabindex: '-1' }, title), about ? h('p.quiet', about) : null), beside);
}

/** Large counts, each with its sign and word. */
export function counts(items) {
  return h(
    'ul.counts',
    items
      .filter(Boolean)
      .map(({ kind, n, words }) => h('li', { class: kind }, sign(kind), h('b', n), h('span', words))),
  );
}

/** @param kind running, yes, care, no or dashed (not verified by us) */
export function note(kind, title, ...body) {
  const signs = { dashed: 'unknown', running: 'running' };
  return h(
    'div.note',
    { class: kind === 'running' ? '' : kind, role: kind === 'no' ? 'alert' : null },
    sign(signs[kind] ?? kind),
    h('div', h('b', title), body),
  );
}

export function empty(title, body, ...acts) {
  return h('div.empty', h('b', title), body ? h('p', body) : null, acts.length > 0 ? h('div.acts', acts) : null);
}

export function foot(...children) {
  return h('footer.foot', children);
}

/** Counted progress, 13/27 and a bar; call it with the count. */
export function progress(words) {
  const counted = h('b');
  const filled = svg('rect', { width: '0', height: '8' });
  const bar = h(
    'div.progress',
    { role: 'progressbar', 'aria-label': words, 'aria-valuemin': '0' },
    h('div.counted', h('span', words), counted),
    svg(
      'svg',
      { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { width: '100', height: '8' }),
      filled,
    ),
  );
  const count = (done, total) => {
    fill(counted, `${done}/${total}`);
    filled.setAttribute('width', String(total > 0 ? (100 * done) / total : 0));
    bar.setAttribute('aria-valuenow', String(done));
    bar.setAttribute('aria-valuemax', String(Math.max(total, 1)));
    bar.setAttribute('aria-valuetext', `${done}/${total}`);
  };
  count(0, 0);
  return { bar, count };
}

/** The sentence of a problem: the service's own words, or ours when it could not answer. */
export function problemWords(problem) {
  const ours = tOr(`problem.${problem.code}`, '');
  return problem.detail || ours || problem.title || t(problem.isUnsure ? 'problem.unsure' : 'problem.other');
}

/** A problem that belongs to no field, with the number to quote. */
export function problemNote(problem, ...acts) {
  if (!('requestId' in problem)) {
    console.error(problem);
  }
  return note(
    'no',
    problem.title && problem.detail ? problem.title : t('problem.heading'),
    h('p', 'status' in problem ? problemWords(problem) : t('problem.desk')),
    problem.requestId ? h('p.small', t('problem.number', { id: problem.requestId })) : null,
    acts.length > 0 ? h('div.acts.gap', acts) : null,
  );
}

/** An action that is offered, or the reason why it is not. */
export function offer(may, reason, button) {
  return may ? button : h('span.signed.open', sign('open'), h('span', reason));
}

export { sign, signed };
