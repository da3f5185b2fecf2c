/** Builds elements. Text is always a text node; there is no way in for markup or for inline style. */
const SVG = 'http://www.w3.org/2000/svg';

export function h(name, ...rest) {
  return build(document.createElement(tagOf(name)), name, rest);
}

export function svg(name, ...rest) {
  return build(document.createElementNS(SVG, tagOf(name)), name, rest);
}

/** Puts children in the place of what an element held. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

function tagOf(name) {
  return name.split('.', 1)[0];
}

function build(element, name, rest) {
  const classes = name.split('.').slice(1);
  const [first, ...others] = rest;
  const isProps = first !== null && typeof first === 'object' && !(first instanceof Node) && !Array.isArray(first);
  if (isProps) {
    setAll(element, first, classes);
  }
  if (classes.length > 0) {
    element.setAttribute('class', classes.join(' '));
  }
  element.append(...nodes(isProps ? others : rest));
  return element;
}

function setAll(element, props, classes) {
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (key === 'style' || key === 'innerHTML') {
      throw new TypeError(`${key} is not used here`);
    }
    if (key === 'class') {
      classes.push(...String(value).split(' ').filter(Boolean));
    } else if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'value' || key === 'checked' || key === 'selected') {
      element[key] = value;
    } else {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== undefined && child !== null && child !== false && child !== '')
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}

let last = 0;

/** An id that no other element of this page has. */
export function newId(prefix = 'e') {
  last += 1;
  return `${prefix}${last}`;
}
