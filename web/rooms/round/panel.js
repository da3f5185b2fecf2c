/** The panel of an evaluation: who sits, how many sheets are in, and how it was drawn. */
import { fill, h } from '../../kit/h.js';
import { note, problemNote, progress, signed } from '../../kit/parts.js';
import { table } from '../../kit/table.js';
import { moment } from '../../kit/dates.js';
import { t } from '../../kit/words.js';

/** Counts alone: what is in the sheets nobody here reads before they are settled. */
export function panelPart(one) {
  if (!one.panel) {
    return null;
  }
  const { seats, handedIn } = one.panel;
  const bar = progress(t('round.sheets'));
  bar.count(handedIn, seats.length);
  const blind = one.stage === 'scoring' || one.stage === 'settling';
  return h(
    'section',
    h('h2', t('round.panel')),
    blind ? bar.bar : null,
    blind ? note('running', t('round.blind'), h('p', t('round.blind.words'))) : null,
    table({
      caption: t('round.panel'),
      items: seats,
      columns: [
        { head: t('expert.name'), names: true, cell: (s) => [s.name, s.chair ? h('b.chair', t('round.chair')) : null] },
        { head: t('expert.side'), class: 'nowrap', cell: (s) => t(`round.side.${s.side}`) },
        {
          head: t('round.declared'),
          class: 'nowrap',
          cell: (s) => (s.declared ? signed('yes', t('round.declared.yes')) : signed('open', t('round.declared.no'))),
        },
        {
          head: t('round.sheet'),
          class: 'nowrap',
          cell: (s) => (s.handedIn ? signed('yes', t('round.sheet.in')) : signed('open', t('round.sheet.out'))),
        },
      ],
    }),
  );
}

export function drawsPart(one) {
  return one.draws.length === 0
    ? null
    : h(
        'section.draws',
        h('h2', t('round.draws')),
        h('p', t('round.draws.words')),
        one.draws.map((draw) => drawn(draw)),
      );
}

function drawn(draw) {
  const result = h('div', { 'aria-live': 'polite' });
  const again = h(
    'button.plainly',
    {
      type: 'button',
      onclick: async () => {
        try {
          fill(result, comparison(draw, await drawAgain(draw)));
        } catch (problem) {
          fill(result, problemNote(problem));
        }
      },
    },
    t('round.draw.again'),
  );
  return h(
    'details.draw',
    h(
      'summary',
      t(draw.chair ? 'round.draw' : 'round.draw.more', {
        at: moment(draw.at),
        names: draw.urns.flatMap((urn) => urn.drawn.map((e) => e.name)).join(t('list.and')),
      }),
    ),
    h(
      'dl.facts',
      h('dt', t('round.seed')),
      h('dd.hash', draw.seed),
      draw.urns.map((urn) => [
        h('dt', t('round.urn', { side: t(`round.side.${urn.side}`), n: urn.experts.length })),
        h(
          'dd',
          h(
            'ol.urn',
            { start: '0' },
            urn.experts.map((e) => h('li', e.name, ' ', h('small.quiet', e.expert))),
          ),
        ),
      ]),
      h('dt', t('round.excluded', { n: draw.excluded.length })),
      h(
        'dd',
        draw.excluded.length === 0
          ? t('round.excluded.none')
          : draw.excluded.map((e) => h('p', e.name, t('list.colon'), t(`round.excluded.${e.why}`))),
      ),
    ),
    h('p.small', t('round.draw.how')),
    h('div.acts', again),
    result,
  );
}

/** The k-th lot takes the name at SHA-256(seed + ":" + k) mod size; one more over all seats makes the chair. */
export async function drawAgain(draw) {
  let k = 0;
  const lot = async (size) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${draw.seed}:${k}`));
    const hash = [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
    const at = Number(BigInt(`0x${hash}`) % BigInt(size));
    k += 1;
    return { k: k - 1, hash, size, at };
  };
  const lots = [];
  const seats = [];
  for (const urn of draw.urns) {
    const names = [...urn.experts];
    for (let n = 0; n < urn.drawn.length; n += 1) {
      const taken = await lot(names.length);
      const [expert] = names.splice(taken.at, 1);
      lots.push({ ...taken, ...expert, kept: urn.drawn[n].expert });
      seats.push(expert);
    }
  }
  if (draw.chair) {
    const taken = await lot(seats.length);
    lots.push({ ...taken, ...seats[taken.at], kept: draw.chair, chair: true });
  }
  return lots;
}

function comparison(draw, lots) {
  const same = lots.every((lot) => lot.expert === lot.kept);
  return [
    note(same ? 'yes' : 'no', t(same ? 'round.draw.same' : 'round.draw.other')),
    table({
      caption: t('round.draw.again'),
      plain: true,
      items: lots,
      columns: [
        { head: t('round.lot'), class: 'num', cell: (lot) => lot.k },
        {
          head: t('round.lot.hash'),
          names: true,
          cell: (lot) => h('span.hash', `${lot.hash.slice(0, 12)}…${lot.hash.slice(-12)}`),
        },
        { head: t('round.lot.mod'), class: 'nowrap', cell: (lot) => `mod ${lot.size} = ${lot.at}` },
        { head: t('round.lot.name'), cell: (lot) => [lot.name, lot.chair ? h('b.chair', t('round.chair')) : null] },
      ],
    }),
  ];
}
