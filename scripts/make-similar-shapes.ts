/**
 * Writes src/check/similar-shapes.ts: the common characters that look alike, by the pixels of Noto Sans SC. Run by hand when the
 * font or the limits change: `node scripts/make-similar-shapes.ts`; takes half a minute.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { commonCharacters } from '../src/check/characters.ts';

const require = createRequire(import.meta.url);
const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const CELL_PX = 32;
const FONT_PX = 28;
const COLUMNS = 64;
/** Weights of a blur, so that a stroke that is moved by a pixel still counts. */
const BLUR = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16];
/** Pairs such as 补朴 (0.91), 待侍 (0.89), 咨询 for 咨洵 (0.86) are above; pairs below it are not confused. */
const MIN_CORRELATION = 0.84;
const MAX_SIMILAR = 8;

const characters = [...commonCharacters, ...'夭岀薦戎戍戌徼藉洵睑彳亍'].filter(
  (character, at, all) => all.indexOf(character) === at,
);
const shapes = characters.map(shapeAt(renderGrid(characters)));
const pairs: string[] = [];
for (const [at, shape] of shapes.entries()) {
  const near = shapes
    .map((other, to) => ({ to, correlation: to === at ? 0 : product(shape, other) }))
    .filter(({ correlation }) => correlation >= MIN_CORRELATION)
    .sort((a, b) => b.correlation - a.correlation)
    .slice(0, MAX_SIMILAR);
  if (near.length > 0) pairs.push(characters[at] + near.map(({ to }) => characters[to]).join(''));
}
const lines = pairs.join(' ').match(/.{1,90}(?: |$)/gu) ?? [];
writeFileSync(
  new URL('../src/check/similar-shapes.ts', import.meta.url),
  `/** Made by scripts/make-similar-shapes.ts: each common character with those that look like it, the most alike first. */
export const SIMILAR_SHAPES = [
${lines.map((line) => `  '${line.trim()}',`).join('\n')}
].join(' ');
`,
);

/** All characters as one picture in shades of grey. */
function renderGrid(all: readonly string[]): { pixels: Uint8Array; widthPx: number } {
  const widthPx = COLUMNS * CELL_PX;
  const heightPx = Math.ceil(all.length / COLUMNS) * CELL_PX;
  const texts = all.map((character, at) => {
    const [x, y] = [(at % COLUMNS) * CELL_PX + 2, Math.floor(at / COLUMNS) * CELL_PX + 26];
    return `<text x="${x}" y="${y}" font-size="${FONT_PX}">${character}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="white"/><g font-family="Noto Sans SC">${texts.join('')}</g></svg>`;
  const font = { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: 'Noto Sans SC' };
  const { pixels } = new Resvg(svg, { font }).render();
  return { pixels: pixels.filter((_, at) => at % 4 === 0), widthPx };
}

/** The blurred cell of a character as a vector of mean 0 and length 1. */
function shapeAt({ pixels, widthPx }: { pixels: Uint8Array; widthPx: number }) {
  return (_: string, at: number): Float32Array => {
    const [left, top] = [(at % COLUMNS) * CELL_PX, Math.floor(at / COLUMNS) * CELL_PX];
    const ink = (x: number, y: number) =>
      x < 0 || y < 0 || x >= CELL_PX || y >= CELL_PX
        ? 0
        : 255 - (pixels[(top + y) * widthPx + left + x] ?? 255);
    const shape = Float32Array.from({ length: CELL_PX * CELL_PX }, (_, cell) => {
      const [x, y] = [cell % CELL_PX, Math.floor(cell / CELL_PX)];
      return BLUR.reduce(
        (sum, weight, row) =>
          sum + weight * BLUR.reduce((line, own, column) => line + own * ink(x + column - 2, y + row - 2), 0),
        0,
      );
    });
    const mean = shape.reduce((sum, each) => sum + each, 0) / shape.length;
    const centred = shape.map((each) => each - mean);
    const length = Math.sqrt(product(centred, centred));
    return centred.map((each) => each / length);
  };
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
