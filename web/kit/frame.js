/** The frame of a desk: whose it is, who, where, the rooms, the city's clock; one main part that rooms fill. */
import { fill, h } from './h.js';
import { sign } from './sign.js';
import { clock } from './dates.js';
import { language, switchLanguage, t } from './words.js';

const LATE = 250;

export class Frame {
  /**
   * @param title what the desk is called
   * @param scope the territory or the institution whose desk it is
   * @param who the person at it, where that is known
   */
  constructor({ title, scope, who, nav, leave }) {
    this.title = title;
    this.links = nav.map(([address, key]) => h('a', { href: `#${address}` }, t(key)));
    this.main = h('main', { id: 'main', tabindex: '-1' });
    const time = h('small', clock());
    setInterval(() => fill(time, clock()), 20_000);
    const skip = h(
      'a.skip',
      {
        href: '#main',
        onclick: (event) => {
          event.preventDefault();
          this.main.focus();
        },
      },
      t('skip'),
    );
    const bar = h(
      'header.bar',
      sign('mark'),
      h('b', title),
      scope ? h('span.scope', scope) : null,
      h('nav', { 'aria-label': t('nav') }, this.links),
      h('span.me', who, time),
      h(
        'button',
        { type: 'button', lang: language === 'en' ? 'zh-Hans' : 'en', onclick: switchLanguage },
        t('language.other'),
      ),
      h('button', { type: 'button', onclick: leave }, t('signout')),
    );
    this.elements = [skip, bar, this.main];
    addEventListener('keydown', (event) => {
      const search = this.main.querySelector('input[type="search"]');
      if (event.key === '/' && search && !event.target.closest?.('input, textarea, select, dialog')) {
        event.preventDefault();
        search.focus();
      }
    });
  }

  entering(path) {
    clearTimeout(this.late);
    this.main.setAttribute('aria-busy', 'true');
    this.late = setTimeout(() => fill(this.main, h('p.plain', { role: 'status' }, t('room.loading'))), LATE);
    const address = (link) => link.getAttribute('href').slice(1);
    const [near] = this.links
      .filter((link) => path === address(link) || (address(link) !== '/' && path.startsWith(`${address(link)}/`)))
      .sort((a, b) => address(b).length - address(a).length);
    for (const link of this.links) {
      link.removeAttribute('aria-current');
    }
    near?.setAttribute('aria-current', 'page');
  }

  /** @param shown the room's parts; its first heading takes the focus, so that a reader's ear follows */
  show(shown) {
    clearTimeout(this.late);
    fill(this.main, shown);
    this.main.removeAttribute('aria-busy');
    const title = this.main.querySelector('h1');
    document.title = title ? `${title.textContent}·${this.title}` : this.title;
    scrollTo(0, 0);
    (title ?? this.main).focus({ preventScroll: true });
  }
}
