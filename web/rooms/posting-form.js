/** Records where a placard is now; a placard on the wall is shown by a photo. */
import { fill, h } from '../kit/h.js';
import { base64, smaller } from '../kit/files.js';
import { area, choose, field, form } from '../kit/form.js';
import { say } from '../kit/say.js';
import { t } from '../kit/words.js';
import { stepsAfter } from './posting.js';

const PHOTO = { side: 1280, most: 300 * 1024 };

export function postingForm(placard, { api, duties, signal, again, hold }) {
  const next = stepsAfter(placard.posting?.step ?? 'issued', duties);
  if (next.length === 0) {
    return h('p.quiet', t(duties.registers || duties.inspects ? 'posting.end' : 'duty.needs.inspector'));
  }
  const step = field({
    label: t('posting.next'),
    required: true,
    control: choose(
      next.map((s) => [s, t(`step.posting.${s}`)]),
      next[0],
      { name: 'step', onchange: show },
    ),
  });
  const words = field({
    label: t('posting.note'),
    hint: t('posting.note.hint'),
    control: area({ name: 'note', maxlength: 200, rows: 2 }),
  });
  const photo = field({
    label: t('posting.photo'),
    hint: t('posting.photo.hint'),
    control: h('input', { type: 'file', accept: 'image/*', capture: 'environment', name: 'photo', onchange: look }),
  });
  const shown = h('div');
  let sent = false;
  hold(() => !sent && (words.control.value !== '' || photo.control.files.length > 0));
  function show() {
    photo.hidden = !['posted', 'checked', 'missing'].includes(step.control.value);
    // A placard on its wall is proved by a photo; a look at it later need not be.
    photo.querySelector('label .small').hidden = step.control.value === 'posted';
    shown.hidden = photo.hidden;
  }
  function look() {
    const [file] = photo.control.files;
    fill(shown, file ? h('img.proof', { src: URL.createObjectURL(file), alt: t('posting.photo') }) : null);
  }
  show();
  return h(
    'div.posting',
    form({
      fields: () => [step, words, photo],
      check: () =>
        step.control.value === 'posted' && photo.control.files.length === 0 ? [[photo, t('posting.photo.needed')]] : [],
      send: async () => {
        const [file] = photo.hidden ? [] : photo.control.files;
        const picture = file ? await base64(await smaller(file, PHOTO)) : null;
        await api.post(
          `/placards/${placard.code}/posting`,
          { step: step.control.value, note: words.control.value.trim(), photo: picture },
          { repeatable: true, limit: 40_000, signal },
        );
        sent = true;
        say(t('posting.done'));
        again();
      },
      body: [step, words, photo, shown],
      acts: h('p.acts.gap', h('button.filled', { type: 'submit' }, t('posting.send'))),
    }),
  );
}
