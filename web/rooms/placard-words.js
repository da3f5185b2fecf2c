/** A placard's code as it is printed and read aloud. */
export function spoken(placard) {
  return placard.spoken ?? String(placard).replace(/(.{4})(?=.)/g, '$1-');
}
