/** The stylesheet on a card: what it loads by an address from the site's top lies beside it there. */

/** The CSS with every `url(/…)` passed through `link`. */
export function rewriteStyle(css: string, link: (value: string) => string): string {
  return css.replace(
    /url\(\s*(["']?)(\/[^"')\s]*)\1\s*\)/g,
    (_, quote: string, address: string) => `url(${quote}${link(address)}${quote})`,
  );
}
