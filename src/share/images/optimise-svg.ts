/**
 * Removes satori's masks and inlines its embedded SVG images. resvg paints each of them on a canvas as large as the whole image, and
 * nothing in our layouts is masked: without them a poster renders in three quarters of the time.
 */

const MASKS = /<(mask|clipPath) .*?<\/\1>/gs;
const EMBEDDED_SVG =
  /<image x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)" href="data:image\/svg\+xml;base64,([^"]*)"[^>]*\/>/g;
const SVG_ROOT = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*)<\/svg>$/s;

/** The same image without masks, embedded SVGs inlined. Throws for an embedded SVG of another form. */
export function optimiseSvg(svg: string): string {
  const bare = svg.replace(MASKS, '');
  let [plain, from] = ['', 0];
  // `replace` with a function took V8 3 ms for four images in a text of this length.
  for (const match of bare.matchAll(EMBEDDED_SVG)) {
    const [image, x, y, width, height, data = ''] = match;
    const drawing = Buffer.from(data, 'base64').toString();
    const [, viewWidth, viewHeight, inside] = SVG_ROOT.exec(drawing) ?? [];
    if (inside === undefined) throw new Error(`No embedded SVG: ${drawing.slice(0, 100)}`);
    const scale = `${Number(width) / Number(viewWidth)} ${Number(height) / Number(viewHeight)}`;
    plain += `${bare.slice(from, match.index)}<g transform="translate(${x} ${y}) scale(${scale})">${inside}</g>`;
    from = match.index + image.length;
  }
  return plain + bare.slice(from);
}
