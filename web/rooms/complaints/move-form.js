/** One step of a case as a small form beside the case's words, so that both can be read while writing. */
import { fill, h } from '../../kit/h.js';
import { area, choose, field, text } from '../../kit/form.js';
import { stepForm } from '../../kit/moves.js';
import { language, named, t, tOr } from '../../kit/words.js';
import { inChinese, inEnglish } from '../../kit/dates.js';
import { MOVES } from './moves.js';
import { peopleOf } from './people.js';

const HOLE = /\{[^{}]{1,12}\}/;

/**
 * @param send is given the move's body; its id is drawn once per intention, so that sending twice is doing once
 * @param back closes the form
 */
export function moveForm(move, one, { rules, me, duties }, { send, back }) {
  const shape = MOVES.get(move);
  const asked = (shape.fields ?? []).map((name) => ASKED[name](one, { rules, me, duties }));
  const said = shape.words ? wordsField(move, shape, one, rules) : null;
  const fields = [...asked, said].filter(Boolean);
  let id = crypto.randomUUID();
  const fillIn = () => said?.fillIn(Object.assign({}, ...asked.map((f) => f.known?.() ?? {})));
  asked.forEach((f) => f.control.addEventListener('change', fillIn));

  const { panel, focus } = stepForm({
    fields,
    check: () => {
      const left = said && HOLE.exec(said.control.value);
      return left ? [[said, t('words.hole', { hole: left[0] })]] : [];
    },
    send: async () => {
      const body = { id };
      asked.forEach((f) => Object.assign(body, f.give()));
      const words = said?.control.value.trim();
      if (said && (words || shape.words === 'must')) {
        body.words = words;
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
    body: [tOr(`move.${move}.about`, '') ? h('p', tOr(`move.${move}.about`, '')) : null, fields],
    name: rules.move(move),
    verb: tOr(`move.${move}.verb`, rules.move(move)),
    back,
  });
  fillIn();
  return {
    panel,
    focus,
    isWriting: () => Boolean(said && said.control.value.trim() && said.control.value !== said.filled),
    words: () => said?.control.value.trim() ?? '',
  };
}

/** What a step asks besides words: give() is its part of the body, known() what it tells the templates. */
const ASKED = {
  ground(one, { rules }) {
    const grounds = rules.groundsFor(one.kind);
    const basis = h('p.hint');
    const asked = field({
      label: t('field.ground'),
      hint: t('field.ground.hint'),
      required: true,
      control: choose([['', t('choose')], ...grounds.map((g) => [g.id, named(g)])], '', { name: 'ground' }),
    });
    asked.append(basis);
    const chosen = () => rules.ground(asked.control.value);
    asked.control.addEventListener('change', () =>
      fill(basis, chosen() ? t('field.basis', { basis: chosen().basis }) : ''),
    );
    asked.give = () => ({ ground: asked.control.value });
    asked.known = () =>
      chosen() ? { 理由: chosen().chinese, 依据: chosen().basis, reason: chosen().english, basis: chosen().basis } : {};
    return asked;
  },

  unit(one, { rules }) {
    const others = rules.units.filter((u) => u.code !== one.unit.code || one.stage === 'disputed');
    const asked = field({
      label: t('field.unit'),
      required: true,
      control: choose([['', t('choose')], ...others.map((u) => [u.code, named(u)])], '', { name: 'to' }),
    });
    const chosen = () => rules.units.find((u) => u.code === asked.control.value);
    asked.give = () => ({ to: asked.control.value });
    asked.known = () =>
      chosen()
        ? { 区县: chosen().chinese, 单位: chosen().chinese, district: chosen().english, unit: chosen().english }
        : {};
    return asked;
  },

  officer(one, { me, duties }) {
    // Whoever is not here yet takes a first case for themselves.
    const others = duties.supervises ? peopleOf(one.unit.code).filter(([id]) => id !== me.id) : [];
    const options = [...(duties.handles ? [[me.id, t('assign.me', { name: me.name })]] : []), ...others].filter(
      ([id]) => id !== one.assignee?.id,
    );
    const asked = field({
      label: t('field.officer'),
      hint: t(duties.supervises ? 'field.officer.known' : 'field.officer.hint'),
      required: true,
      control: choose(options.length === 1 ? options : [['', t('choose')], ...options], '', { name: 'to' }),
    });
    asked.give = () => ({ to: asked.control.value });
    return asked;
  },

  category(one, { rules }) {
    const asked = field({
      label: t('field.category'),
      required: true,
      control: choose(
        rules.categoriesFor(one.kind).map((c) => [c.id, named(c)]),
        one.category.id,
        { name: 'category' },
      ),
    });
    asked.give = () => ({ category: asked.control.value });
    return asked;
  },

  result(one, { rules }) {
    const asked = field({
      label: t('field.result'),
      required: true,
      control: choose([['', t('choose')], ...rules.results.map((r) => [r.id, named(r)])], '', { name: 'result' }),
    });
    asked.give = () => ({ result: asked.control.value });
    return asked;
  },

  ruling() {
    const asked = field({
      label: t('field.ruling'),
      required: true,
      control: choose(
        [
          ['', t('choose')],
          ['stands', t('ruling.stands')],
          ['returned', t('ruling.returned')],
        ],
        '',
        { name: 'ruling' },
      ),
    });
    asked.give = () => ({ ruling: asked.control.value });
    return asked;
  },

  lead(one) {
    const kin = [...new Map((one.signals ?? []).flatMap((s) => s.cases).map((k) => [k.number, k])).values()].filter(
      (k) => k.unit.code === one.unit.code,
    );
    const list = h(
      'datalist',
      { id: `leads-${one.number}` },
      kin.map((k) => h('option', { value: k.spoken })),
    );
    const asked = field({
      label: t('field.lead'),
      hint: t('field.lead.hint'),
      required: true,
      control: text({ name: 'lead', inputmode: 'numeric', maxlength: 20, list: list.id }),
    });
    asked.append(list);
    asked.give = () => ({ lead: asked.control.value.replace(/\D/g, '') });
    return asked;
  },
};

/** Words with the bureau's own texts to begin from, in the complainant's language; holes are filled where known. */
function wordsField(move, shape, one, rules) {
  const english = one.language?.startsWith('en') ?? false;
  const offered = rules.templatesFor(shape.template);
  const said = field({
    label: t(`words.${audience(move)}`, { filer: t(`filer.${one.kind}`) }),
    hint: t(shape.words === 'must' ? 'words.hint' : 'words.hint.may', { n: rules.longestWords ?? 1000 }),
    required: shape.words === 'must',
    control: area({ name: 'words', rows: '6', maxlength: rules.longestWords ?? 1000 }),
  });
  said.filled = '';
  let chosen = offered[0];
  let facts = { 单位: one.unit.chinese, unit: one.unit.english, ...days(move, one) };
  const put = () => {
    const text = (english && chosen.english ? chosen.english : chosen.chinese) ?? '';
    said.filled = text.replace(/\{([^{}]+)\}/g, (whole, name) => facts[name] ?? whole);
    said.control.value = said.filled;
    said.control.lang = english ? 'en' : 'zh-Hans';
  };
  said.fillIn = (known) => {
    facts = { ...facts, ...known };
    if (chosen && said.control.value === said.filled) {
      put();
    }
  };
  said.control.addEventListener('focus', () => selectHole(said.control), { once: true });
  if (offered.length > 0) {
    const pick = choose([...offered.map((o) => [o.id, opening(o)]), ['', t('template.none')]], chosen.id, {
      'aria-label': t('template'),
      onchange: () => {
        chosen = offered.find((o) => o.id === pick.value);
        if (chosen) {
          put();
        } else if (said.control.value === said.filled) {
          said.control.value = '';
          said.filled = '';
        }
        said.control.focus();
        selectHole(said.control);
      },
    });
    said.insertBefore(h('div.template-choice', h('span.small', t('template')), pick), said.control);
  }
  return said;
}

/** The days that a text names, as the step would bring them. */
function days(move, one) {
  const day = one.outlook?.[move];
  if (!day) {
    return {};
  }
  if (move === 'extend') {
    const now = one.clocks.find((c) => c.which === 'handle' && !c.stopped)?.day ?? day;
    return { 原日期: inChinese(now), 新日期: inChinese(day), 'old date': inEnglish(now), 'new date': inEnglish(day) };
  }
  // An answer names another day: the one on which somebody went and looked.
  return move === 'answer' ? {} : { 日期: inChinese(day), date: inEnglish(day) };
}

/** Who will read it. */
function audience(move) {
  return { note: 'desk', summarise: 'premises', dispute: 'both', designate: 'both', transfer: 'both' }[move] ?? 'filer';
}

function opening(template) {
  const text = language === 'en' ? template.english : template.chinese;
  return text.length > 24 ? `${text.slice(0, language === 'en' ? 48 : 24)}…` : text;
}

/** The first thing that is still to be filled in. */
function selectHole(control) {
  const hole = HOLE.exec(control.value);
  if (hole) {
    control.setSelectionRange(hole.index, hole.index + hole[0].length);
  }
}
