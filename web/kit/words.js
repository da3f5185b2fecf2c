/** What the desk says, in the reader's language. */
const KEY = 'xingma.language';
let words = {};

export const language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-Hans';
const file = language === 'en' ? 'en' : 'zh';

export async function loadWords() {
  words = await wordsOf(file);
  document.documentElement.lang = language;
}

/** Further words that only some rooms say, read when the first of those rooms is entered. */
export async function alsoWords(name) {
  const more = await wordsOf(`${file}-${name}`);
  words = { ...words, ...more };
}

async function wordsOf(name) {
  return (await import(`../words/${name}.js`)).default;
}

/** Forms are not carried over, so that a room that holds unsent words asks first. */
export function switchLanguage() {
  localStorage.setItem(KEY, language === 'en' ? 'zh-Hans' : 'en');
  location.reload();
}

/** The text of a key, with {names} filled in. */
export function t(key, values = {}) {
  const text = words[key];
  if (text === undefined) {
    throw new Error(`no words for ${key}`);
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? '');
}

/** The text of a key that comes from data, or the data itself. */
export function tOr(key, otherwise) {
  return words[key] ?? otherwise;
}

/** The name of a thing that carries both languages. */
export function named(thing) {
  if (!thing) {
    return '';
  }
  return language === 'en'
    ? thing.english || thing.chinese || thing.heading
    : thing.chinese || thing.heading || thing.english;
}
