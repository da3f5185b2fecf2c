/** Opinions pasted from a spreadsheet: five columns, a line each; sent in parts, each with ids that stay. */
import { h } from '../../kit/h.js';
import { open } from '../../kit/dialog.js';
import { area, field, form } from '../../kit/form.js';
import { say } from '../../kit/say.js';
import { t } from '../../kit/words.js';

const AT_ONCE = 25;

/** @param sources pairs of a source and its words, @param codes of the edition's clauses */
export function paste({ today, sources, codes, take }) {
  const lines = field({
    label: t('std.paste.lines'),
    hint: t('std.paste.hint', { sources: sources.map(([, words]) => words).join('、') }),
    required: true,
    control: area({ name: 'opinions', rows: '10' }),
  });
  /** By the text that was sent, so that pressing again after a failure is no second opinion. */
  const ids = new Map();
  const idOf = (key) => {
    if (!ids.has(key)) {
      ids.set(key, crypto.randomUUID());
    }
    return ids.get(key);
  };
  const read = () => parse(lines.control.value, { today, sources, codes });
  const box = open(
    t('std.paste'),
    form({
      fields: () => [lines],
      check: () => read().wrong.map((words) => [lines, words]),
      body: lines,
      send: async () => {
        const { opinions } = read();
        for (let from = 0; from < opinions.length; from += AT_ONCE) {
          const part = opinions.slice(from, from + AT_ONCE).map((o) => ({ id: idOf(`${o.line} ${o.words}`), ...o, line: undefined }));
          await take('hear', { id: idOf(`part ${from} ${JSON.stringify(part)}`), opinions: part });
        }
        box.close();
        say(t('std.paste.done', { n: opinions.length }));
      },
      acts: h(
        'div.acts',
        h('button.plainly', { type: 'button', onclick: () => box.close() }, t('act.back')),
        h('button.filled', { type: 'submit' }, t('std.op.keep')),
      ),
    }),
  );
}

/** What is wrong with a line is said by its number; nothing is sent while anything is. */
function parse(text, { today, sources, codes }) {
  const wrong = [];
  const opinions = [];
  text
    .split(/\r?\n/)
    .map((line, i) => [line, i + 1])
    .filter(([line]) => line.trim())
    .forEach(([line, n]) => {
      const [on = '', source = '', name = '', clause = '', ...words] = line.split('\t').map((cell) => cell.trim());
      const from = sources.find(([code, said]) => said === source || code === source)?.[0];
      const said = words.join(' ').trim();
      const note = (key, value) => wrong.push(t(key, { n, value }));
      if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on)) || on > today) {
        note('std.paste.bad.on', on);
      }
      if (!from) {
        note('std.paste.bad.from', source);
      }
      if (clause && !codes.includes(clause)) {
        note('std.paste.bad.clause', clause);
      }
      if (!said || said.length > 1000) {
        note('std.paste.bad.words');
      }
      opinions.push({ line: n, on, from, name: name || null, clause: clause || null, words: said });
    });
  return { wrong, opinions };
}
