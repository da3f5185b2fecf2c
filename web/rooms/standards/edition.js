/** One edition: where it stands, its next step, what was said of it, what it would change, what it says, what was done. */
import { fill, h } from '../../kit/h.js';
import { moment } from '../../kit/dates.js';
import { download } from '../../kit/files.js';
import { choose } from '../../kit/form.js';
import { foot, head, problemNote, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { named, t } from '../../kit/words.js';
import { crosswalk, differences, redLine, RULES, said } from './compare.js';
import { next } from './next.js';
import { opinions } from './opinions.js';
import { simulation } from './simulation.js';
import { stageSign, way } from './stages.js';

export async function room({ api, params, signal, duties, me }) {
  const address = `/standards/${params.standard}/${params.edition}`;
  const [first, list] = await Promise.all([api.get(address, { signal }), api.get('/standards', { signal })]);
  const others = (list.items.find((s) => s.standard === first.standard)?.editions ?? []).filter((e) => e.edition !== first.edition);
  const place = h('div.edition');
  let seen = null;
  const show = (edition) => {
    const keeps = duties.organises && duties.ofCity && edition.status === 'comment';
    const told = h('div', { 'aria-live': 'polite' });
    const nextPlace = h('div');
    const offerNext = () => fill(nextPlace, next({ edition, duties, seen, take }));
    offerNext();
    fill(
      place,
      way(edition),
      head(
        t('std.head', { standard: edition.standard, n: edition.edition }),
        named(edition.title),
        signed(stageSign(edition.status), t(`std.stage.${edition.status}`)),
      ),
      h(
        'div.two',
        h(
          'div.pane',
          told,
          edition.notice ? signed('care', named(edition.notice)) : null,
          nextPlace,
          edition.status === 'draft' ? null : opinions({ edition, mayKeep: keeps, take }),
          duties.ofCity && edition.status !== 'retired'
            ? simulation({
                api,
                signal,
                edition,
                onShown: (told) => {
                  seen = told;
                  offerNext();
                },
              })
            : null,
          comparison(edition),
          wording(edition),
        ),
        h('aside', facts(edition), history(edition)),
      ),
      foot(
        h('span.push', t('std.foot')),
        download(api, t('std.file'), `${address}/file`, '', (problem) => fill(told, problemNote(problem))),
        edition.out
          ? h(
              'a.button.plainly',
              { href: `${me.publicBaseUrl}/method?s=${edition.standard}/${edition.edition}`, target: '_blank', rel: 'noopener' },
              t('std.public'),
            )
          : null,
        h('a.button.plainly', { href: '#/standards' }, t('std.all')),
      ),
    );
  };
  /** A step is shown as it was kept; asking twice with the same id is asking once. */
  const take = async (step, fields) => {
    const kept = await api.post(`${address}/${step}`, fields, { signal, limit: 60_000, repeatable: true });
    seen = null;
    show(kept);
  };
  const comparison = (edition) => {
    if (others.length === 0) {
      return null;
    }
    const shown = h('div', { 'aria-live': 'polite' });
    const pick = choose(
      [['', t('std.compare.choose')], ...others.map((e) => [String(e.edition), t('std.edition.n', { n: e.edition })])],
      '',
      {
        'aria-label': t('std.compare'),
        onchange: async () => {
          if (!pick.value) {
            fill(shown);
            return;
          }
          try {
            const other = await api.get(`/standards/${edition.standard}/${pick.value}`, { signal });
            const [before, after] = other.edition < edition.edition ? [other, edition] : [edition, other];
            fill(shown, differences(before, after));
          } catch (problem) {
            fill(shown, problemNote(problem));
          }
        },
      },
    );
    return h('section', h('h2', t('std.compare')), pick, shown);
  };
  const history = (edition) =>
    h(
      'div',
      h('h2.gap', t('std.history')),
      edition.steps.length === 0
        ? h('p.quiet', t('std.history.none'))
        : h(
            'ol.timeline',
            edition.steps.map((s) =>
              h(
                'li',
                h(
                  'div',
                  h('b', stepWords(s)),
                  h('small', `${moment(s.at)} ${duties.who(s.by)}`),
                  s.words ? h('p', s.words) : null,
                ),
              ),
            ),
          ),
    );
  show(first);
  return [place];
}

function stepWords(step) {
  switch (step.what) {
    case 'consulted':
      return t('std.step.consulted', { from: step.from, until: step.until });
    case 'proposed':
    case 'decided':
      return t(`std.step.${step.what}.${step.to}`);
    default:
      return t(`std.step.${step.what}`);
  }
}

function facts(edition) {
  const { rules, thresholds, source } = edition.text;
  const fact = (label, ...value) => [h('dt', label), h('dd', ...value)];
  return h(
    'div',
    h('h2', t('std.facts')),
    h(
      'dl.facts',
      fact(t('std.date'), edition.date),
      fact(t('std.clauses'), t('std.clauses.n', { n: edition.clauses, points: edition.points })),
      fact(t('std.redLines'), t('std.redLines.n', { n: edition.redLines })),
      thresholds.map((line) => fact(t(`std.stars.${line.stars}`), t('std.line.words', { total: line.total, part: line.eachPart }))),
      RULES.map((rule) => fact(t(`std.rule.${rule}`), said(rules[rule]))),
      fact(t('std.crosswalks'), edition.crosswalks.join('、') || t('std.crosswalks.none')),
      fact(t('std.source'), source),
    ),
  );
}

function wording(edition) {
  return h(
    'section',
    h('h2', t('std.text')),
    edition.text.parts.map((part) =>
      h(
        'details',
        h('summary', `${part.code} ${named(part.title)}`),
        table({
          caption: named(part.title),
          items: part.clauses,
          columns: [
            { head: t('std.op.clause'), class: 'nowrap', cell: (c) => c.code },
            { head: t('std.aspect.requirement'), names: true, cell: (c) => [h('b', named(c.title)), h('small', named(c.requirement))] },
            { head: t('std.aspect.points'), class: 'num', cell: (c) => c.most },
            { head: t('std.aspect.method'), class: 'nowrap', cell: (c) => t(`std.method.${c.method}`) },
            { head: t('std.aspect.redLine'), cell: (c) => (c.redLine ? signed('no', redLine(c.redLine)) : '') },
            edition.crosswalks.length > 0 && { head: t('std.aspect.crosswalk'), cell: (c) => crosswalk(c.crosswalk) },
          ].filter(Boolean),
        }),
      ),
    ),
  );
}
