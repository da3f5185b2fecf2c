/** What is hung up or put into the file: the public notice, and the sheet of a result; both are on paper alone. */
import { h } from '../../kit/h.js';
import { moment, sentenceDay, weekday } from '../../kit/dates.js';
import { named, t } from '../../kit/words.js';
import { mainSteps, rates } from './sheet.js';
import { markWords, starShapes } from './stages.js';

/** Prints one of the papers and nothing else of the page. */
export function printPaper(name) {
  document.body.dataset.paper = name;
  addEventListener('afterprint', () => delete document.body.dataset.paper, { once: true });
  print();
}

const day = (iso) => t('day.full', { day: sentenceDay(iso), weekday: weekday(iso) });

/** The notice says what was decided, until when it hangs, and to whom one turns. */
export function noticePaper(one, me) {
  const clock = one.deadlines.find((d) => d.which === 'notice');
  if (one.stage !== 'public-notice' || !clock || !one.star?.rated) {
    return null;
  }
  return h(
    'article.paper-sheet.notice-paper',
    h('p.small', named(me.bureau)),
    h('h2', t('paper.notice')),
    h('p.big', one.name),
    h('p.big', starShapes(one.star.stars, named(one.star.words))),
    h(
      'p',
      t('paper.notice.words', {
        standard: named(one.standard.title),
        edition: one.standard.edition,
        seats: one.panel?.seats.length ?? 0,
        district: named(one.district),
      }),
    ),
    rates(one),
    h(
      'p',
      h(
        'b',
        t('paper.notice.days', {
          start: day(clock.start),
          day: day(clock.day),
          days: clock.days,
          unit: t(`span.${clock.unit.replace('-', '_')}`),
        }),
      ),
      clock.provisional ? t('banner.provisional') : '',
    ),
    h('p', t('paper.notice.object', { bureau: named(me.bureau), day: day(clock.day) })),
    one.standard.notice ? h('p', named(one.standard.notice)) : null,
    h('p.signature', named(me.bureau), h('br'), clock.start),
  );
}

/** The result with its reasons: what a file keeps and an institution is handed. */
export function resultPaper(one, me) {
  if (!one.star?.rated) {
    return null;
  }
  const lost = one.clauses.filter((c) => c.settled?.notApplicable || c.settled?.points < c.most);
  const published = one.published;
  return h(
    'article.paper-sheet.result-paper',
    h('p.small', named(me.bureau)),
    h('h2', t('paper.result')),
    h('p.big', one.name, ' ', starShapes(one.star.stars, named(one.star.words))),
    h(
      'p',
      t('paper.result.about', {
        stage: named({ chinese: one.stageChinese, english: one.stageEnglish }),
        standard: named(one.standard.title),
        edition: one.standard.edition,
        day: one.star.day,
      }),
      published ? t('paper.result.until', { until: published.until }) : t('paper.result.notYet'),
    ),
    rates(one),
    h('h3', t('round.reckoning')),
    h(
      'ul.limits',
      mainSteps(one).map((step) => h('li', named(step))),
    ),
    one.star.limits.length > 0
      ? [
          h('h3', t('round.limits', { n: one.star.stars + 1 })),
          h(
            'ul.limits',
            one.star.limits.map((l) => h('li', named(l))),
          ),
        ]
      : null,
    h('h3', t('paper.result.lost', { n: lost.length })),
    h(
      'table.list',
      h(
        'thead',
        h(
          'tr',
          h('th', t('round.clause')),
          h('th.num', t('round.most')),
          h('th.num', t('round.settled')),
          h('th', t('round.why')),
        ),
      ),
      h(
        'tbody',
        lost.map((c) =>
          h(
            'tr',
            h('td', h('b', c.clause), ' ', named(c.title)),
            h('td.num', String(c.most)),
            h('td.num', markWords(c.settled)),
            h(
              'td',
              one.byTheChair?.[c.clause] ??
                c.settled?.notApplicable ??
                [...new Set(c.marks.map((m) => m.reason).filter(Boolean))].join(t('list.semicolon')),
            ),
          ),
        ),
      ),
    ),
    one.standard.notice ? h('p', named(one.standard.notice)) : null,
    h(
      'p.small',
      t('paper.printed', { name: me.name, at: moment(new Date().toISOString()), evaluation: one.evaluation }),
    ),
  );
}
