/** Mending: what will be done about a clause until when, the proof of it, and what an officer found. */
import { fill, h } from '../../kit/h.js';
import { area, choose, field, form, text } from '../../kit/form.js';
import { empty, signed } from '../../kit/parts.js';
import { moment, today, weekday } from '../../kit/dates.js';
import { say } from '../../kit/say.js';
import { named, t } from '../../kit/words.js';
import { address, asNamed, dated, exhibits, isBelow, isNamed, opening, read, step } from './evaluation.js';
import { planWords } from './path.js';

const LONGEST = 1000;

export async function room(desk) {
  const [one, files] = await Promise.all([read(desk), exhibits(desk)]);
  desk.signal.throwIfAborted();
  const plans = [...one.plans].sort((a, b) => Number(Boolean(a.mended)) - Number(Boolean(b.mended)) || a.due.localeCompare(b.due));
  const written = [];
  desk.hold(() => written.some((isWritten) => isWritten()));
  const isAsked = desk.query.has('clause');
  const planned = one.may.includes('plan') ? planForm(desk, one, written) : h('p', t('mend.over'));
  return [
    opening(one, 'mend', t('mend.title'), t('mend.about')),
    h(
      'div.two',
      h(
        'div.pane',
        // Who comes from the nearest path wants to plan that clause, on a telephone too.
        isAsked ? planned : null,
        plans.length === 0 ? empty(t('mend.none'), t('mend.none.words')) : plans.map((plan) => card(desk, one, plan, files, written)),
      ),
      isAsked ? null : h('aside', planned),
    ),
  ];
}

function card(desk, one, plan, files, written) {
  const clause = one.clause(plan.clause);
  const mark = one.sheet.clauses[plan.clause];
  return h(
    'article.card.stack',
    { id: `plan-${plan.id}` },
    h('h2', `${plan.clause} ${named(clause?.title)}`),
    h('p', signed(signOf(plan), planWords(plan))),
    h('blockquote', plan.words),
    h('p', t('mend.due', { day: dated(plan.due), weekday: weekday(plan.due), at: moment(plan.at) })),
    plan.proofs.length > 0
      ? h(
          'ul.proofs',
          plan.proofs.map((proof) => h('li', h('p.small', t('mend.proved', { at: moment(proof.at) })), h('p', proof.words), files.list(proof.exhibits))),
        )
      : null,
    plan.verdict ? h('p', t('mend.verdict', { words: plan.verdict })) : null,
    plan.mended && mark && isBelow(mark, clause)
      ? h('p', t('mend.mark'), ' ', h('a', { href: `#${address(one.evaluation, 'check')}` }, t('mend.mark.open')))
      : null,
    one.may.includes('prove') && !plan.mended ? proofForm(desk, one, plan, files, written) : null,
  );
}

function signOf(plan) {
  if (plan.mended !== null) {
    return plan.mended ? 'yes' : 'no';
  }
  return plan.late ? 'no' : plan.proofs.length > 0 ? 'running' : 'open';
}

/** Files are asked about once the form is opened. */
function proofForm(desk, one, plan, files, written) {
  const id = crypto.randomUUID();
  let named = [];
  const words = field({
    label: t('mend.proof'),
    hint: t('mend.proof.hint'),
    required: true,
    control: area({ name: 'words', rows: '3', maxlength: LONGEST }),
  });
  const place = h('div');
  let part = null;
  const attach = () => {
    part ??= files.attach({
      clause: plan.clause,
      named,
      isNamed: isNamed(one),
      changed: (now) => {
        named = now;
      },
    });
    fill(place, part.element);
  };
  written.push(() => words.control.value.trim() !== '' || named.length > 0 || Boolean(part?.isBusy()));
  return h(
    'details',
    { open: desk.query.get('plan') === plan.id, ontoggle: (event) => event.target.open && attach() },
    h('summary', t('mend.prove')),
    form({
      fields: () => [words],
      check: () => (part?.isBusy() ? [[null, t('check.files.busy')]] : []),
      body: [words, place],
      send: async () => {
        await step(desk, 'prove', { id, plan: plan.id, words: words.control.value.trim(), exhibits: named.map(asNamed) });
        say(t('mend.prove.done'));
        desk.again();
      },
      acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('mend.prove.verb'))),
    }),
  );
}

/** Clauses of the nearest path come first, then whatever lost points. */
function planForm(desk, one, written) {
  const id = crypto.randomUUID();
  const near = new Set(one.path?.kind === 'path' ? one.path.mend.map((m) => m.clause) : []);
  const marks = one.settled ?? one.sheet.clauses;
  const rank = (c) => (near.has(c.code) ? 0 : marks[c.code] && isBelow(marks[c.code], c) ? 1 : 2);
  const options = one.clauses
    .map((c) => [c, rank(c)])
    .sort(([, a], [, b]) => a - b)
    .map(([c, r]) => [c.code, `${c.code} ${named(c.title)}${r === 2 ? '' : t(r === 0 ? 'mend.near' : 'mend.below')}`]);
  const clause = field({
    label: t('mend.clause'),
    required: true,
    control: choose([['', t('mend.choose')], ...options], desk.query.get('clause') ?? '', { name: 'clause' }),
  });
  const words = field({
    label: t('mend.words'),
    hint: t('mend.words.hint'),
    required: true,
    control: area({ name: 'words', rows: '4', maxlength: LONGEST }),
  });
  const due = field({ label: t('mend.until'), required: true, control: text({ type: 'date', name: 'due', min: today() }) });
  written.push(() => words.control.value.trim() !== '');
  return h(
    'section',
    h('h2', t('mend.new')),
    form({
      fields: () => [clause, words, due],
      check: () => (due.control.value && due.control.value < today() ? [[due, t('mend.until.past')]] : []),
      body: [clause, words, due],
      send: async () => {
        await step(desk, 'plan', { id, clause: clause.control.value, words: words.control.value.trim(), due: due.control.value });
        say(t('mend.new.done'));
        desk.go(address(one.evaluation, 'mend'));
      },
      acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('mend.new.verb'))),
    }),
  );
}
