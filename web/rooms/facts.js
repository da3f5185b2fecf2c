/** Facts by section, each with its value and where it comes from. */
import { h } from '../kit/h.js';
import { table } from '../kit/table.js';
import { moment } from '../kit/dates.js';
import { named, t, tOr } from '../kit/words.js';
import { signed } from '../kit/sign.js';

/** Premises, credentials and decisions; people have a part of their own. */
export function factSections(institution, kind, desk) {
  const { published } = institution;
  return [
    one(institution, kind, desk, {
      section: 'premises',
      key: '',
      title: t('section.premises'),
      facts: published.premises ?? {},
    }),
    ...keyed('credential'),
    ...keyed('practice'),
  ];

  function keyed(section) {
    if (!kind.fields.some((f) => f.section === section)) {
      return [];
    }
    const things = Object.entries(published[section] ?? {});
    const add =
      section === 'credential' && mayCorrect(institution, desk)
        ? h('p', h('a', { href: `#/register/${institution.id}/correct?section=credential&key=` }, t('credential.add')))
        : null;
    if (things.length === 0) {
      return section === 'practice'
        ? []
        : [h('section', h('h2', t(`section.${section}`)), h('p.quiet', t('facts.none')), add)];
    }
    return things.map(([key, facts], i) =>
      h(
        'div',
        one(institution, kind, desk, { section, key, title: `${t(`section.${section}`)} ${key}`, facts }),
        i === things.length - 1 && add ? h('section', add) : null,
      ),
    );
  }
}

export function mayCorrect(institution, { duties }) {
  return duties.registers && (!institution.pending || duties.isMe(institution.pending.by));
}

function one(institution, kind, desk, { section, key, title, facts }) {
  const fields = kind.fields.filter((f) => f.section === section && facts[f.id] !== undefined);
  const from = origins(
    institution,
    fields.map((f) => `${section}/${key}/${f.id}`),
  );
  const differs = fields.some((f) => from.other(`${section}/${key}/${f.id}`));
  return h(
    'section',
    h(
      'div.titled',
      h('h2', title),
      mayCorrect(institution, desk)
        ? h('a', { href: correctAddress(institution.id, section, key) }, t('correct.this'))
        : null,
    ),
    from.most ? h('p', t('facts.origin'), t('list.colon'), origin(from.most, desk)) : null,
    table({
      caption: title,
      items: fields,
      columns: [
        {
          head: t('facts.field'),
          class: 'label',
          cell: (f) => [named(f), f.shown ? null : h('small', t('facts.hidden'))],
        },
        { head: t('facts.value'), cell: (f) => value(f, facts[f.id], desk) },
        differs && {
          head: t('facts.origin.other'),
          class: 'origin',
          cell: (f) => origin(from.other(`${section}/${key}/${f.id}`), desk),
        },
      ].filter(Boolean),
    }),
  );
}

/** The origin that most facts share, told once, and that of a fact which has another. */
export function origins(institution, paths) {
  const version = (path) => institution.origins?.[path]?.version;
  const counted = new Map();
  paths.forEach((path) => counted.set(version(path), (counted.get(version(path)) ?? 0) + 1));
  const [most] = [...counted].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    most: institution.origins?.[paths.find((path) => version(path) === most)],
    other: (path) => (version(path) === most ? null : institution.origins?.[path]),
  };
}

export function correctAddress(id, section, key) {
  return `#/register/${id}/correct?${new URLSearchParams({ section, key })}`;
}

/** A value as officers read it; regions by name, statuses by word. */
export function value(field, text, { region }) {
  if (text === undefined || text === null) {
    return h('span.quiet', t('diff.nothing'));
  }
  if (field.type?.toLowerCase() === 'region') {
    return `${region(text)} ${text}`;
  }
  if (field.section === 'practice' && field.id === 'status') {
    return signed(['normal', 'warned', 'rectifying'].includes(text) ? 'care' : 'no', tOr(`status.${text}`, text));
  }
  return text;
}

export function origin(from, { duties }) {
  return from
    ? h(
        'span.small',
        t('facts.from', {
          source: from.source,
          by: duties.who(from.proposedBy),
          checker: duties.who(from.checkedBy),
          at: moment(from.checkedAt).slice(0, 10),
          version: from.version,
        }),
      )
    : '';
}
