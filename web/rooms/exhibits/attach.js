/** Files at one clause while its form is open: taken with the camera or chosen, sent, cleaned, and named there. */
import { fill, h, newId } from '../../kit/h.js';
import { smaller } from '../../kit/files.js';
import { problemWords, progress, signed } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { language, t } from '../../kit/words.js';
import { about, opener, size } from './look.js';
import { send, settled } from './sending.js';

/** Points along the longer edge of a photo that is too large as it is. */
const EDGE = 4_000;

export function attach(place, { clause, named, isNamed, changed }) {
  let now = [...named];
  let told = null;
  let spare = [];
  let queue = Promise.resolve();
  let onTheWay = 0;
  const items = h('ul');
  const coming = h('ul');
  const unused = h('div');
  const inputs = h('div');
  const hint = h('p.hint');
  const said = h('div', { 'aria-live': 'polite' });

  function tell(next) {
    now = next;
    show();
    changed(now.map((exhibit) => ({ ...exhibit })));
  }

  function show() {
    fill(
      items,
      now.map((exhibit, i) =>
        h(
          'li',
          about(exhibit, i + 1),
          opener(place, exhibit, i + 1, said),
          h(
            'button.link',
            {
              type: 'button',
              'aria-label': `${t('exhibits.drop')} ${t('exhibits.item', { n: i + 1 })}`,
              onclick: () => {
                spare = [...spare, exhibit];
                tell(now.filter((other) => other !== exhibit));
              },
            },
            t('exhibits.drop'),
          ),
        ),
      ),
    );
    showSpare();
    showInputs();
  }

  /** Sent, and not named at this clause: put in again, or deleted for good. */
  function showSpare() {
    fill(
      unused,
      spare.length === 0
        ? null
        : [
            h('p.small', t('exhibits.unused')),
            h(
              'ul',
              spare.map((exhibit, i) =>
                h(
                  'li',
                  about(exhibit, i + 1),
                  opener(place, exhibit, i + 1, said),
                  hasRoom() ? act('exhibits.use', () => put(exhibit)) : null,
                  isNamed(exhibit.sha256) ? null : act('exhibits.delete', () => remove(exhibit)),
                ),
              ),
            ),
          ],
    );
  }

  const act = (word, onclick) => h('button.link', { type: 'button', onclick }, t(word));

  function put(exhibit) {
    spare = spare.filter((other) => other.sha256 !== exhibit.sha256);
    if (!now.some((other) => other.sha256 === exhibit.sha256)) {
      tell([...now, exhibit]);
    } else {
      show();
    }
  }

  async function remove(exhibit) {
    try {
      await place.api.send('DELETE', `${place.base}/exhibits/${exhibit.sha256}`, undefined, {}, { signal: place.signal, repeatable: true });
      place.forget();
      spare = spare.filter((other) => other.sha256 !== exhibit.sha256);
      fill(said);
      show();
    } catch (problem) {
      fill(said, h('p', signed('no', problemWords(problem))));
    }
  }

  const hasRoom = () => told !== null && now.length + onTheWay < told.perClause;

  function showInputs() {
    if (!told) {
      return;
    }
    fill(hint, t('exhibits.hint', { size: size(told.largest), n: told.perClause }));
    fill(inputs, hasRoom() ? h('div.acts', camera(), chooser()) : h('p', t('exhibits.full', { n: told.perClause })));
  }

  function picker(props, words) {
    const id = newId('exhibit');
    const input = h('input', {
      type: 'file',
      id,
      ...props,
      onchange: () => {
        const files = [...input.files];
        input.value = '';
        files.slice(0, told.perClause - now.length - onTheWay).forEach(take);
      },
    });
    return h('span.pick-file', input, h('label.button', { for: id }, words));
  }

  /** Where there is a finger there is a camera. */
  function camera() {
    const photos = told.accepted.split(',').filter((type) => type.startsWith('image/')).join(',');
    return matchMedia('(pointer: coarse)').matches ? picker({ accept: photos, capture: 'environment' }, t('exhibits.shoot')) : null;
  }

  function chooser() {
    return picker({ accept: told.accepted, multiple: true }, t('exhibits.choose'));
  }

  // ---- on the way ----------------------------------------------------------------------------------------------------

  function take(file) {
    const row = h('li', { 'aria-live': 'polite' });
    const one = { id: crypto.randomUUID(), file, taken: new Date(file.lastModified).toISOString(), row };
    coming.append(row);
    if (file.type && !told.accepted.split(',').includes(file.type)) {
      stopped(one, t('exhibits.kinds'));
      return;
    }
    start(one, () => sent(one));
  }

  /** One after the other: two at a time over a telephone's line are no faster. */
  function start(one, work) {
    onTheWay += 1;
    showInputs();
    queue = queue.then(work).finally(() => {
      onTheWay -= 1;
      show();
    });
    waiting(one);
  }

  function waiting(one) {
    fill(one.row, h('span.what', h('b', one.file.name), h('span.small', t('exhibits.waiting'))));
  }

  async function sent(one) {
    const bar = progress(one.file.name);
    fill(one.row, bar.bar);
    try {
      const file = await fitting(one.file);
      if (file.size > told.largest) {
        stopped(one, t('exhibits.large', { size: size(file.size), most: size(told.largest) }));
        return;
      }
      const became = await send({
        ...place,
        clause,
        id: one.id,
        file,
        onBytes: (done, total) => bar.count(kilobytes(done), kilobytes(total)),
        onCleaning: () => fill(one.row, h('span.what', h('b', one.file.name), signed('running', t('exhibits.cleaning')))),
      });
      arrived(one, became);
    } catch (problem) {
      failed(one, problem);
    }
  }

  /** A photo that is too large is made smaller here; a document is not. */
  async function fitting(file) {
    return file.size > told.largest && file.type.startsWith('image/')
      ? smaller(file, { side: EDGE, most: told.largest }).catch(() => file)
      : file;
  }

  function arrived(one, became) {
    place.forget();
    switch (became.state) {
      case 'kept':
        one.row.remove();
        say(t('exhibits.kept'));
        put({ sha256: became.sha256, kind: became.kind, bytes: became.bytes, taken: one.taken });
        break;
      case 'refused':
        stopped(one, language === 'en' ? became.english : became.chinese);
        break;
      case 'awaited':
        later(one);
        break;
      default:
        stopped(one, t('exhibits.gone'));
    }
  }

  function stopped(one, why) {
    fill(
      one.row,
      h('span.what', h('b', one.file.name), signed('no', t('exhibits.refused', { words: why }))),
      act('exhibits.close', () => one.row.remove()),
    );
  }

  function later(one) {
    fill(
      one.row,
      h('span.what', h('b', one.file.name), signed('running', t('exhibits.late'))),
      act('exhibits.late.look', () => start(one, () => settled({ ...place, id: one.id }).then((became) => arrived(one, became), (problem) => failed(one, problem)))),
    );
  }

  function failed(one, problem) {
    if (problem.name === 'AbortError') {
      return;
    }
    if (!('status' in problem)) {
      console.error(problem);
    }
    const isOurs = problem.code === 'exhibit.size' || problem.code === 'exhibit.store';
    const words = isOurs ? t(problem.code === 'exhibit.size' ? 'exhibits.size' : 'exhibits.store') : problemWords(problem);
    fill(
      one.row,
      h('span.what', h('b', one.file.name), signed('no', t('exhibits.failed', { words }))),
      act('exhibits.again', () => start(one, () => sent(one))),
      act('exhibits.giveUp', () => one.row.remove()),
    );
  }

  // ---- what is allowed, and what lies there --------------------------------------------------------------------------

  async function ask() {
    fill(inputs, h('p.small', t('exhibits.asking')));
    try {
      told = await place.sent();
      const here = new Set(now.map((exhibit) => exhibit.sha256));
      spare = told.files.filter((file) => file.state === 'kept' && file.clause === clause && !here.has(file.sha256));
      show();
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        fill(
          inputs,
          h('p', signed('open', problem.isUnsure ? t('exhibits.offline') : problemWords(problem))),
          h('div.acts', h('button.plainly', { type: 'button', onclick: ask }, t('exhibits.ask'))),
        );
      }
    }
  }

  show();
  ask();
  return {
    element: h('fieldset.exhibits', { tabindex: '-1' }, h('legend', t('exhibits.title')), hint, items, coming, inputs, unused, said),
    isBusy: () => onTheWay > 0,
  };
}

function kilobytes(bytes) {
  return Math.max(1, Math.round(bytes / 1024));
}
