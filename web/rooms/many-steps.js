/** Records that many placards were printed or delivered, one after the other and counted. */
import { fill, h } from '../kit/h.js';
import { choose } from '../kit/form.js';
import { problemNote, progress } from '../kit/parts.js';
import { say } from '../kit/say.js';
import { t } from '../kit/words.js';

/** The steps that need neither a photo nor a visit, with those they may follow. */
const AFTER = { printed: ['issued'], delivered: ['issued', 'printed', 'missing'] };

export function manySteps({ api, signal, again }) {
  const picked = new Map();
  const boxes = [];
  const step = choose(
    Object.keys(AFTER).map((s) => [s, t(`step.posting.${s}`)]),
    'printed',
    { 'aria-label': t('posting.next') },
  );
  const send = h('button', { type: 'button', onclick: record });
  const said = h('div.grow', { 'aria-live': 'polite' });
  const all = h(
    'button.plainly',
    {
      type: 'button',
      onclick: () =>
        boxes.forEach(([box, placard]) => {
          box.checked = true;
          picked.set(placard.code, placard);
          show();
        }),
    },
    t('many.all'),
  );
  const bar = h('div.many', { hidden: true }, all, step, send, said);
  const show = () => {
    bar.hidden = boxes.length === 0;
    fill(send, t('many.send', { n: picked.size }));
    send.disabled = picked.size === 0;
  };

  function pick(placard) {
    if (placard.stage !== 'live' || !Object.values(AFTER).flat().includes(placard.posting?.step)) {
      return '';
    }
    const box = h('input', {
      type: 'checkbox',
      'aria-label': t('many.pick', { name: placard.name }),
      onchange: () => {
        if (box.checked) {
          picked.set(placard.code, placard);
        } else {
          picked.delete(placard.code);
        }
        show();
      },
    });
    boxes.push([box, placard]);
    show();
    return h('label.choice', box);
  }

  async function record() {
    const chosen = [...picked.values()].filter((p) => AFTER[step.value].includes(p.posting.step));
    const { bar: counting, count } = progress(t('many.doing'));
    fill(said, counting);
    send.disabled = true;
    count(0, chosen.length);
    let done = 0;
    try {
      for (const placard of chosen) {
        await api.post(
          `/placards/${placard.code}/posting`,
          { step: step.value, note: '', photo: null },
          { repeatable: true, signal },
        );
        picked.delete(placard.code);
        done += 1;
        count(done, chosen.length);
      }
      say(t('many.done', { n: done, skipped: picked.size }));
      again();
    } catch (problem) {
      if (!signal.aborted) {
        fill(said, problemNote(problem, h('p', t('many.stopped', { n: done }))));
        show();
      }
    }
  }

  return { pick, bar };
}
