/** One placard: how it looks, where it is, its files, and the steps from here. */
import { fill, h } from '../kit/h.js';
import { askReason } from '../kit/dialog.js';
import { download } from '../kit/files.js';
import { foot, head, note, problemNote } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { moment } from '../kit/dates.js';
import { t } from '../kit/words.js';
import { postingSigned } from './posting.js';
import { postingForm } from './posting-form.js';
import { spoken } from './placard-words.js';

export async function room(desk) {
  const { api, params, signal, duties, region } = desk;
  const placard = await api.get(`/placards/${params.code}`, { signal });
  const said = h('div', { 'aria-live': 'polite' });
  const failed = (problem) => fill(said, problemNote(problem));
  const live = placard.stage === 'live';
  const file = (words, path, name) => download(api, words, `/placards/${placard.code}/${path}`, name, failed);
  return [
    head(
      placard.name,
      [spoken(placard), t('placard.edition.n', { n: placard.edition }), region(placard.district)].join(t('list.comma')),
      h('p', postingSigned(placard)),
    ),
    h(
      'div.two',
      h(
        'div',
        h(
          'section',
          said,
          live
            ? null
            : note(
                'no',
                t(`placard.${placard.stage}`),
                h('p', t('placard.gone.words', { reason: placard.reason ?? '' })),
              ),
        ),
        h('section', h('h2', t('posting')), posting(placard, desk, failed), live ? postingForm(placard, desk) : null),
        h(
          'section',
          h('h2', t('placard.about')),
          h(
            'dl.facts',
            h('dt', t('placard.code')),
            h('dd', spoken(placard)),
            h('dt', t('placard.url')),
            h('dd', h('a', { href: placard.url, target: '_blank', rel: 'noopener' }, placard.url)),
            h('dt', t('placard.issued')),
            h('dd', placard.issuedOn),
            h('dt', t('institution')),
            h('dd', h('a', { href: `#/register/${placard.institution}` }, t('register.open'))),
          ),
        ),
      ),
      h(
        'aside.stack',
        h('h2', t('placard.preview')),
        live ? preview(desk, placard) : h('p.quiet', t('placard.nopreview')),
        live
          ? [
              h('h2', t('placard.files')),
              h(
                'div.acts',
                file('SVG', 'image.svg', `${placard.code}.svg`),
                file('PNG', 'image.png', `${placard.code}.png`),
                file(t('placard.pdf.a5'), 'sheet.pdf?format=a5', `${placard.code}-A5.pdf`),
                file(t('placard.pdf.a4'), 'sheet.pdf?format=a4', `${placard.code}-A4.pdf`),
              ),
            ]
          : null,
      ),
    ),
    live ? acts(placard, desk, duties) : foot(h('a.button.plainly', { href: '#/placards' }, t('act.back'))),
  ];
}

function posting(placard, { api, signal, duties }, failed) {
  const { posting: at, ended, steps } = placard;
  const newest = ended ?? at;
  const shown = h('div');
  const look = h(
    'button.plainly',
    {
      type: 'button',
      onclick: async () => {
        try {
          const { blob } = await api.blob(`/placards/${placard.code}/photo`, { signal });
          fill(
            shown,
            h('img.proof', { src: URL.createObjectURL(blob), alt: t('posting.photo.alt', { name: placard.name }) }),
          );
          look.remove();
        } catch (problem) {
          failed(problem);
        }
      },
    },
    t('posting.photo.look'),
  );
  return [
    h('p', postingSigned(placard), ' ', h('span.quiet', `${moment(newest.at)} ${duties.who(newest.by)}`)),
    at.note && !ended ? h('p', at.note) : null,
    steps.some((step) => step.photo) ? [look, shown] : null,
    earlier(ended ? steps : steps.slice(0, -1), duties),
  ];
}

/** Who took each step before this one, and when; the newest first. */
function earlier(steps, duties) {
  const past = [...steps].reverse();
  return past.length === 0
    ? null
    : h(
        'ol.past',
        { reversed: true },
        past.map((step) =>
          h(
            'li',
            t(`step.posting.${step.step}`),
            ' ',
            h('span.quiet', `${moment(step.at)} ${duties.who(step.by)}`),
            step.note ? ` ${step.note}` : null,
          ),
        ),
      );
}

function preview({ api, signal }, placard) {
  const place = h('div.preview', h('p.quiet', t('room.loading')));
  api
    .blob(`/placards/${placard.code}/image.svg`, { signal })
    .then(({ blob }) => {
      const url = URL.createObjectURL(blob);
      signal.addEventListener('abort', () => URL.revokeObjectURL(url));
      fill(place, h('img', { src: url, alt: t('placard.preview.alt', { name: placard.name, code: spoken(placard) }) }));
    })
    .catch((problem) => signal.aborted || fill(place, problemNote(problem)));
  return place;
}

function acts(placard, { api, go, again }, { registers }) {
  if (!registers) {
    return foot(
      h('a.button.plainly', { href: '#/placards' }, t('act.back')),
      h('span.push', t('duty.needs.registrar')),
    );
  }
  const step = (name, act) => () =>
    askReason({
      title: t(`placard.${name}.title`),
      words: t(`placard.${name}.words`),
      label: t('placard.reason'),
      verb: t(`placard.${name}.verb`),
      act,
    });
  return foot(
    h('span.push', t('placard.rule')),
    h(
      'button',
      {
        type: 'button',
        onclick: step('withdraw', async (reason) => {
          await api.post(`/placards/${placard.code}/withdraw`, { reason });
          say(t('placard.withdraw.done'));
          again();
        }),
      },
      t('placard.withdraw.verb'),
    ),
    h(
      'button',
      {
        type: 'button',
        onclick: step('replace', async (reason) => {
          const next = await api.post(`/placards/${placard.code}/replace`, { reason });
          say(t('placard.replace.done', { code: spoken(next) }));
          go(`/placards/${next.code}`);
        }),
      },
      t('placard.replace.verb'),
    ),
  );
}
