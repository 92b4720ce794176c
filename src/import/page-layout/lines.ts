/** Puts the characters of a page into lines, and each line into segments that a wide gap separates. */
import type { Glyph } from './laid-out-page.ts';

/** Text without a wide gap. */
export interface Segment {
  left: number;
  right: number;
  /** Parts from left to right; a raised or lowered one is a superscript or subscript. */
  pieces: { text: string; script?: 'sup' | 'sub' }[];
  text: string;
}

export interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  /** The size of its largest characters. */
  fontSize: number;
  segments: readonly Segment[];
  text: string;
}

/** Shares of a font size: a gap between words of Latin text, and one between columns of a table without ruling lines. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 1.8;
/** A blank between Chinese characters: wider than what justified text and figures beside characters get, a quarter. */
const CHINESE_GAP = 0.45;
/** Superscripts are smaller than this share of their line, and raised or lowered by the next one. */
const SCRIPT_SIZE = 0.88;
const MIN_SCRIPT_SHIFT = 0.12;
/** The part of a line's height above and below its baseline. */
const ASCENT = 0.88;
const DESCENT = 0.22;

/** The lines from the top, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const groups: { baseline: number; fontSize: number; glyphs: Glyph[] }[] = [];
  // The largest first: a superscript then finds the line that it belongs to.
  for (const glyph of [...glyphs].sort((a, b) => b.fontSize - a.fontSize || a.baseline - b.baseline)) {
    const middle = glyph.baseline - glyph.fontSize * 0.35;
    const isSmaller = (size: number) => glyph.fontSize < size * SCRIPT_SIZE;
    const group = groups.find(({ baseline, fontSize, glyphs: others }) => {
      if (!isSmaller(fontSize)) return Math.abs(glyph.baseline - baseline) < glyph.fontSize * 0.35;
      const touches = others.some(
        ({ left, right }) => glyph.left < right + fontSize * 0.5 && glyph.right > left - fontSize * 0.5,
      );
      return touches && middle > baseline - fontSize * 1.1 && middle < baseline + fontSize * 0.3;
    });
    if (group) group.glyphs.push(glyph);
    else groups.push({ baseline: glyph.baseline, fontSize: glyph.fontSize, glyphs: [glyph] });
  }
  return groups
    .map((group) => lineOf(group.glyphs, group.baseline, group.fontSize))
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

function lineOf(glyphs: readonly Glyph[], baseline: number, fontSize: number): Line {
  const segments = segmentsOf(
    [...glyphs].sort((a, b) => a.left - b.left),
    baseline,
    fontSize,
  );
  return {
    left: Math.min(...glyphs.map(({ left }) => left)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: baseline - fontSize * ASCENT,
    bottom: baseline + fontSize * DESCENT,
    baseline,
    fontSize,
    segments,
    text: segments.map(({ text }) => text).join(' '),
  };
}

function segmentsOf(glyphs: readonly Glyph[], baseline: number, fontSize: number): Segment[] {
  const segments: Segment[] = [];
  for (const glyph of glyphs) {
    const last = segments.at(-1);
    const gap = last === undefined ? 0 : glyph.left - last.right;
    const script = scriptOf(glyph, baseline, fontSize);
    const piece = script === undefined ? { text: glyph.text } : { text: glyph.text, script };
    if (last === undefined || gap > fontSize * COLUMN_GAP) {
      segments.push({ left: glyph.left, right: glyph.right, pieces: [piece], text: glyph.text });
      continue;
    }
    const blank = needsBlank(last.text, glyph.text, gap / fontSize) ? ' ' : '';
    const before = last.pieces.at(-1);
    if (before !== undefined && before.script === script) before.text += blank + glyph.text;
    else last.pieces.push({ ...piece, text: blank + piece.text });
    last.text += blank + glyph.text;
    last.right = Math.max(last.right, glyph.right);
  }
  return segments;
}

function scriptOf(glyph: Glyph, baseline: number, fontSize: number): 'sup' | 'sub' | undefined {
  if (glyph.fontSize >= fontSize * SCRIPT_SIZE) return undefined;
  const raised = (baseline - glyph.baseline) / fontSize;
  if (raised > MIN_SCRIPT_SHIFT) return 'sup';
  return raised < -MIN_SCRIPT_SHIFT / 2 ? 'sub' : undefined;
}

const LATIN_END = /[\p{Script=Latin}\p{N}.,;:!?)%]$/u;
const LATIN_START = /^[\p{Script=Latin}\p{N}(]/u;

function needsBlank(before: string, after: string, gapInSizes: number): boolean {
  const isLatin = LATIN_END.test(before) && LATIN_START.test(after);
  return gapInSizes > (isLatin ? WORD_GAP : CHINESE_GAP);
}

/** Whether two lines have one font size; sizes in the files are rounded differently. */
export function haveSameSize(a: { fontSize: number }, b: { fontSize: number }): boolean {
  return Math.abs(a.fontSize - b.fontSize) < 0.05 * a.fontSize;
}

/** Two lines of one paragraph as one text: a blank only between Latin words. */
export function joinLines(before: string, after: string): string {
  return LATIN_END.test(before) && LATIN_START.test(after) && !/\d[-—]?$/u.test(before)
    ? `${before} ${after}`
    : before + after;
}
