/** One clause of a sheet: what it asks, what the institution says, and the expert's own mark with its reasons. */
import { fill, h, newId } from '../../kit/h.js';
import { note, sign } from '../../kit/parts.js';
import { area, field, text } from '../../kit/form.js';
import { named, t } from '../../kit/words.js';
import { choices, counting, findings } from '../clause/marks.js';
import { lackOf, parted, reasonOf } from '../clause/reasons.js';

const LONGEST = 300;

/**
 * @param files the institution's, to look at, and photos the expert's own part
 * @param write takes a finding as soon as it is changed
 * @returns the elements, and check() which says what is missing and shows it
 */
export function clauseForm({ clause, selfCheck, files, photos, finding, write }) {
  const known = clause.findings.map((f) => f.chinese);
  const before = parted(finding.reason, known);
  const state = {
    points: finding.points,
    notApplicable: finding.notApplicable,
    counted: before.counted,
    found: new Set(before.findings),
  };
  const own = area({ name: 'words', rows: '2', maxlength: '200', value: before.words, oninput: () => changed() });
  const ownField = field({
    label: t(known.length > 0 ? 'score.words' : 'score.words.only'),
    control: own,
    required: known.length === 0,
  });
  const advice = area({ name: 'advice', rows: '2', maxlength: LONGEST, value: finding.advice, oninput: () => changed() });
  const wrong = h('p.wrong', { role: 'alert', hidden: true });
  const why = h('fieldset.why', { hidden: true });
  const off = clause.mayNotApply ? offPart(state, finding, () => changed()) : null;
  const mark = markOf(clause, state, changed, showWhy);
  const markWrong = h('p.wrong', { role: 'alert', hidden: true });
  const marks = h('fieldset.marks', h('legend', t('score.yours')), markWrong, mark.element);

  fill(
    why,
    h('legend', t('score.reasons')),
    wrong,
    h('div.reason-choices', findings(clause, state.found, changed)),
    ownField,
  );

  const told = () => ({
    ...state,
    isOff: state.notApplicable !== null,
    offWords: state.notApplicable,
    words: own.value,
  });

  function isBelow() {
    return state.points !== null && state.points < clause.most;
  }

  function show() {
    why.hidden = !isBelow() || state.notApplicable !== null;
    marks.hidden = state.notApplicable !== null;
  }

  /** The reasons may be below the edge. */
  function showWhy() {
    if (!why.hidden) {
      why.scrollIntoView({ block: 'nearest' });
    }
  }

  function changed() {
    show();
    wrong.hidden = true;
    write({
      points: state.notApplicable === null ? state.points : null,
      notApplicable: state.notApplicable || null,
      reason: reasonOf(clause, told()),
      advice: advice.value.trim(),
    });
  }

  function check() {
    const lacks = missing();
    wrong.hidden = true;
    markWrong.hidden = true;
    if (off) {
      off.wrong.hidden = true;
    }
    if (lacks) {
      fill(lacks.at, sign('no'), h('span', lacks.words));
      lacks.at.hidden = false;
      lacks.focus.focus();
    }
    return !lacks;
  }

  function missing() {
    switch (lackOf(clause, told())) {
      case 'off':
        return { at: off.wrong, words: t('score.off.missing'), focus: off.field };
      case 'mark':
        return { at: markWrong, words: t('score.missing'), focus: mark.first };
      case 'reason':
        return { at: wrong, words: t('score.reason.missing'), focus: why.querySelector('input, textarea') };
      default:
        return null;
    }
  }

  show();
  const guidance = h('div.field', h('label', { for: 'advice' }, t('score.advice')), advice);
  advice.id = 'advice';
  return {
    parts: [about(clause), selfMark(selfCheck, files), marks, why, off?.whole ?? null, h('div.beside', photos, guidance)],
    check,
    choose: mark.choose,
    toggleOff: off?.toggle,
    isOff: () => state.notApplicable !== null,
  };
}

function about(clause) {
  const facts = [clause.code, t('score.most', { n: clause.most }), t(`method.${clause.method}`)];
  return h(
    'div.clause',
    h('p.small', facts.join('　')),
    h('h2', { tabindex: '-1' }, named(clause.title)),
    h('p.asks', named(clause.requirement)),
    clause.redLine
      ? note('care', t(`redline.${clause.redLine.effect}`, { n: clause.redLine.stars ?? '' }), null)
      : null,
    h(
      'details',
      { open: true },
      h('summary', t('score.how')),
      h('p', named(clause.interpretation)),
      clause.levels.length > 0
        ? h(
            'ul.levels',
            clause.levels.map((l) => h('li', t('score.level', { n: l.points, words: named(l) }))),
          )
        : null,
      h('p', t('score.basis', { words: clause.basis }), clause.basisVerified ? null : ` ${t('score.basis.unverified')}`),
      clause.evidence.length > 0 ? h('p', t('score.evidence', { words: clause.evidence.join('、') })) : null,
    ),
  );
}

/** The institution's own words, which nobody has verified. */
function selfMark(told, files) {
  if (!told) {
    return h('p.self', h('b', t('score.self.none')));
  }
  return h(
    'div.self',
    h('b', told.notApplicable ? t('score.self.off') : t('score.self', { n: told.points })),
    h(
      'span',
      [told.notApplicable, told.reason].filter(Boolean).map((words) => h('span.said', words)),
      files ?? t('score.self.files.none'),
    ),
  );
}

/** @param chosen is called after one of the fixed scores was chosen */
function markOf(clause, state, changed, chosen) {
  if (clause.choices.length > 0) {
    const take = (points) => {
      state.points = points;
      changed();
      chosen();
    };
    return choices(clause, state.points, { under: (points, less) => under(clause, points, less), take });
  }
  const tell = (points, isTooMany) => {
    if (points === null) {
      return t(isTooMany ? 'score.ratio.tooMany' : 'score.ratio.none');
    }
    return t('score.ratio.worth', { n: points, most: clause.most });
  };
  const take = (points, counted) => {
    Object.assign(state, { points, counted });
    changed();
  };
  return counting(clause, state.points, state.counted, { words: { looked: t('score.looked'), met: t('score.met'), tell }, take });
}

function under(clause, points, less) {
  if (points >= clause.most) {
    return t('score.full');
  }
  return points === 0 ? t('score.all') : t('score.less', { n: less });
}

/** Not applicable, with why. */
function offPart(state, finding, changed) {
  const wrong = h('p.wrong', { role: 'alert', hidden: true });
  const reason = text({
    name: 'notApplicable',
    maxlength: LONGEST,
    id: newId('off'),
    value: finding.notApplicable ?? '',
    oninput: () => {
      state.notApplicable = reason.value.trim();
      changed();
    },
  });
  const whole = h(
    'div.field.off',
    { hidden: state.notApplicable === null },
    h('label', { for: reason.id }, t('score.off.why')),
    h('p.hint', t('score.off.hint')),
    wrong,
    reason,
  );
  return {
    whole,
    wrong,
    field: reason,
    toggle: () => {
      const isOff = state.notApplicable === null;
      state.notApplicable = isOff ? reason.value.trim() : null;
      whole.hidden = !isOff;
      changed();
      if (isOff) {
        reason.focus();
      }
    },
  };
}

/** Points or why it does not apply, in words. */
export function markWords({ points, notApplicable }) {
  if (notApplicable) {
    return t('mark.off', { words: notApplicable });
  }
  return points === null ? t('mark.none') : t('mark.points', { n: points });
}
