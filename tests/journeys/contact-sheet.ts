/** A contact sheet of the journeys: one row per engine, one column per journey. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { SCREEN } from './phone.ts';

/** The screen at the end of one journey in one engine. */
export interface Shot {
  row: string;
  column: string;
  png: Buffer;
}

const SCALE = 0.6;
const [WIDTH, HEIGHT] = [SCREEN.width * SCALE, SCREEN.height * SCALE];
const [GAP, LINE] = [12, 34];
const GREY = '#d9dee3';

/** Writes the sheet as a PNG. Rows and columns are in order of first occurrence. */
export async function writeContactSheet(shots: readonly Shot[], file: string): Promise<void> {
  const rows = [...new Set(shots.map(({ row }) => row))];
  const columns = [...new Set(shots.map(({ column }) => column))];
  const left = (column: string) => GAP + columns.indexOf(column) * (WIDTH + GAP);
  const top = (row: string) => LINE + GAP + rows.indexOf(row) * (HEIGHT + LINE + GAP);
  const pieces: OverlayOptions[] = [
    ...columns.map((column) => ({ input: words(column, 16), left: left(column), top: GAP })),
    ...rows.map((row) => ({ input: words(row, 18), left: GAP, top: top(row) })),
  ];
  for (const { row, column, png } of shots) {
    const input = await sharp(png)
      .resize(WIDTH, HEIGHT, { fit: 'contain', position: 'top', background: GREY })
      .toBuffer();
    pieces.push({ input, left: left(column), top: top(row) + LINE });
  }
  mkdirSync(dirname(file), { recursive: true });
  const width = GAP + columns.length * (WIDTH + GAP);
  const height = LINE + GAP + rows.length * (HEIGHT + LINE + GAP);
  await sharp({ create: { width, height, channels: 3, background: GREY } })
    .composite(pieces)
    .png({ palette: true })
    .toFile(file);
}

function words(text: string, size: number): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${text.length * size}" height="${LINE}">
    <text x="0" y="${size}" font-family="sans-serif" font-size="${size}" fill="#123">${text}</text></svg>`;
  return Buffer.from(svg);
}
