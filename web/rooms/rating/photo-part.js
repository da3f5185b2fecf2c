/** What was seen at one clause: photos that the bureau has, those that wait on the device, and the camera. */
import { fill, h, newId } from '../../kit/h.js';
import { signed } from '../../kit/parts.js';
import { t } from '../../kit/words.js';
import { about, opener } from '../exhibits/look.js';

/** @returns the element, and show() which draws it anew */
export function photoPart({ clause, photos, sheet, place }) {
  const legend = h('legend', t('score.photo.title'));
  const list = h('ul');
  const inputs = h('div.acts');
  const said = h('div', { role: 'status' });
  let urls = [];
  let drawn = '';

  function show() {
    const { exhibits } = sheet.finding(clause.code);
    const waiting = photos.at(clause.code);
    const now = JSON.stringify([exhibits.map((each) => each.sha256), waiting.map(({ id, why }) => [id, why])]);
    if (now !== drawn) {
      drawn = now;
      urls.forEach((url) => URL.revokeObjectURL(url));
      urls = [];
      fill(list, exhibits.map(theBureaus), waiting.map(theDevices));
    }
    if (!photos.limits) {
      fill(inputs, h('p.small', t('score.photo.unknown')));
    } else if (photos.room(clause.code) < 1) {
      fill(inputs, h('p.small', t('score.photo.full')));
    } else if (inputs.querySelector('input') === null) {
      const shoot = picker({ capture: 'environment' }, t('score.photo.shoot'));
      fill(inputs, shoot, picker({ multiple: true }, t('score.photo.choose')));
    }
  }

  function theBureaus(exhibit, i) {
    return h(
      'li',
      about(exhibit, i + 1),
      opener(place, exhibit, i + 1, said),
      h(
        'button.link',
        {
          type: 'button',
          'aria-label': `${t('score.photo.drop')} ${t('exhibits.item', { n: i + 1 })}`,
          onclick: () => photos.takeOut(clause.code, exhibit),
        },
        t('score.photo.drop'),
      ),
    );
  }

  function theDevices(photo, i) {
    const url = URL.createObjectURL(photo.blob);
    urls.push(url);
    const name = t('score.photo.item', { n: i + 1 });
    return h(
      'li',
      h('img.taken', { src: url, alt: name }),
      h('span.what', photo.why ? signed('no', t('score.photo.refused', { words: photo.why })) : t('score.photo.waits')),
      h(
        'button.link',
        { type: 'button', 'aria-label': `${t('score.photo.delete')} ${name}`, onclick: () => photos.drop(photo) },
        t('score.photo.delete'),
      ),
    );
  }

  function picker(props, words) {
    const id = newId('photo');
    const input = h('input', {
      type: 'file',
      id,
      accept: 'image/*',
      ...props,
      onchange: async () => {
        const files = [...input.files].slice(0, photos.room(clause.code));
        input.value = '';
        let problems = [];
        fill(said, files.length > 0 ? h('p', t('score.photo.keeping')) : null);
        for (const file of files) {
          await photos.add(clause.code, file).catch((problem) => {
            const isFull = problem.name === 'QuotaExceededError';
            const told = t(isFull ? 'score.photo.noRoom' : 'score.photo.unreadable', { name: file.name });
            problems = [...problems, h('p', signed('no', told))];
          });
        }
        fill(said, problems);
      },
    });
    return h('span.pick-file', input, h('label.button', { for: id }, words));
  }

  show();
  return { element: h('fieldset.exhibits', legend, h('p.small', t('score.photo.hint')), list, inputs, said), show };
}
