/** The desk for complaints: what is overdue, what ends today, and what may lawfully be done with the one that is open. */
import { fill, h } from '../../kit/h.js';
import { ask } from '../../kit/dialog.js';
import { choose } from '../../kit/form.js';
import { keys } from '../../kit/keys.js';
import { withQuery } from '../../kit/api.js';
import { empty, problemNote, sign } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { casePanel } from './case.js';
import { keyLine, keysHelp } from './key-help.js';
import { knowFromRow, peopleOf } from './people.js';
import { queueTable } from './queue.js';
import { settings } from './settings.js';

const GROUPS = ['overdue', 'today', 'soon', 'awaiting', 'all'];
const FILTERS = ['unit', 'group', 'kind', 'stage', 'assignee', 'q', 'month'];

export async function room(desk) {
  const { api, me, query, params, signal, hold, go, duties } = desk;
  const asked = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? '']));
  asked.group ||= 'all';
  const values = (changes) => {
    const all = { ...asked, ...changes };
    return { ...all, group: all.group === 'all' ? '' : all.group };
  };
  const pathOf = (changes) => withQuery('/complaints', values(changes));
  const list = (after) => api.get(withQuery('/complaints', { ...asked, after }), { signal });
  const read = () => Promise.all([api.get(withQuery('/complaints/counts', { unit: asked.unit }), { signal }), list()]);
  const [rules, [counts, first], opened] = await Promise.all([
    settings(api),
    read(),
    params.number ? caseOrProblem(desk, params.number) : null,
  ]);
  signal.throwIfAborted();

  const tabs = h('div.counted');
  const queuePlace = h('div');
  const cols = h('div.desk-cols');
  let queue;

  const panel = casePanel({ ...desk, rules }, { changed: refresh, back: close });
  hold(() => panel.isWriting());

  function drawQueue(numbers, page) {
    fill(
      tabs,
      countTabs(asked, numbers, (group) => pathOf({ group })),
      rate(numbers.onTime, me),
    );
    queue = queueTable({
      list: page,
      next: list,
      totals: FILTERS.slice(2).some((name) => asked[name]) ? null : totalsOf(asked, numbers),
      soonUntil: numbers.soonUntil,
      rules,
      open,
      address: (number) => withQuery(`/complaints/${number}`, values()),
      caption: t('queue.caption'),
    });
    fill(queuePlace, page.items.length === 0 && !page.next ? nothing(asked) : queue.element);
    queue.mark(panel.number);
  }

  /** After a step: the queue as it is now. That it cannot be read is told in its place, and hides nothing else. */
  async function refresh() {
    try {
      drawQueue(...(await read()));
    } catch (problem) {
      if (!signal.aborted) {
        fill(queuePlace, problemNote(problem));
      }
    }
  }

  async function open(number) {
    if (panel.isWriting() && !(await ask(LEAVING()))) {
      return;
    }
    const answer = await caseOrProblem(desk, number);
    if (signal.aborted) {
      return;
    }
    const address = `#${withQuery(`/complaints/${number}`, values())}`;
    if (location.hash !== address) {
      history.pushState(null, '', address);
    }
    shown(answer, number);
    panel.element.scrollTop = 0;
    if (getComputedStyle(queuePlace.parentElement).display === 'none') {
      scrollTo(0, 0);
    }
    panel.element.querySelector('h2, .empty b')?.focus({ preventScroll: true });
  }

  function shown(answer, number) {
    if (answer.problem) {
      panel.fail(answer.problem);
    } else {
      panel.show(answer.one);
    }
    cols.classList.add('has-case');
    document.body.classList.add('with-case');
    queue.mark(number);
  }

  function close() {
    go(pathOf({}));
  }

  keys(signal, (key) => {
    if (key === 'J' || key === 'K') {
      queue.move(key === 'J' ? 1 : -1);
      return true;
    }
    if (key === '?') {
      keysHelp(rules);
      return true;
    }
    const group = /^[1-5]$/.test(key) ? GROUPS[key - 1] : null;
    if (group) {
      location.hash = pathOf({ group });
      return true;
    }
    return panel.key(key);
  });
  signal.addEventListener('abort', () => document.body.classList.remove('with-case'));

  fill(
    cols,
    h(
      'section.queue-side',
      { 'aria-label': t('queue') },
      filters(asked, { me, rules, first, go, pathOf, duties }),
      queuePlace,
    ),
    panel.element,
  );
  panel.none();
  drawQueue(counts, first);
  if (opened) {
    shown(opened, params.number);
  }
  return [h('h1.hidden', { tabindex: '-1' }, t('complaints.title')), tabs, cols, keyLine(rules, duties)];
}

