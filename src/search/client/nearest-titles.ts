/** For a query without results: the titles that share the most characters with it. */

/** Up to `maxTitles` titles, the nearest first; only those that share at least one character. */
export function nearestTitles<T extends { title: string }>(
  query: string,
  titles: readonly T[],
  maxTitles = 3,
): T[] {
  const asked = new Set(query.match(/\p{Script=Han}|[a-z0-9]/giu) ?? []);
  return titles
    .map((each) => ({
      each,
      shared: [...new Set(each.title)].filter((character) => asked.has(character)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, maxTitles)
    .map(({ each }) => each);
}
