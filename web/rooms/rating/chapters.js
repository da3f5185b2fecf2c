/** The chapters with what is done of them, and the way to each clause; where the screen is narrow they fold into one line. */
import { fill, h } from '../../kit/h.js';
import { progress, sign } from '../../kit/parts.js';
import { named, t } from '../../kit/words.js';

/**
 * @param items every clause with its chapter and part, in their order
 * @param done says whether a clause is done, and stuck whether it needs a look
 * @param enter goes to a clause; enterHandIn to the end
 */
export function chaptersOf({ parts, items, done, stuck, enter, enterHandIn }) {
  const folds = h('div.folds', { id: 'chapters' });
  const fold = h('button.chapters-fold', {
    type: 'button',
    'aria-expanded': 'false',
    'aria-controls': folds.id,
    onclick: () => unfold(fold.getAttribute('aria-expanded') === 'false'),
  });
  const element = h('nav.chapters', { 'aria-label': t('score.chapters') }, fold, folds);

  function unfold(isOpen) {
    fold.setAttribute('aria-expanded', String(isOpen));
  }

  const count = (list) => `${list.filter(done).length}/${list.length}`;
  const firstOpen = (list) => () => enter(list.find((item) => !done(item)) ?? list[0]);
  const stateOf = (list) => (list.some(stuck) ? 'care' : list.every(done) ? 'yes' : 'open');

  /** @param shown the clause that is open; null at the end */
  function draw(shown) {
    const part = shown?.part ?? parts[0];
    const held = document.activeElement?.closest?.('.chapters') ? document.activeElement.dataset.to : null;
    const ofPart = items.filter((item) => item.part === part);
    const counted = progress(named(part.title));
    counted.count(ofPart.filter(done).length, ofPart.length);
    const here = shown ? items.filter((item) => item.chapter === shown.chapter) : items;
    fill(
      fold,
      h('span', shown ? `${shown.chapter.code} ${named(shown.chapter.title)}` : t('handin.title')),
      h('small', count(here)),
    );
    fill(
      folds,
      counted.bar,
      h(
        'ul',
        part.chapters.map((chapter) => {
          const list = items.filter((item) => item.chapter === chapter);
          const isHere = chapter === shown?.chapter;
          const name = `${chapter.code} ${named(chapter.title)}`;
          return h('li', line(chapter.code, stateOf(list), name, list, isHere), isHere ? links(list, shown) : null);
        }),
      ),
      parts
        .filter((other) => other !== part)
        .map((other) => {
          const list = items.filter((item) => item.part === other);
          return line(other.code, stateOf(list), named(other.title), list, false);
        }),
      line('hand-in', 'running', t('handin.title'), items, !shown, enterHandIn),
    );
    if (held) {
      element.querySelector(`[data-to="${held}"]`)?.focus();
    }
  }

  function line(to, state, name, list, isHere, onclick = firstOpen(list)) {
    return h(
      'button.chapter',
      { type: 'button', 'data-to': to, 'aria-current': isHere ? 'step' : null, onclick },
      sign(state),
      h('span', name),
      h('small', count(list)),
    );
  }

  function links(list, shown) {
    return h(
      'div.clause-links',
      list.map((item) => {
        const state = stateOf([item]);
        return h(
          'button',
          {
            type: 'button',
            'data-to': item.clause.code,
            'aria-current': item === shown ? 'step' : null,
            'aria-label': `${item.clause.code} ${t(`clause.${state}`)}`,
            onclick: () => enter(item),
          },
          item.clause.code.split('.').at(-1),
          sign(state),
        );
      }),
    );
  }

  return { element, draw, fold: () => unfold(false) };
}
