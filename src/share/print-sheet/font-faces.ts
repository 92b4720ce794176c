/** The fonts of a printed page. */

/** Addresses of font files, those to try first before the others. */
export interface FontFiles {
  regular: readonly string[];
  bold: readonly string[];
}

/** The rules for the font files, and the families in their order for `font-family`. */
export function fontFaces({ regular, bold }: FontFiles): { css: string; families: string } {
  const facesOf = (weight: number, addresses: readonly string[]) =>
    addresses.map(
      (address, at) => `@font-face{font-family:Print${at};font-weight:${weight};src:url("${address}")}`,
    );
  const families = Array.from({ length: Math.max(regular.length, bold.length) }, (_, at) => `Print${at}`);
  return {
    css: [...facesOf(400, regular), ...facesOf(700, bold)].join('\n'),
    families: [...families, 'sans-serif'].join(','),
  };
}
