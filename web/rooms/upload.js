/** The first step of an import: choose a sheet; the trial that follows writes nothing. */
import { fill, h } from '../kit/h.js';
import { download, drop } from '../kit/files.js';
import { head, note, problemNote } from '../kit/parts.js';
import { named, t } from '../kit/words.js';
import { hand, importSteps } from './import-steps.js';

const MOST_BYTES = 4 * 1024 * 1024;

export async function room({ api, kinds, go, signal, duties }) {
  const all = await kinds();
  const said = h('div.stack', { 'aria-live': 'polite' });
  const take = async (file) => {
    if (!/\.(csv|xlsx)$/i.test(file.name)) {
      fill(said, note('no', t('upload.type'), h('p', t('upload.type.words', { name: file.name }))));
      return;
    }
    if (file.size > MOST_BYTES) {
      fill(said, note('no', t('upload.big'), h('p', t('upload.big.words', { mb: (file.size / 1_048_576).toFixed(1) }))));
      return;
    }
    fill(said, note('running', t('upload.trying', { name: file.name }), h('p', t('upload.trying.words'))));
    try {
      const trial = await api.send('POST', '/imports', file, {
        // Bytes, even of a CSV: the gateway takes text for UTF-8 and would spoil GB18030.
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name),
      }, { signal });
      hand(trial);
      go(`/imports/${trial.id}`);
    } catch (problem) {
      if (!signal.aborted) {
        fill(said, problemNote(problem));
      }
    }
  };
  const failed = (problem) => fill(said, problemNote(problem));
  const template = (file) => download(api, file.slice(file.lastIndexOf('.') + 1).toUpperCase(), `/templates/${file}`, file, failed);
  return [
    importSteps('upload'),
    head(t('upload.title'), t('upload.words')),
    h('div.two',
      h('section.stack', duties.registers
        ? drop({ words: t('upload.drop'), hint: t('upload.hint'), accept: '.csv,.xlsx', verb: t('upload.choose'), take })
        : note('care', t('duty.needs.registrar')), said),
      h('aside', h('h2', t('upload.templates')), h('p.small', t('upload.templates.words')),
        h('ul', all.map((kind) => h('li.template', h('span', named(kind)),
          h('div.acts', template(`${kind.id}.xlsx`), template(`${kind.id}.csv`)))),
        all.some((kind) => kind.fields.some((f) => f.section === 'person'))
          ? h('li.template', h('span', t('upload.people')), h('div.acts', template('people.csv'))) : null))),
  ];
}
