/**
 * The fonts of the images. The first has the 8,000 characters of everyday Chinese and loads quickly; the full one is loaded for other
 * characters. A character that neither has is shown as 〓, and the editor gets a warning.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decodeWoff, type FontMetrics, readFontMetrics } from './font-file.ts';

/** Medium for text, bold for what must be readable from afar. */
export const weights = [500, 700] as const;
export type Weight = (typeof weights)[number];

const require = createRequire(import.meta.url);
const everyday = 'files/noto-sans-sc-chinese-simplified';
const paths: Record<Weight, { first: string; full: string }> = {
  500: {
    first: require.resolve(`@fontsource/noto-sans-sc/${everyday}-500-normal.woff`),
    full: require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  },
  700: {
    first: require.resolve(`@fontsource/noto-sans-sc/${everyday}-700-normal.woff`),
    full: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  },
};

/** The geta mark, which printers set for a missing character. */
export const MISSING_GLYPH = '〓';
/** Font families in the order of fallback. With the same name satori would render glyphs as empty boxes. */
export const FAMILIES = ['Everyday', 'Full'] as const;

/** A font in satori's format. */
export interface SatoriFont {
  name: string;
  weight: Weight;
  style: 'normal';
  data: Buffer;
}

const files = new Map<string, Buffer>();
const metrics = new Map<string, FontMetrics>();

function read(path: string): Buffer {
  const data = files.get(path) ?? decodeWoff(readFileSync(path));
  files.set(path, data);
  return data;
}

function metricsOf(path: string): FontMetrics {
  const found = metrics.get(path) ?? readFontMetrics(read(path));
  metrics.set(path, found);
  return found;
}

/** Width of a character in em in the first font that has it; undefined if none has. */
function advance(codePoint: number, weight: Weight): number | undefined {
  return (
    metricsOf(paths[weight].first).advance(codePoint) ?? metricsOf(paths[weight].full).advance(codePoint)
  );
}

/** Width of a text in em. */
export function widthEm(text: string, weight: Weight): number {
  let sum = 0;
  for (const character of text) sum += advance(character.codePointAt(0) ?? 0, weight) ?? 1;
  return sum;
}

/** Whether a text needs the full font. */
export function needsFull(text: string): boolean {
  return [...text].some(
    (character) => metricsOf(paths[700].first).advance(character.codePointAt(0) ?? 0) === undefined,
  );
}

/** Whether any font has the character. */
export function isPrintable(character: string): boolean {
  return advance(character.codePointAt(0) ?? 0, 700) !== undefined;
}

const sets = new Map<boolean, SatoriFont[]>();

/** The fonts for satori; always the same array for the same argument, because satori caches parsed fonts by it. */
export function satoriFonts(withFull: boolean): SatoriFont[] {
  const load = (name: string, which: 'first' | 'full') =>
    weights.map(
      (weight): SatoriFont => ({ name, weight, style: 'normal', data: read(paths[weight][which]) }),
    );
  const set = sets.get(withFull) ?? [
    ...load(FAMILIES[0], 'first'),
    ...(withFull ? load(FAMILIES[1], 'full') : []),
  ];
  sets.set(withFull, set);
  return set;
}
