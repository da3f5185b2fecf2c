/** One file with every placard of a district, ready for the printer. */
import { fill, h } from '../kit/h.js';
import { untilDone, withQuery } from '../kit/api.js';
import { choose, field, form } from '../kit/form.js';
import { download } from '../kit/files.js';
import { head, foot, note, progress, problemNote } from '../kit/parts.js';
import { t } from '../kit/words.js';
import { districts } from './duties.js';

const LIMIT = 40_000;
const FORMATS = ['a5', 'a4', 'a4x2', 'a5bleed', 'a4bleed'];

export async function room({ api, me, signal, hold }) {
  const district = field({
    label: t('district'),
    required: true,
    control: choose(districts(me), me.districts[0]?.code, { name: 'district' }),
  });
  const format = field({
    label: t('sheet.format'),
    hint: t('sheet.format.hint'),
    required: true,
    control: choose(
      FORMATS.map((f) => [f, t(`sheet.format.${f}`)]),
      'a5',
      { name: 'format' },
    ),
  });
  const only = field({
    label: t('sheet.only'),
    required: true,
    control: choose(
      [
        ['unprinted', t('sheet.unprinted')],
        ['all', t('sheet.all')],
      ],
      'unprinted',
      { name: 'only' },
    ),
  });
  const result = h('div', { 'aria-live': 'polite' });
  let running = false;
  hold(() => running);

  async function send() {
    const { bar, count } = progress(t('sheet.doing'));
    const asked = { district: district.control.value, format: format.control.value, only: only.control.value };
    const lacking = new Map();
    const told = (answer) => {
      answer.missing?.forEach(({ code, name }) => lacking.set(code, name));
      return answer;
    };
    fill(result, bar);
    running = true;
    try {
      const begun = told(await api.post('/sheets', asked, { limit: LIMIT, signal }));
      count(begun.progress.done, begun.progress.total);
      if (begun.progress.total === 0) {
        fill(result, note('care', t('sheet.none'), h('p', t('sheet.none.words'))));
        return;
      }
      const whole = begun.url
        ? begun
        : await untilDone(
            async () =>
              told(await api.post(`/sheets/${begun.id}`, undefined, { repeatable: true, limit: LIMIT, signal })),
            count,
          );
      fill(
        result,
        note(
          'yes',
          t('sheet.done', { n: whole.progress.total }),
          h(
            'p',
            t('sheet.done.words'),
            ' ',
            h(
              'a',
              { href: `#${withQuery('/placards', { district: asked.district, step: 'issued' })}` },
              t('sheet.done.list'),
            ),
          ),
          h(
            'div.acts.gap',
            download(
              api,
              t('sheet.take'),
              `/sheets/${begun.id}.pdf`,
              `${asked.district}-${asked.format}.pdf`,
              (problem) => result.append(problemNote(problem)),
            ),
            download(
              api,
              t('sheet.images'),
              withQuery('/placards/images.zip', { district: asked.district }),
              `${asked.district}.zip`,
              (problem) => result.append(problemNote(problem)),
            ),
          ),
        ),
        lacking.size > 0
          ? note(
              'care',
              t('sheet.lacking'),
              h('p', t('sheet.lacking.words')),
              h(
                'ul',
                [...lacking].map(([code, name]) => h('li', h('a', { href: `#/placards/${code}` }, name))),
              ),
            )
          : null,
      );
    } catch (problem) {
      if (!signal.aborted) {
        fill(result, problemNote(problem));
      }
    } finally {
      running = false;
    }
  }

  return [
    head(t('sheet.title'), t('sheet.words')),
    h(
      'div.pane.stack',
      form({
        fields: () => [district, format, only],
        send,
        body: [h('div.correction', district, format, only), result],
        acts: foot(
          h('span.push', t('sheet.rule')),
          h('a.button.plainly', { href: '#/placards' }, t('act.back')),
          h('button.filled', { type: 'submit' }, t('sheet.verb')),
        ),
      }),
    ),
  ];
}
