/** The print sheet of a policy for the wall: the A4 sheet, enlarged to A3. */
import { type FontFiles, fontFaces } from './font-faces.ts';
import { createSheetPage } from './sheet-page.ts';

/** A3 is √2 times as wide and as high as A4. */
const ENLARGEMENT = Math.SQRT2;

/** The HTML of a sheet on A3, with the site's style sheet. */
export function createWallSheet(sheet: string, css: string, title: string, fonts: FontFiles): string {
  const { css: faces, families } = fontFaces(fonts);
  const style = `${faces}@page{size:A3;margin:14mm}body{zoom:${ENLARGEMENT};font-family:${families}!important}`;
  return createSheetPage(sheet, css + style, title);
}
