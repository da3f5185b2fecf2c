/** One clause of the self-check: what it asks, how it is read, what to show, on which law; and what is so here. */
import { fill, h } from '../../kit/h.js';
import { area, field, text } from '../../kit/form.js';
import { note, sign } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { markWords } from './evaluation.js';
import { choices, counting, findings } from '../clause/marks.js';
import { lackOf, parted, reasonOf } from '../clause/reasons.js';

const LONGEST = 300;

/**
 * @param finding what stands, or undefined where nothing was said yet
 * @param attach makes the part in which files are attached
 * @param edited is told that something was written that is not saved
 * @param save takes the finding
 */
export function clauseForm({ clause, finding, attach, edited, save }) {
  const known = clause.findings.map((f) => f.chinese);
  const before = parted(finding?.reason ?? '', known);
  const state = {
    points: finding?.points ?? null,
    isOff: Boolean(finding?.notApplicable),
    counted: before.counted,
    found: new Set(before.findings),
  };
  const wrong = h('p.wrong', { role: 'alert', hidden: true });
  let exhibits = finding?.exhibits ?? [];
  const files = attach({
    clause: clause.code,
    named: exhibits,
    changed: (named) => {
      exhibits = named;
      changed();
    },
  });
  const mark = markOf(clause, state, changed);
  const marks = h('fieldset.marks', h('legend', t('check.mark')), mark.element);
  const own = area({ rows: '2', maxlength: '200', value: before.words, oninput: changed });
  const ownField = field({
    label: t('check.words'),
    hint: t(known.length > 0 ? 'check.words.hint' : 'check.words.only'),
    control: own,
    required: true,
  });
  const why = h(
    'fieldset.why',
    h('legend', t('check.why')),
    findings(clause, state.found, changed),
    ownField,
  );
  const off = clause.mayNotApply ? offPart(finding, state, changed) : null;

  function changed() {
    wrong.hidden = true;
    edited();
    show();
  }

  function show() {
    const isBelow = !state.isOff && state.points !== null && state.points < clause.most;
    why.hidden = !isBelow;
    marks.hidden = state.isOff;
  }

  const told = () => ({ ...state, offWords: off?.reason() ?? '', words: own.value });

  function lacking() {
    if (files.isBusy()) {
      return [t('check.files.busy'), files.element, files.element];
    }
    switch (lackOf(clause, told())) {
      case 'off':
        return [t('check.off.missing'), off.element, off.control];
      case 'mark':
        return [t(clause.choices.length > 0 ? 'check.mark.missing' : 'check.count.missing'), marks, mark.first];
      case 'reason':
        return [t('check.why.missing'), ownField, own];
      default:
        return null;
    }
  }

  /** Whether it could be saved; tells what is missing otherwise. */
  function take() {
    const lacks = lacking();
    wrong.hidden = !lacks;
    if (lacks) {
      const [words, place, control] = lacks;
      fill(wrong, sign('no'), h('span', words));
      place.before(wrong);
      control.focus();
      return false;
    }
    save({
      points: state.isOff ? null : state.points,
      notApplicable: state.isOff ? off.reason() : null,
      reason: reasonOf(clause, told()),
      exhibits,
    });
    return true;
  }

  show();
  return { parts: [about(clause), wrong, marks, why, off?.element, files.element], take, isBusy: files.isBusy };
}

/** The same where nothing is written any more. */
export function clauseShown(clause, mark, exhibits) {
  const files = exhibits.list(mark?.exhibits);
  return [
    about(clause),
    h(
      'dl.facts',
      h('dt', t('check.mark')),
      h('dd', markWords(mark, clause), mark?.reason ? h('span.block', mark.reason) : null),
      files ? [h('dt', t('check.files')), h('dd', files)] : null,
    ),
  ];
}

const below = ({ failsBelow }) => (failsBelow === 100 ? t('own.redline.below.any') : t('own.redline.below', { n: failsBelow }));

function about(clause) {
  return h(
    'div.about',
    h('p.asks', named(clause.requirement)),
    clause.redLine
      ? note('care', t(`own.redline.${clause.redLine.effect}`, { n: clause.redLine.stars ?? '' }), h('p', below(clause.redLine)))
      : null,
    h(
      'dl.facts',
      h('dt', t('check.reading')),
      h('dd', named(clause.interpretation)),
      clause.levels.length > 0
        ? [h('dt', t('check.levels')), h('dd', h('ul', clause.levels.map((l) => h('li', t('check.level', { n: l.points, words: named(l) })))))]
        : null,
      clause.evidence.length > 0 ? [h('dt', t('check.evidence')), h('dd', clause.evidence.join(t('check.and')))] : null,
      h('dt', t('check.basis')),
      h('dd', clause.basis, clause.basisVerified ? '' : h('span.small', ` ${t('check.basis.unverified')}`)),
      h('dt', t('check.side')),
      h('dd', t(`own.scored.${clause.side}`)),
    ),
  );
}

function markOf(clause, state, changed) {
  const take = (points, counted = null) => {
    Object.assign(state, { points, counted });
    changed();
  };
  if (clause.choices.length > 0) {
    return choices(clause, state.isOff ? null : state.points, { under: (points, less, level) => under(clause, points, less, level), take });
  }
  const tell = (points, isTooMany) => {
    if (points === null) {
      return t(isTooMany ? 'check.tooMany' : 'check.count');
    }
    return t('own.mark.of', { n: points, most: clause.most });
  };
  return counting(clause, state.points, state.counted, { words: { looked: t('check.looked'), met: t('check.met'), tell }, take });
}

function under(clause, points, less, level) {
  if (level) {
    return named(level);
  }
  if (points === clause.most) {
    return t('check.full');
  }
  return points === 0 ? t('check.none') : t('check.less', { n: less });
}

/** Not applicable, with why. */
function offPart(finding, state, changed) {
  const control = text({ maxlength: LONGEST, value: finding?.notApplicable ?? '', oninput: changed });
  const why = field({ label: t('check.off.why'), hint: t('check.off.hint'), control, required: true });
  why.hidden = !state.isOff;
  const box = h('input', {
    type: 'checkbox',
    checked: state.isOff,
    onchange: () => {
      state.isOff = box.checked;
      why.hidden = !box.checked;
      changed();
    },
  });
  return {
    element: h('div.off', h('label.choice', box, h('span', t('check.off'))), why),
    control,
    reason: () => control.value.trim(),
  };
}
