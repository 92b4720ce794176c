/** Rewrites a stylesheet for the portable site. */

/** The CSS with every root-relative `url(/…)` passed through `link`. */
export function rewriteStyle(css: string, link: (value: string) => string): string {
  return css.replace(
    /url\(\s*(["']?)(\/[^"')\s]*)\1\s*\)/g,
    (_, quote: string, address: string) => `url(${quote}${link(address)}${quote})`,
  );
}
