/** What a self-check would be worth today, by the same engine as the experts' sheets: shown as a reckoning, never as a star. */
import { fill, h, svg } from '../../kit/h.js';
import { progress, sign, signed } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';
import { isCrossed } from './evaluation.js';

const HEIGHT = 104;
const FROM = 55;

/** @returns the panel with show(one), to be called when anything was saved */
export function worthPanel() {
  const element = h('section.worth', { 'aria-label': t('worth'), role: 'region' });
  const ladder = rateLadder();
  return {
    element,
    show(one) {
      const { projection } = one;
      fill(
        element,
        h('p.tag', t('worth.tag')),
        projection.rated ? rated(one, ladder) : [unrated(one), soFar(one)],
      );
    },
  };
}

/** One line of it, for a phone. */
export function worthLine(one) {
  const { projection } = one;
  if (projection.rated) {
    return t('worth.line', { words: t(`worth.reach.${projection.stars}`), total: projection.total.percent });
  }
  return projection.why ? named(projection.why) : t('worth.line.not', { n: left(one) });
}

const left = (one) => one.clauses.filter((c) => !one.sheet.clauses[c.code]).length;

function rated(one, ladder) {
  const { projection, standard } = one;
  ladder.show(Number(projection.total.percent), standard.thresholds);
  const next = standard.thresholds.find((line) => line.stars === projection.stars + 1);
  return [
    h('h2', t(`worth.reach.${projection.stars}`)),
    scores(projection, one, one.sheet.clauses),
    ladder.element,
    h('p.small', t('worth.same'), ' ', next ? t('worth.each', { stars: t(`stars.${next.stars}`), n: next.eachPart }) : ''),
    next ? limits(projection, next.stars) : null,
  ];
}

/** What is missing to so many stars, in the engine's words. */
export function limits({ limits: words }, stars) {
  return words.length === 0
    ? null
    : h('div.limits', h('h3', t('worth.limits', { stars: t(`stars.${stars}`) })), h('ul', words.map((w) => h('li', sign('open'), h('span', named(w))))));
}

export function scores(stars, one, marks) {
  return h(
    'ul.scores',
    h('li', t('worth.total'), h('b', `${stars.total.percent}%`)),
    one.standard.parts
      .filter((part) => stars.parts[part.code])
      .map((part) => h('li', named(part.title), h('b', `${stars.parts[part.code].percent}%`))),
    redLines(one, marks),
  );
}

function redLines(one, marks) {
  const crossed = one.clauses.filter((c) => isCrossed(marks[c.code], c)).length;
  return h('li', t('worth.redLines'), crossed === 0 ? h('b', t('worth.redLines.kept')) : h('b.no', t('worth.redLines.crossed', { n: crossed })));
}

function unrated(one) {
  const { projection } = one;
  if (projection.why) {
    return h('p', signed('care', named(projection.why)));
  }
  const counted = progress(t('worth.progress'));
  counted.count(one.clauses.length - left(one), one.clauses.length);
  const wrong = one.projection.faults?.filter((f) => one.sheet.clauses[f.clause]) ?? [];
  return [
    h('h2', t('worth.not', { n: left(one) })),
    h('p', t('worth.not.words')),
    counted.bar,
    wrong.length > 0 ? h('p', signed('care', t('worth.faulty', { n: wrong.length }))) : null,
  ];
}

/** The points that are down already, as plain sums: no rate follows from a part of a sheet. */
function soFar(one) {
  const sums = one.standard.parts.map((part) => {
    const checked = part.chapters
      .flatMap((chapter) => chapter.clauses)
      .filter((c) => one.sheet.clauses[c.code]?.notApplicable === null);
    const sum = (of) => Math.round(checked.reduce((all, c) => all + of(c) * 100, 0)) / 100;
    return { part, checked: checked.length, earned: sum((c) => one.sheet.clauses[c.code].points), most: sum((c) => c.most) };
  });
  return h(
    'ul.scores',
    sums
      .filter((s) => s.checked > 0)
      .map((s) => h('li', named(s.part.title), h('b', t('worth.soFar', { n: s.earned, most: s.most })))),
    sums.some((s) => s.checked > 0) ? redLines(one, one.sheet.clauses) : null,
  );
}

/** A bar of rates with the line of each star, drawn in the pixels that it has. */
export function rateLadder() {
  const element = svg('svg.ladder', { role: 'img' });
  let shown = null;
  const draw = () => {
    const width = Math.max(element.clientWidth, 260);
    if (!shown) {
      return;
    }
    const { rate, lines } = shown;
    const at = (percent) => (Math.max(0, percent - FROM) * width) / (100 - FROM);
    const here = Math.min(Math.max(at(rate), 24), width - 24);
    element.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    element.setAttribute('height', HEIGHT);
    element.setAttribute('aria-label', t('worth.ladder', { total: rate }));
    fill(
      element,
      svg('rect', { y: 30, width, height: 14 }),
      svg('rect.filled', { y: 30, width: at(rate), height: 14 }),
      lines.map((line) => {
        const x = at(line.total);
        return [
          svg('path', { d: `M${x} 24v26` }),
          svg('text', { x, y: 16, 'text-anchor': 'middle' }, t('worth.rung', { n: line.stars })),
          svg('text', { x, y: 66, 'text-anchor': 'middle' }, line.total),
        ];
      }),
      svg('path.here', { d: `M${here} 72l8 12h-16z` }),
      svg('text.here', { x: here, y: 100, 'text-anchor': 'middle' }, `${rate}%`),
    );
  };
  new ResizeObserver(draw).observe(element);
  return {
    element,
    show(rate, lines) {
      shown = { rate, lines };
      draw();
    },
  };
}
