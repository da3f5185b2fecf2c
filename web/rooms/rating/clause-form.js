/** One clause of a sheet: what it asks, what the institution says, and the expert's own mark with its reasons. */
import { fill, h, newId } from '../../kit/h.js';
import { note, sign } from '../../kit/parts.js';
import { area, field, text } from '../../kit/form.js';
import { named, t } from '../../kit/words.js';
import { joined, parted, ratio } from './reasons.js';

const LONGEST = 300;

/**
 * @param files the institution's, to look at, and photos the expert's own part
 * @param write takes a finding as soon as it is changed
 * @returns the elements, and check() which says what is missing and shows it
 */
export function clauseForm({ clause, selfCheck, files, photos, finding, write }) {
  const known = clause.findings.map((f) => f.chinese);
  const { counted, findings, words } = parted(finding.reason, known);
  const state = {
    points: finding.points,
    notApplicable: finding.notApplicable,
    met: counted?.met ?? null,
    looked: counted?.looked ?? null,
    findings: new Set(findings),
  };
  const own = area({ name: 'words', rows: '2', maxlength: '200', value: words, oninput: () => changed() });
  const ownField = field({
    label: t(known.length > 0 ? 'score.words' : 'score.words.only'),
    control: own,
    required: known.length === 0,
  });
  const advice = area({ name: 'advice', rows: '2', maxlength: LONGEST, value: finding.advice, oninput: () => changed() });
  const wrong = h('p.wrong', { role: 'alert', hidden: true });
  const why = h('fieldset.why', { hidden: true });
  const off = clause.mayNotApply ? offPart(state, finding, () => changed()) : null;
  const marks = clause.choices.length > 0 ? buttons(clause, state, changed, showWhy) : counts(clause, state, changed);

  fill(
    why,
    h('legend', t('score.reasons')),
    wrong,
    h(
      'div.reason-choices',
      clause.findings.map((f) => {
        const box = h('input', {
          type: 'checkbox',
          name: 'finding',
          value: f.chinese,
          checked: state.findings.has(f.chinese),
          onchange: () => {
            state.findings[box.checked ? 'add' : 'delete'](f.chinese);
            changed();
          },
        });
        return h('label.reason', box, named(f));
      }),
    ),
    ownField,
  );

  function reason() {
    const count = state.looked && state.met !== null ? { met: state.met, looked: state.looked } : null;
    return joined({ counted: count, findings: known.filter((f) => state.findings.has(f)), words: own.value });
  }

  function isBelow() {
    return state.points !== null && state.points < clause.most;
  }

  function show() {
    why.hidden = !isBelow() || state.notApplicable !== null;
    marks.whole.hidden = state.notApplicable !== null;
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
    const isOff = Boolean(state.notApplicable);
    write({
      points: state.notApplicable === null ? state.points : null,
      notApplicable: isOff ? state.notApplicable : null,
      reason: isOff || (!isBelow() && clause.choices.length > 0) ? '' : reason().slice(0, LONGEST),
      advice: advice.value.trim(),
    });
  }

  function check() {
    const lacks = missing();
    wrong.hidden = true;
    marks.wrong.hidden = true;
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
    if (state.notApplicable !== null) {
      return state.notApplicable
        ? null
        : { at: off.wrong, words: t('score.off.missing'), focus: off.field };
    }
    if (state.points === null) {
      return { at: marks.wrong, words: t('score.missing'), focus: marks.first };
    }
    if (isBelow() && state.findings.size === 0 && own.value.trim() === '') {
      return { at: wrong, words: t('score.reason.missing'), focus: why.querySelector('input, textarea') };
    }
    return null;
  }

  show();
  const guidance = h('div.field', h('label', { for: 'advice' }, t('score.advice')), advice);
  advice.id = 'advice';
  return {
    parts: [about(clause), selfMark(selfCheck, files), marks.whole, why, off?.whole ?? null, h('div.beside', photos, guidance)],
    check,
    choose: marks.choose,
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

/** As many large buttons as the method has scores, each with what it takes away. */
function buttons(clause, state, changed, chosen) {
  const name = newId('points');
  const wrong = h('p.wrong', { role: 'alert', hidden: true });
  const inputs = clause.choices.map((points) =>
    h('input', {
      type: 'radio',
      name,
      value: points,
      checked: state.points === points,
      onchange: () => {
        state.points = points;
        changed();
        chosen();
      },
    }),
  );
  const less = (points) => {
    if (points >= clause.most) {
      return t('score.full');
    }
    return points === 0 ? t('score.all') : t('score.less', { n: Math.round((clause.most - points) * 100) / 100 });
  };
  return {
    whole: h(
      'fieldset.points',
      h('legend', t('score.yours')),
      wrong,
      h(
        'div',
        { class: `choices-${Math.min(inputs.length, 7)}` },
        inputs.map((input, i) =>
          h('label.point', input, h('b', clause.choices[i]), h('span', less(clause.choices[i]))),
        ),
      ),
    ),
    wrong,
    first: inputs[0],
    choose: (n) => inputs[n]?.click(),
  };
}

/** So many of those that were looked at; the points are counted from it. */
function counts(clause, state, changed) {
  const wrong = h('p.wrong', { role: 'alert', hidden: true });
  const worth = h('p.worth', { role: 'status' });
  const number = (name, value) =>
    text({ name, inputmode: 'numeric', pattern: '[0-9]*', maxlength: '5', value: value ?? '', oninput: read });
  const looked = number('looked', state.looked);
  const met = number('met', state.met);
  function read() {
    const whole = (control) => (/^\d{1,5}$/.test(control.value.trim()) ? Number(control.value.trim()) : null);
    state.looked = whole(looked);
    state.met = whole(met);
    const holds = state.looked > 0 && state.met !== null && state.met <= state.looked;
    state.points = holds ? ratio(clause.most, state.met, state.looked) : null;
    tell();
    changed();
  }
  function tell() {
    const tooMany = state.looked !== null && state.met !== null && state.met > state.looked;
    fill(
      worth,
      tooMany
        ? t('score.ratio.tooMany')
        : state.points === null
          ? t('score.ratio.none')
          : t('score.ratio.worth', { n: state.points, most: clause.most }),
    );
  }
  tell();
  return {
    whole: h(
      'fieldset.points.ratio',
      h('legend', t('score.yours')),
      wrong,
      h(
        'div.ratio-fields',
        h('label', t('score.looked'), looked),
        h('label', t('score.met'), met),
        worth,
      ),
    ),
    wrong,
    first: looked,
    choose: () => {},
  };
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
