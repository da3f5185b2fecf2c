/** The change that a line of the queue carries. */
export function changeOf(item) {
  return item.change ?? (typeof item.pending === 'object' ? item.pending : null);
}
