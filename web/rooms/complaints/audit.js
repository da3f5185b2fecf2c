/** The auditor's room: a subject's lines and the ledger's pages, whose hashes this very browser reckons again. */
import { fill, h } from '../../kit/h.js';
import { field, form, text } from '../../kit/form.js';
import { empty, head, note, problemNote, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { withQuery } from '../../kit/api.js';
import { moment } from '../../kit/dates.js';
import { t, tOr } from '../../kit/words.js';
import { faults, lineHash, pageHash } from './chain.js';

/** Far more than a case may hold. */
const MOST_ROUNDS = 25;

export async function room({ api, duties, query, signal, go }) {
  if (!duties.audits) {
    return [head(t('audit.title')), h('div.pane', empty(t('audit.duty'), t('duty.ask')))];
  }
  const subject = field({
    label: t('audit.subject'),
    hint: t('audit.subject.hint'),
    required: true,
    control: text({ name: 'subject', maxlength: 100, value: query.get('subject') ?? '' }),
  });
  const search = form({
    fields: () => [subject],
    body: subject,
    send: async () => go(withQuery('/audit', { subject: subjectOf(subject.control.value.trim()) })),
    acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('audit.verb'))),
  });
  const lines = h('section', { 'aria-live': 'polite' });
  const pages = h('section', h('h2', t('audit.pages')), h('p.quiet', t('room.loading')));
  if (query.get('subject')) {
    await showLines(lines, query.get('subject'), api, signal);
  }
  showPages(pages, api, signal);
  return [head(t('audit.title'), t('audit.words')), h('div.pane', search, lines, pages)];
}

/** Twelve digits are a case; anything else is meant as it was typed. */
function subjectOf(typed) {
  const digits = typed.replace(/[ -]/g, '');
  return /^\d{12}$/.test(digits) ? `CASE ${digits}` : typed;
}

async function everything(path, values, api, signal) {
  const items = [];
  let after = '';
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const page = await api.get(withQuery(path, { ...values, after }), { signal });
    items.push(...page.items);
    after = page.next;
    if (!after) {
      return { items, whole: true };
    }
  }
  return { items, whole: false };
}

async function showLines(place, subject, api, signal) {
  try {
    const { items } = await everything('/audit', { subject }, api, signal);
    const bad = await faults(items, lineHash, (line, at) => line.position === at + 1 && line.subject === subject);
    fill(
      place,
      h('h2', subject),
      items.length === 0
        ? empty(t('audit.none'), t('audit.none.words'))
        : [verdict(bad, items.length, 'audit.lines'), linesTable(subject, items, bad)],
    );
  } catch (problem) {
    if (!signal.aborted) {
      fill(place, problemNote(problem));
    }
  }
}

async function showPages(place, api, signal) {
  try {
    const { items } = await everything('/audit/pages', {}, api, signal);
    const bad = await faults(
      items,
      pageHash,
      (page, at) => page.number === at + 1 && (at === 0 || page.from === items[at - 1].to),
    );
    fill(
      place,
      h('h2', t('audit.pages')),
      items.length === 0
        ? h('p.quiet', t('audit.pages.none'))
        : [verdict(bad, items.length, 'audit.pagesOf'), pagesTable(items, bad)],
      h('p.small', t('audit.command')),
    );
  } catch (problem) {
    if (!signal.aborted) {
      fill(place, h('h2', t('audit.pages')), problemNote(problem));
    }
  }
}

function verdict(bad, n, key) {
  return bad.size === 0
    ? note('yes', t('audit.whole'), h('p', t(key, { n })))
    : note(
        'no',
        t('audit.broken'),
        h('p', t('audit.broken.words', { at: [...bad].map((at) => at + 1).join(t('list.and')) })),
      );
}

const state = (bad, at) => (bad.has(at) ? signed('no', t('audit.wrong')) : signed('yes', t('audit.right')));

function linesTable(subject, items, bad) {
  return table({
    caption: subject,
    items: items.map((item, at) => ({ ...item, index: at })),
    columns: [
      { head: t('audit.position'), names: true, cell: (line) => line.position },
      { head: t('audit.at'), class: 'nowrap', cell: (line) => moment(line.at) },
      { head: t('audit.what'), cell: (line) => tOr(`audit.what.${line.what}`, line.what) },
      { head: t('audit.by'), cell: (line) => line.by },
      {
        head: t('audit.facts'),
        cell: (line) => Object.entries(line.facts).map(([name, value]) => h('small.hash', `${name} ${value}`)),
      },
      { head: t('audit.hash'), cell: (line) => h('span.hash', { title: line.hash }, line.hash.slice(0, 16)) },
      { head: t('audit.state'), class: 'nowrap', cell: (line) => state(bad, line.index) },
    ],
  });
}

function pagesTable(items, bad) {
  return table({
    caption: t('audit.pages'),
    items: items
      .map((item, at) => ({ ...item, index: at }))
      .reverse()
      .slice(0, 100),
    columns: [
      { head: t('audit.page'), names: true, cell: (page) => page.number },
      { head: t('audit.span'), cell: (page) => `${moment(page.from)} – ${moment(page.to)}` },
      { head: t('audit.count'), class: 'num', cell: (page) => page.lines },
      { head: t('audit.hash'), cell: (page) => h('span.hash', { title: page.hash }, page.hash.slice(0, 16)) },
      { head: t('audit.state'), class: 'nowrap', cell: (page) => state(bad, page.index) },
    ],
  });
}
