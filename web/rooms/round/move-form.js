/** One step of the office as a small form beside the file. */
import { fill, h } from '../../kit/h.js';
import { area, choose, field, text } from '../../kit/form.js';
import { stepForm } from '../../kit/moves.js';
import { named, t, tOr } from '../../kit/words.js';
import { MOVES, moveName } from './moves.js';

const LONGEST = 2000;
const GROUNDS = [
  'licence-lapsed',
  'practice-suspended',
  'verification-overdue',
  'veto-complaint-open',
  'self-check-overdue',
  'licence-revoked',
  'veto-confirmed',
  'accident',
  'false-data',
  'penalty',
];

/**
 * @param send is given the move's body; its id is drawn once per intention, so that sending twice is doing once
 * @param back closes the form
 */
export function moveForm(move, one, { send, back }) {
  const shape = MOVES.get(move);
  const asked = (shape.fields ?? []).map((name) => ASKED[name](one));
  const said = shape.words
    ? field({
        label: t(tOr(`round.words.${move}`, '') ? `round.words.${move}` : 'round.words'),
        hint: tOr(`round.words.${move}.hint`, ''),
        required: true,
        control: area({ name: 'words', maxlength: LONGEST, rows: '4' }),
      })
    : null;
  const fields = [...asked, said].filter(Boolean);
  let id = crypto.randomUUID();
  const { panel, focus } = stepForm({
    name: moveName(move),
    verb: tOr(`round.move.${move}.verb`, moveName(move)),
    fields,
    check: () => asked.flatMap((f) => f.check?.() ?? []),
    send: async () => {
      const body = { move, id };
      asked.forEach((f) => Object.assign(body, f.give()));
      if (said) {
        body.words = said.control.value.trim();
      }
      if (move === 'moderate') {
        body.reply = one.reply.id;
      }
      try {
        await send(body);
      } catch (problem) {
        if (problem.code === 'id.taken') {
          id = crypto.randomUUID();
        }
        throw problem;
      }
    },
    body: [about(move, one), fields],
    back,
  });
  const fit = () => asked.forEach((f) => f.fit?.());
  panel.addEventListener('change', fit);
  fit();
  return {
    panel,
    focus,
    isWriting: () => Boolean(said?.control.value.trim()),
    words: () => said?.control.value.trim() ?? '',
  };
}

/** What the step does, and what it is about. */
function about(move, one) {
  const words = tOr(`round.move.${move}.about`, '');
  const told = { moderate: one.reply?.words, 'decide-appeal': one.appeal, withdraw: one.withdrawal?.words }[move];
  return [words ? h('p', words) : null, told ? h('blockquote', told) : null];
}

const select = (name, label, options, hint) =>
  field({ label, hint, required: true, control: choose([['', t('choose')], ...options], '', { name }) });

const plain = (name, asked, give = (value) => value) => {
  asked.give = () => ({ [name]: give(asked.control.value) });
  return asked;
};

/** What a step asks besides words; give() is its part of the body. */
const ASKED = {
  expert: (one) =>
    plain(
      'expert',
      select(
        'expert',
        t('round.field.expert'),
        one.panel.seats.map((s) => [s.expert, s.name]),
      ),
    ),

  objection: (one) =>
    plain(
      'objection',
      select(
        'objection',
        t('round.field.objection'),
        one.objections.map((o) => [o.id, opening(o.words)]),
      ),
    ),

  plan: (one) =>
    plain(
      'plan',
      select(
        'plan',
        t('round.field.plan'),
        one.plans.filter((p) => p.mended !== true).map((p) => [p.id, `${p.clause} ${opening(p.words)}`]),
      ),
    ),

  mended: () =>
    plain(
      'mended',
      select('mended', t('round.field.mended'), [
        ['yes', t('round.mended.yes')],
        ['no', t('round.mended.no')],
      ]),
      (value) => value === 'yes',
    ),

  shown: () =>
    plain(
      'shown',
      select('shown', t('round.field.shown'), [
        ['yes', t('round.shown.yes')],
        ['no', t('round.shown.no')],
      ]),
      (value) => value === 'yes',
    ),

  ground: (one) => {
    const standing = new Set(one.published?.grounds ?? []);
    return plain(
      'ground',
      select(
        'ground',
        t('round.field.ground'),
        GROUNDS.filter((g) => !standing.has(g)).map((g) => [g, t(`round.ground.${g}`)]),
      ),
    );
  },

  record: () =>
    plain(
      'record',
      field({
        label: t('round.field.record'),
        hint: t('round.field.record.hint'),
        required: true,
        control: text({ name: 'record', maxlength: 120 }),
      }),
      (value) => value.trim(),
    ),

  ruling: (one) =>
    plain(
      'ruling',
      select(
        'ruling',
        t('round.field.ruling'),
        one.rulings.map((ruling) => [ruling, t(`round.ruling.${ruling}`)]),
      ),
    ),

  marks: marksField,
};

const opening = (words) => (words.length > 28 ? `${words.slice(0, 28)}…` : words);

/** The marks that an appeal changes: clauses, each with the mark that it is to have. */
function marksField(one) {
  const list = h('ul.ties');
  const marks = new Map();
  const clauses = choose(
    [['', t('choose')], ...one.clauses.map((c) => [c.clause, `${c.clause} ${named(c.title)}`])],
    '',
    { name: 'marks' },
  );
  const points = h('select', { 'aria-label': t('round.field.points') });
  const whole = field({
    label: t('round.field.marks'),
    hint: t('round.field.marks.hint'),
    required: true,
    control: clauses,
  });
  // It is empty again once a clause was added; check() counts those.
  whole.isRequired = false;
  const draw = () =>
    fill(
      list,
      [...marks].map(([code, to]) =>
        h(
          'li',
          h('span', t('round.mark.to', { clause: code, from: settled(one, code), to })),
          h(
            'button.link',
            {
              type: 'button',
              onclick: () => {
                marks.delete(code);
                draw();
              },
            },
            t('expert.ties.remove'),
            h('span.hidden', ` ${code}`),
          ),
        ),
      ),
    );
  const offer = () => {
    const chosen = one.clauses.find((c) => c.clause === clauses.value);
    fill(
      points,
      h('option', { value: '' }, t('round.field.points')),
      (chosen?.choices ?? []).map((p) => h('option', { value: String(p) }, String(p))),
    );
  };
  clauses.addEventListener('change', offer);
  offer();
  const add = h(
    'button.plainly',
    {
      type: 'button',
      onclick: () => {
        if (clauses.value && points.value !== '') {
          marks.set(clauses.value, Number(points.value));
          clauses.value = '';
          offer();
          draw();
          clauses.focus();
        }
      },
    },
    t('round.mark.add'),
  );
  whole.append(h('div.acts', points, add), list);
  const ruling = () => whole.closest('form')?.elements.ruling?.value;
  whole.give = () =>
    ruling() === 'amended' ? { marks: Object.fromEntries([...marks].map(([code, to]) => [code, { points: to }])) } : {};
  whole.fit = () => {
    whole.hidden = ruling() !== 'amended';
  };
  whole.check = () => (ruling() === 'amended' && marks.size === 0 ? [[whole, t('round.marks.none')]] : []);
  return whole;
}

function settled(one, code) {
  const mark = one.clauses.find((c) => c.clause === code)?.settled;
  return mark?.notApplicable ? t('round.notApplicable') : String(mark?.points ?? '');
}
