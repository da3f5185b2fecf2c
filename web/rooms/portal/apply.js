/** The application: what the sheet says, what is still missing, and the declaration that it is true. */
import { h } from '../../kit/h.js';
import { field, form, text } from '../../kit/form.js';
import { note } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { named, t } from '../../kit/words.js';
import { address, opening, read, step } from './evaluation.js';
import { worthPanel } from './worth.js';

export async function room(desk) {
  const one = await read(desk);
  desk.signal.throwIfAborted();
  const worth = worthPanel();
  worth.show(one);
  const isWhole = one.faults.length === 0 && one.projection.rated;
  return [
    opening(one, 'apply', t('apply.title'), t('apply.about')),
    h(
      'div.two',
      h(
        'div.pane',
        !one.may.includes('apply')
          ? note('running', t('apply.not'), h('p', h('a', { href: `#${address(one.evaluation)}` }, t('apply.file'))))
          : isWhole
            ? declaration(desk, one)
            : missing(one),
      ),
      h('aside', worth.element),
    ),
  ];
}

function missing(one) {
  return h(
    'section',
    h('h2', t('apply.missing', { n: Math.max(one.faults.length, 1) })),
    one.faults.length === 0 ? h('p', named(one.projection.why)) : null,
    h(
      'ul.faults',
      one.faults.map((fault) => h('li', h('b', fault.clause), ' ', named(one.clause(fault.clause)?.title), t('list.colon'), named(fault))),
    ),
    h('div.acts.gap', h('a.button.filled', { href: `#${address(one.evaluation, 'check')}` }, t('apply.check'))),
  );
}

function declaration(desk, one) {
  const id = crypto.randomUUID();
  const signatory = field({
    label: t('apply.signatory'),
    hint: t('apply.signatory.hint'),
    required: true,
    control: text({ name: 'signatory', maxlength: '60', autocomplete: 'name' }),
  });
  desk.hold(() => signatory.control.value.trim() !== '');
  return h(
    'section',
    h('h2', t('apply.declaration')),
    h('blockquote.declaration', { lang: 'zh-Hans' }, one.declaration),
    h('p', t('apply.after', { unit: named(one.district) })),
    form({
      fields: () => [signatory],
      body: signatory,
      send: async () => {
        await step(desk, 'apply', { id, declaration: one.declaration, signatory: signatory.control.value.trim() });
        say(t('apply.done'));
        desk.go(address(one.evaluation));
      },
      acts: h('div.acts.gap', h('button.filled', { type: 'submit' }, t('apply.verb'))),
    }),
  );
}
