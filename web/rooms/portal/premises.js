/** Which institution somebody speaks for. */

/** @returns its name, or null if this person speaks for none */
export async function premises(api) {
  try {
    const { name } = await api.get('/own/summaries');
    return { name };
  } catch (problem) {
    if (problem.status === 403 || problem.status === 404) {
      return null;
    }
    throw problem;
  }
}
