/** Why points are missing, as one text that every device reads back into what was chosen and what was written. */
const LONGEST = 300;
const BETWEEN = '；';
const COUNTED = /^查(\d{1,5})，做到(\d{1,5})$/;

/** @param counted how many were looked at and met, of a ratio; null for other methods */
function joined({ counted, findings, words }) {
  return [counted ? `查${counted.looked}，做到${counted.met}` : '', ...findings, words.trim()]
    .filter(Boolean)
    .join(BETWEEN);
}

/** The reason that goes with a mark: none where a clause does not apply or is met in full, unless it was counted. */
export function reasonOf(clause, { points, isOff, counted, found, words }) {
  if (isOff || (points === clause.most && clause.choices.length > 0)) {
    return '';
  }
  const known = clause.findings.map((each) => each.chinese);
  return joined({ counted, findings: known.filter((each) => found.has(each)), words }).slice(0, LONGEST);
}

/** What a mark lacks: `off` why it does not apply, `mark`, or `reason` why it is below full; null where it is whole. */
export function lackOf(clause, { points, isOff, offWords, found, words }) {
  if (isOff) {
    return offWords ? null : 'off';
  }
  if (points === null) {
    return 'mark';
  }
  return points < clause.most && found.size === 0 && words.trim() === '' ? 'reason' : null;
}

/** @param known the clause's own findings, in Chinese */
export function parted(reason, known) {
  const pieces = reason ? reason.split(BETWEEN) : [];
  const count = COUNTED.exec(pieces[0] ?? '');
  const rest = count ? pieces.slice(1) : pieces;
  return {
    counted: count ? { looked: Number(count[1]), met: Number(count[2]) } : null,
    findings: rest.filter((piece) => known.includes(piece)),
    words: rest.filter((piece) => !known.includes(piece)).join(BETWEEN),
  };
}

/** What a ratio is worth, down to the hundredth, as the engine counts. */
export function ratio(most, met, looked) {
  return Math.floor((Math.round(most * 100) * met) / looked) / 100;
}
