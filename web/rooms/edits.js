/** Ties a refusal of one edit to the field of the form that wrote it. */

/** @param edits as they were sent; the service names one by its place among them */
export function atField(problem, edits) {
  const place = /^edits\[(\d+)\]/.exec(problem.field ?? '');
  const edit = place ? edits[Number(place[1])] : null;
  if (edit) {
    problem.field = edit.path.slice(edit.path.lastIndexOf('/') + 1);
  }
  return problem;
}
