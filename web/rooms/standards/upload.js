/** A standard's file: everything that is wrong with it line by line, or what it says and how it differs; then it is laid. */
import { fill, h } from '../../kit/h.js';
import { drop } from '../../kit/files.js';
import { foot, head, note, offer, problemNote } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { table } from '../../kit/table.js';
import { language, named, t, tOr } from '../../kit/words.js';
import { differences } from './compare.js';

const MOST_BYTES = 256 * 1024;

export async function room({ api, go, signal, duties }) {
  const said = h('div.stack', { 'aria-live': 'polite' });
  const bar = foot(h('span.push', t('std.upload.rule')), h('a.button.plainly', { href: '#/standards' }, t('act.back')));
  const failed = (problem) => {
    if (!signal.aborted) {
      fill(said, problemNote(problem));
    }
  };
  const take = async (file) => {
    bar.querySelector('.filled')?.remove();
    if (file.size > MOST_BYTES) {
      fill(said, note('no', t('std.upload.big'), h('p', t('std.upload.big.words', { kb: Math.ceil(file.size / 1024) }))));
      return;
    }
    fill(said, note('running', t('std.upload.checking', { name: file.name })));
    try {
      const bytes = await file.arrayBuffer();
      const told = await api.send('POST', '/standards/check', bytes, BYTES, { signal, repeatable: true });
      if (told.edition) {
        fill(said, await sound(api, told.edition, signal));
        bar.append(lay(bytes));
      } else {
        fill(said, flaws(file.name, told));
      }
    } catch (problem) {
      failed(problem);
    }
  };
  /** The same id whenever it is pressed again, so that a draft whose answer was lost is not laid twice. */
  const lay = (bytes) => {
    const id = crypto.randomUUID();
    const button = h(
      'button.filled',
      {
        type: 'button',
        onclick: async () => {
          button.disabled = true;
          try {
            const kept = await api.send('POST', `/standards?id=${id}`, bytes, BYTES, { signal, repeatable: true });
            say(t('std.laid', { n: kept.edition }));
            go(`/standards/${kept.standard}/${kept.edition}`);
          } catch (problem) {
            button.disabled = false;
            failed(problem);
          }
        },
      },
      t('std.lay'),
    );
    return button;
  };
  return [
    head(t('std.upload'), t('std.upload.words')),
    h(
      'div.pane',
      h(
        'section.stack',
        offer(
          duties.organises && duties.ofCity,
          t('std.needs.organiser'),
          drop({ words: t('std.upload.drop'), hint: t('std.upload.hint'), accept: '.json', verb: t('upload.choose'), take }),
        ),
        said,
      ),
    ),
    bar,
  ];
}

/** Bytes: the gateway would take text for UTF-8 before anybody looked. */
const BYTES = { 'content-type': 'application/octet-stream' };

function flaws(name, { findings, more }) {
  return h(
    'div.stack',
    note('no', t('std.flaws', { name, n: findings.length + more }), h('p', t('std.flaws.words'))),
    table({
      caption: t('std.flaws.table'),
      items: findings,
      columns: [
        { head: t('std.flaw.line'), class: 'num', cell: (f) => f.line },
        { head: t('std.flaw.path'), names: true, cell: (f) => (f.path ? [h('b', where(f.path)), h('small', h('code', f.path))] : t('std.flaw.file')) },
        { head: t('std.flaw.what'), cell: (f) => (language === 'en' ? f.english : f.chinese) },
      ],
    }),
    more > 0 ? h('p.quiet', t('std.flaws.more', { n: more })) : null,
  );
}

/** A place in the file in words: of parts, chapters and clauses only the innermost, since its code says the others. */
function where(path) {
  const steps = [...path.matchAll(/([^.[\]]+)(?:\[([^\]]*)\])?/g)].map(([, name, key]) => ({ name, key }));
  const nested = steps.filter(({ name, key }) => key && ['parts', 'chapters', 'clauses'].includes(name));
  return steps
    .filter((step) => !nested.slice(0, -1).includes(step))
    .map(({ name, key }) => `${tOr(`std.field.${name}`, name)}${key ? ` ${key}` : ''}`)
    .join(' · ');
}

/** What the file says, beside the newest edition of the same standard that is kept. */
async function sound(api, edition, signal) {
  const { items } = await api.get('/standards', { signal });
  const kept = items.find((s) => s.standard === edition.standard)?.editions ?? [];
  const before = kept.find((e) => e.status === 'in-force') ?? kept.find((e) => e.edition < edition.edition) ?? null;
  const whole = before ? await api.get(`/standards/${before.standard}/${before.edition}`, { signal }) : null;
  return h(
    'div.stack',
    note(
      'yes',
      t('std.sound', { standard: edition.standard, n: edition.edition }),
      h('p', named(edition.title)),
      h('p', t('std.sound.counts', { clauses: edition.clauses, points: edition.points, lines: edition.redLines })),
    ),
    whole
      ? differences(whole, edition)
      : h('p.quiet', t(kept.length > 0 ? 'std.compare.first' : 'std.compare.foreign', { standard: edition.standard })),
  );
}