const LEAVING = () => ({
  title: t('leave.title'),
  words: t('leave.words'),
  verb: t('leave.verb'),
  back: t('leave.stay'),
});

async function caseOrProblem({ api, signal }, number) {
  try {
    return { one: await api.get(`/complaints/${encodeURIComponent(number)}`, { signal }) };
  } catch (problem) {
    if (problem.name === 'AbortError') {
      throw problem;
    }
    return { problem };
  }
}

/** How many each group holds, when the list shows whole groups. */
function totalsOf(asked, counts) {
  const { overdue, today, soon } = counts;
  return ['all', 'overdue', 'today', 'soon'].includes(asked.group) ? { overdue, today, soon } : null;
}

function countTabs(asked, counts, address) {
  const signs = { overdue: 'no', today: 'care' };
  return h(
    'nav.counts-nav',
    { 'aria-label': t('groups') },
    GROUPS.map((group) => {
      const { count, more } = counts[group];
      const kind = count > 0 ? signs[group] : '';
      return h(
        'a',
        { href: `#${address(group)}`, class: kind, 'aria-current': asked.group === group ? 'page' : null },
        kind ? sign(kind) : null,
        h('b', `${count}${more ? '+' : ''}`),
        h('span', t(`tab.${group}`)),
      );
    }),
  );
}

/** The rate that the public reads too. */
function rate(onTime, me) {
  const words = h('a', { href: `${me.publicBaseUrl}/on-time`, target: '_blank', rel: 'noopener' }, t('rate.words'));
  return h('p.rate', onTime?.rate ? h('b', `${onTime.rate}%`) : h('b.none', t('rate.none')), h('span', words));
}

function nothing(asked) {
  const filtered = ['kind', 'stage', 'assignee', 'q'].some((name) => asked[name]);
  return filtered
    ? empty(
        t('queue.notFound'),
        t('queue.notFound.words'),
        h('a.button', { href: `#${withQuery('/complaints', { unit: asked.unit })}` }, t('queue.all')),
      )
    : empty(t(`queue.none.${asked.group}`), t('queue.none.words'));
}

function filters(asked, { me, rules, first, go, pathOf, duties }) {
  const search = h('input', {
    type: 'search',
    'aria-keyshortcuts': '/',
    value: asked.q,
    maxlength: 60,
    placeholder: t('queue.search.hint'),
  });
  const unit = duties.ofCity
    ? choose(
        rules.units.map((u) => [u.code, named(u)]),
        asked.unit || me.territory.code,
        { name: 'unit' },
      )
    : null;
  const kind = choose([['', t('all')], ...rules.kinds.map((k) => [k.id, named(k)])], asked.kind, { name: 'kind' });
  const stage = choose([['', t('all')], ...rules.stages.map((s) => [s.id, named(s)])], asked.stage, { name: 'stage' });
  first.items.forEach(knowFromRow);
  const people = peopleOf(asked.unit || me.territory.code).filter(([id]) => id !== me.id);
  const assignee = choose(
    [['', t('assignee.all')], ['me', t('me')], ['none', t('assignee.none')], ...people],
    asked.assignee,
    { name: 'assignee' },
  );
  const closed = asked.group === 'closed';
  const apply = (event) => {
    event?.preventDefault();
    go(
      pathOf({
        q: search.value.trim(),
        unit: unit && unit.value !== me.territory.code ? unit.value : '',
        kind: kind.value,
        stage: stage.value,
        assignee: assignee.value,
      }),
    );
  };
  return h(
    'form.filters',
    { role: 'search', onsubmit: apply, onchange: (event) => event.target !== search && apply() },
    h('label', t('search'), h('kbd', { 'aria-hidden': 'true' }, '/'), search),
    unit ? h('label', t('filter.unit'), unit) : null,
    h('label', t('filter.kind'), kind),
    h('label', t('filter.stage'), stage),
    h('label', t('filter.assignee'), assignee),
    h(
      'span.links',
      h(
        'a',
        { href: `#${pathOf({ group: closed ? 'all' : 'closed', stage: '', month: '' })}` },
        t(closed ? 'queue.open' : 'queue.closed'),
      ),
      duties.handles ? h('a', { href: '#/complaints/intake' }, t('intake')) : null,
      duties.handles ? h('a', { href: '#/complaints/handover' }, t('handover')) : null,
    ),
  );
}
