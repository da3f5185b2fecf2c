/** A person's photo for the public page: cropped here, kept only with the day of the person's consent. */
import { fill, h } from '../kit/h.js';
import { drop, jpeg, picture } from '../kit/files.js';
import { field, form } from '../kit/form.js';
import { foot, head, note } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { t } from '../kit/words.js';
import { supersedes } from './supersedes.js';

const WIDTH = 104;
const HEIGHT = 128;
const MOST_BYTES = 12 * 1024;

export async function room(desk) {
  const { api, me, params, signal, go, hold } = desk;
  const institution = await api.get(`/institutions/${params.id}`, { signal });
  // Photos of several people gather in one change.
  const isOfPhotos = institution.pending?.edits.every((e) => /\/photo(ConsentOn)?$/.test(e.path));
  const person = institution.published?.person?.[params.code] ?? {};
  const canvas = h('canvas.crop', { width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': t('photo.preview') });
  const slider = (label, props) =>
    field({ label, required: true, control: h('input', { type: 'range', oninput: draw, ...props }) });
  const zoom = slider(t('photo.zoom'), { min: 1, max: 4, step: 0.02, value: 1 });
  const across = slider(t('photo.across'), { min: 0, max: 1, step: 0.01, value: 0.5 });
  const down = slider(t('photo.down'), { min: 0, max: 1, step: 0.01, value: 0.3 });
  const consent = field({
    label: t('photo.consent'),
    hint: t('photo.consent.hint'),
    required: true,
    control: h('input', { type: 'date', name: 'x-consent-on', max: me.today }),
  });
  const said = h('div');
  const crop = h('div.cropping', { hidden: true }, canvas, h('div', zoom, across, down));
  let image = null;
  let sent = false;
  hold(() => image !== null && !sent);

  function draw() {
    if (!image) {
      return;
    }
    const scale = Math.max(WIDTH / image.width, HEIGHT / image.height) * Number(zoom.control.value);
    const [w, high] = [image.width * scale, image.height * scale];
    const brush = canvas.getContext('2d');
    brush.imageSmoothingQuality = 'high';
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.drawImage(
      image,
      (WIDTH - w) * Number(across.control.value),
      (HEIGHT - high) * Number(down.control.value),
      w,
      high,
    );
  }

  async function take(file) {
    try {
      image = await picture(file);
      crop.hidden = false;
      fill(said);
      draw();
    } catch (failure) {
      fill(said, note('no', t('picture.bad'), h('p', failure.message)));
    }
  }

  return [
    head(t('photo.title', { name: person.name ?? params.code }), institution.published?.premises?.name),
    h(
      'div.pane.stack',
      said,
      isOfPhotos ? null : supersedes(institution, desk),
      form({
        fields: () => [consent],
        check: () =>
          [
            image ? null : [null, t('photo.none')],
            consent.control.value > me.today ? [consent, t('photo.consent.future')] : null,
          ].filter(Boolean),
        send: async () => {
          const blob = await jpeg(canvas, MOST_BYTES);
          await api.send(
            'PUT',
            `/institutions/${params.id}/people/${encodeURIComponent(params.code)}/photo`,
            blob,
            { 'content-type': 'image/jpeg', 'x-consent-on': consent.control.value },
            { repeatable: true, signal },
          );
          sent = true;
          say(t('correct.sent'));
          go(`/register/${params.id}`);
        },
        body: [
          drop({ words: t('photo.drop'), hint: t('photo.hint'), accept: 'image/*', verb: t('photo.choose'), take }),
          crop,
          consent,
        ],
        acts: foot(
          h('span.push', t('correct.rule')),
          h('a.button.plainly', { href: `#/register/${params.id}` }, t('act.back')),
          h('button.filled', { type: 'submit' }, t('correct.send')),
        ),
      }),
    ),
  ];
}
