/** Keys of a room: single letters that do what a button does. Who speaks to the machine may switch them off. */
const KEY = 'xingma.keys';

export function keysAreOn() {
  return localStorage.getItem(KEY) !== 'off';
}

export function switchKeys(on) {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

/**
 * @param signal ends when the room is left
 * @param act is given the key, a letter in upper case, and says whether it was one of its own
 */
export function keys(signal, act) {
  addEventListener(
    'keydown',
    (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat;
      if (!plain || !keysAreOn() || event.target.closest?.('input, textarea, select, dialog')) {
        return;
      }
      if (act(event.key.length === 1 ? event.key.toUpperCase() : event.key)) {
        event.preventDefault();
      }
    },
    { signal },
  );
}
