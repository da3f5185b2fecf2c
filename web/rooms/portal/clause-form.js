/** One clause of the self-check: what it asks, how it is read, what to show, on which law; and what is so here. */
import { fill, h, newId } from '../../kit/h.js';
import { area, field, text } from '../../kit/form.js';
import { note, sign } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { markWords } from './evaluation.js';
import { joined, parted, ratio } from '../rating/reasons.js';

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
    findings: new Set(before.findings),
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
  const mark = clause.choices.length > 0 ? choices(clause, state, changed) : counts(clause, before.counted, state, changed);
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
    clause.findings.map((f) => {
      const box = h('input', {
        type: 'checkbox',
        checked: state.findings.has(f.chinese),
        onchange: () => {
          state.findings[box.checked ? 'add' : 'delete'](f.chinese);
          changed();
        },
      });
      return h('label.choice', box, h('span', named(f)));
    }),
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
    mark.element.hidden = state.isOff;
  }

  function reason() {
    return joined({
      counted: mark.counted?.() ?? null,
      findings: known.filter((f) => state.findings.has(f)),
      words: own.value,
    }).slice(0, LONGEST);
  }

  function lacking() {
    if (files.isBusy()) {
      return [t('check.files.busy'), files.element, files.element];
    }
    if (state.isOff) {
      return off.reason() ? null : [t('check.off.missing'), off.element, off.control];
    }
    if (state.points === null) {
      return [t('check.mark.missing'), mark.element, mark.first];
    }
    if (state.points < clause.most && state.findings.size === 0 && own.value.trim() === '') {
      return [t('check.why.missing'), ownField, own];
    }
    return null;
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
    const isFull = state.points === clause.most;
    save({
      points: state.isOff ? null : state.points,
      notApplicable: state.isOff ? off.reason() : null,
      reason: state.isOff || (isFull && clause.choices.length > 0) ? '' : reason(),
      exhibits,
    });
    return true;
  }

  show();
  return { parts: [about(clause), wrong, mark.element, why, off?.element, files.element], take, isBusy: files.isBusy };
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

/** As many buttons as the method has scores, each with what it takes away. */
function choices(clause, state, changed) {
  const name = newId('points');
  const inputs = clause.choices.map((points) =>
    h('input', {
      type: 'radio',
      name,
      value: points,
      checked: !state.isOff && state.points === points,
      onchange: () => {
        state.points = points;
        changed();
      },
    }),
  );
  return {
    element: h(
      'fieldset.marks',
      h('legend', t('check.mark')),
      h('div.points', inputs.map((input, i) => h('label', input, h('b', clause.choices[i]), h('span', less(clause, i))))),
    ),
    first: inputs[0],
  };
}

function less(clause, i) {
  const points = clause.choices[i];
  const level = clause.levels[i];
  if (level) {
    return named(level);
  }
  if (points === clause.most) {
    return t('check.full');
  }
  return points === 0 ? t('check.none') : t('check.less', { n: Math.round((clause.most - points) * 100) / 100 });
}

/** So many of those that were looked at; the points are counted from it. */
function counts(clause, before, state, changed) {
  const worth = h('p.worth-of', { role: 'status' });
  const number = (label, value) => {
    const control = text({ inputmode: 'numeric', maxlength: '5', value: value ?? '', oninput: () => read(true) });
    return { control, whole: field({ label, control, required: true }) };
  };
  const looked = number(t('check.looked'), before?.looked);
  const met = number(t('check.met'), before?.met);
  const whole = ({ control }) => (/^\d{1,5}$/.test(control.value.trim()) ? Number(control.value.trim()) : null);
  const counted = () => {
    const [all, good] = [whole(looked), whole(met)];
    return all > 0 && good !== null && good <= all ? { looked: all, met: good } : null;
  };
  const read = (isNew) => {
    const count = counted();
    if (isNew) {
      state.points = count ? ratio(clause.most, count.met, count.looked) : null;
    }
    fill(
      worth,
      state.points === null
        ? t(whole(met) > whole(looked) && whole(looked) !== null ? 'check.tooMany' : 'check.count')
        : t('own.mark.of', { n: state.points, most: clause.most }),
    );
    if (isNew) {
      changed();
    }
  };
  read(false);
  return {
    element: h('fieldset.marks.ratio', h('legend', t('check.mark')), h('div.counting', looked.whole, met.whole, worth)),
    first: looked.control,
    counted,
  };
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
