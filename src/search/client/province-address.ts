/**
 * The search over all counties of the province, for a query of this county's own search page: asked again there, and the answers of the
 * other counties at once.
 */
export function provinceAddress(searchPage: string, query: string): string {
  const url = new URL(searchPage);
  if (query !== '') {
    url.searchParams.set('q', query);
    url.searchParams.set('all', 'yes');
  }
  return url.href;
}
