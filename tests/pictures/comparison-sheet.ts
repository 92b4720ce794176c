/**
 * Two builds side by side, as readers see their first screens:
 *
 *   node tests/pictures/comparison-sheet.ts BEFORE AFTER SHEET.webp
 *
 * with BEFORE and AFTER as folders written by `take-pictures.ts`. A row for each page, two columns for each view.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp, { type OverlayOptions } from 'sharp';
import { pictured, pictureFile, views } from './take-pictures.ts';

const HEIGHT_PX = 444;
const PHONE_WIDTH_PX = 216;
const [GAP_PX, LINE_PX] = [12, 30];
const GREY = '#d9dee3';
const QUALITY = 60;

/** Writes the sheet as WebP. */
export async function writeComparison(before: string, after: string, file: string): Promise<void> {
  const widthOf = (view: string) => (view === 'desktop' ? HEIGHT_PX : PHONE_WIDTH_PX);
  const columns = views.flatMap(({ view, title }) => [
    { view, folder: before, title: `${title}: before` },
    { view, folder: after, title: 'after' },
  ]);
  const lefts = columns.map((_, index) =>
    columns.slice(0, index).reduce((sum, { view }) => sum + widthOf(view) + GAP_PX, GAP_PX),
  );
  const pieces: OverlayOptions[] = [];
  for (const [column, { view, folder, title }] of columns.entries()) {
    const left = lefts[column] ?? 0;
    pieces.push({ input: words(title), left, top: GAP_PX });
    for (const [row, { page }] of pictured.entries()) {
      const input = await sharp(join(folder, pictureFile(page, view)))
        .resize(widthOf(view), HEIGHT_PX, { fit: 'cover', position: 'top' })
        .toBuffer();
      pieces.push({ input, left, top: LINE_PX + GAP_PX + row * (HEIGHT_PX + GAP_PX) });
    }
  }
  const width = columns.reduce((sum, { view }) => sum + widthOf(view) + GAP_PX, GAP_PX);
  const height = LINE_PX + GAP_PX + pictured.length * (HEIGHT_PX + GAP_PX);
  await sharp({ create: { width, height, channels: 3, background: GREY } })
    .composite(pieces)
    .webp({ quality: QUALITY })
    .toFile(file);
}

function words(text: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${text.length * 12}" height="${LINE_PX}">
    <text x="0" y="18" font-family="sans-serif" font-size="18" fill="#123">${text}</text></svg>`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , before, after, file] = process.argv;
  if (!before || !after || !file) {
    throw new Error('Usage: node tests/pictures/comparison-sheet.ts BEFORE AFTER FILE.webp');
  }
  await writeComparison(before, after, file);
}
