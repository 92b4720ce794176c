/** The icon of a ZIM book in lists of readers: 48 × 48 pixels, as the format requires. */
import { Resvg } from '@resvg/resvg-js';

const SIDE_PX = 48;
const DEFAULT_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#9e2b1c"/></svg>';

/** The PNG of the site's icon; a square of the main colour if there is none that can be rendered. */
export function illustration(icon: string | undefined): Uint8Array {
  try {
    return renderPng(icon ?? DEFAULT_ICON);
  } catch {
    return renderPng(DEFAULT_ICON);
  }
}

function renderPng(svg: string): Uint8Array {
  // Fits the longer side of an icon that is not square.
  const { width, height } = new Resvg(svg);
  const square = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 48 48"><image width="48" height="48" href="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"/></svg>`;
  const drawn = width === height ? svg : square;
  return new Resvg(drawn, { fitTo: { mode: 'width', value: SIDE_PX } }).render().asPng();
}
