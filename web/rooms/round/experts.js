/** The roll of experts: who may be drawn, of which side, and for which institutions never. */
import { fill, h } from '../../kit/h.js';
import { withQuery } from '../../kit/api.js';
import { open } from '../../kit/dialog.js';
import { choose, field, form, text } from '../../kit/form.js';
import { empty, foot, head, note, offer, problemNote, problemWords, signed } from '../../kit/parts.js';
import { say } from '../../kit/say.js';
import { table } from '../../kit/table.js';
import { t } from '../../kit/words.js';

const SIDES = ['enforcement', 'association'];

export async function room(desk) {
  const { api, duties, signal } = desk;
  if (!duties.organises) {
    return [head(t('experts.title')), h('div.pane', empty(t('round.needs.organiser'), t('duty.ask')))];
  }
  const { items } = await api.get('/experts', { signal });
  const mine = duties.ofCity;
  const problems = h('div');
  const ready = (side) => items.filter((e) => e.side === side && e.available).length;
  return [
    head(
      t('experts.title'),
      t('experts.words'),
      [
        h(
          'ul.counts',
          SIDES.map((side) =>
            h('li', signed(ready(side) > 0 ? 'yes' : 'care', h('b', String(ready(side))), t(`round.side.${side}`))),
          ),
        ),
        h('div.acts', h('a.button.plainly', { href: '#/rounds' }, t('rounds.title'))),
      ],
    ),
    h(
      'div.pane.flush',
      problems,
      items.length === 0
        ? empty(t('experts.none'), t('experts.none.words'))
        : table({
            caption: t('experts.title'),
            items,
            columns: [
              { head: t('expert.name'), names: true, cell: (e) => [h('b', e.name), h('small', e.expert)] },
              { head: t('expert.side'), class: 'nowrap', cell: (e) => t(`round.side.${e.side}`) },
              {
                head: t('expert.state'),
                class: 'nowrap',
                cell: (e) => (e.available ? signed('yes', t('expert.ready')) : signed('open', t('expert.paused'))),
              },
              {
                head: t('expert.ties'),
                cell: (e) => (e.ties.length > 0 ? t('expert.ties.count', { n: e.ties.length }) : t('expert.ties.none')),
              },
              { head: t('expert.act'), class: 'nowrap', cell: (e) => (mine ? acts(desk, e, problems) : null) },
            ],
          }),
    ),
    foot(
      h('span.push', t('experts.rule')),
      offer(
        mine,
        t('experts.ofCity'),
        h('button.filled', { type: 'button', onclick: () => listExpert(desk, null) }, t('expert.add')),
      ),
    ),
  ];
}

function acts(desk, expert, problems) {
  const pause = h(
    'button.plainly',
    {
      type: 'button',
      onclick: async () => {
        pause.disabled = true;
        try {
          await keep(desk, { ...expert, available: !expert.available }, crypto.randomUUID());
        } catch (problem) {
          fill(problems, problemNote(problem));
          pause.disabled = false;
        }
      },
    },
    t(expert.available ? 'expert.pause' : 'expert.resume'),
    h('span.hidden', ` ${expert.name}`),
  );
  const change = h(
    'button.plainly',
    { type: 'button', onclick: () => listExpert(desk, expert) },
    t('expert.change'),
    h('span.hidden', ` ${expert.name}`),
  );
  return h('div.acts', pause, change);
}

async function keep({ api, again }, { expert, name, side, ties, available, revision }, id) {
  const kept = await api.post('/experts', { id, expert, name, side, ties, available, revision }, { repeatable: true });
  say(t(kept.available ? 'expert.kept' : 'expert.kept.paused', { name: kept.name }));
  again();
}

async function listExpert(desk, expert) {
  const id = crypto.randomUUID();
  const ties = new Map((expert?.ties ?? []).map((tie) => [tie, tie]));
  const fields = {
    expert: field({
      label: t('expert.id'),
      hint: t('expert.id.hint'),
      required: true,
      control: text({ name: 'expert', value: expert?.expert ?? '', maxlength: 128, readonly: Boolean(expert) }),
    }),
    name: field({
      label: t('expert.name'),
      required: true,
      control: text({ name: 'name', value: expert?.name ?? '', maxlength: 60 }),
    }),
    side: field({
      label: t('expert.side'),
      hint: t('expert.side.hint'),
      required: true,
      control: choose(
        SIDES.map((side) => [side, t(`round.side.${side}`)]),
        expert?.side ?? SIDES[0],
        { name: 'side' },
      ),
    }),
  };
  const available = h('input', { type: 'checkbox', checked: expert?.available ?? true });
  const box = open(
    t(expert ? 'expert.change' : 'expert.add'),
    form({
      fields: () => Object.values(fields),
      send: async () => {
        await keep(
          desk,
          {
            expert: fields.expert.control.value.trim(),
            name: fields.name.control.value.trim(),
            side: fields.side.control.value,
            ties: [...ties.keys()],
            available: available.checked,
            revision: expert?.revision ?? 0,
          },
          id,
        );
        box.close();
      },
      body: [
        h('div.form-two', fields.expert, fields.name, fields.side),
        tiesField(desk, ties),
        h('label.choice', available, t('expert.available')),
      ],
      acts: h(
        'div.acts',
        h('button.plainly', { type: 'button', onclick: () => box.close() }, t('act.back')),
        h('button.filled', { type: 'submit' }, t('expert.keep')),
      ),
    }),
  );
  fields[expert ? 'name' : 'expert'].control.focus();
}

/** Institutions for which somebody is never drawn: found by name, told by name. */
function tiesField({ api }, ties) {
  const list = h('ul.ties');
  const found = h('div');
  const search = text({ name: 'ties', maxlength: 60, placeholder: t('expert.ties.search') });
  const whole = field({ label: t('expert.ties'), hint: t('expert.ties.hint'), control: search });
  const draw = () =>
    fill(
      list,
      [...ties].map(([tie, name]) =>
        h(
          'li',
          h('span', name),
          h(
            'button.link',
            {
              type: 'button',
              onclick: () => {
                ties.delete(tie);
                draw();
              },
            },
            t('expert.ties.remove'),
            h('span.hidden', ` ${name}`),
          ),
        ),
      ),
    );
  const look = async () => {
    const q = search.value.trim();
    if (!q) {
      return;
    }
    try {
      const { items } = await api.get(withQuery('/institutions', { q }));
      fill(
        found,
        items.length === 0
          ? h('p.small', t('expert.ties.notFound'))
          : items.slice(0, 8).map((one) =>
              h(
                'button.plainly',
                {
                  type: 'button',
                  onclick: () => {
                    ties.set(one.id, one.name);
                    search.value = '';
                    fill(found);
                    draw();
                    search.focus();
                  },
                },
                t('expert.ties.add', { name: one.name }),
              ),
            ),
      );
    } catch (problem) {
      fill(found, note('no', problemWords(problem)));
    }
  };
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      look();
    }
  });
  whole.append(
    h('div.acts', h('button.plainly', { type: 'button', onclick: look }, t('search.verb'))),
    h('div.acts.found-ties', found),
    list,
  );
  draw();
  [...ties.keys()].forEach((tie) =>
    api.get(`/institutions/${tie}`).then(
      (one) => {
        if (ties.has(tie)) {
          ties.set(tie, one.published?.premises?.name ?? tie);
          draw();
        }
      },
      // Its number stays where its name cannot be read.
      () => draw(),
    ),
  );
  return whole;
}
