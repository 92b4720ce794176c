/**
 * A page of a format with fixed positions (PDF, OFD): characters, ruling lines and pictures at their places, and nothing about
 * paragraphs, lists or tables. Lengths are in points, from the top left corner of the page.
 */
import { ImportError } from '../import-error.ts';

/** More pages than any notice has; a draft of them would be read by nobody. */
const MAX_PAGES = 300;
/** The thickest rectangle that is a line, and the shortest line, in points. */
export const MAX_LINE_WIDTH = 3;
/** How far the ends of a straight line may be apart across it, in points. */
const MAX_SLANT = 0.5;

/** A character, or some that share a glyph, other than a blank: blanks are seen by their width. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  baseline: number;
  fontSize: number;
}

/** A horizontal or vertical line; `start` is not greater than `end`. */
export interface Ruling {
  direction: 'horizontal' | 'vertical';
  /** The y of a horizontal line, the x of a vertical one. */
  at: number;
  start: number;
  end: number;
}

export interface PlacedPicture {
  /** Its name in the pictures of the document. */
  name: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface LaidOutPage {
  width: number;
  height: number;
  glyphs: readonly Glyph[];
  rulings: readonly Ruling[];
  pictures: readonly PlacedPicture[];
}

/** The horizontal or vertical line between two places; none if it is slanted, or too short to be a line. */
export function rulingBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Ruling[] {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (height < MAX_SLANT && width > MAX_LINE_WIDTH)
    return [{ direction: 'horizontal', at: (y1 + y2) / 2, start: Math.min(x1, x2), end: Math.max(x1, x2) }];
  if (width < MAX_SLANT && height > MAX_LINE_WIDTH)
    return [{ direction: 'vertical', at: (x1 + x2) / 2, start: Math.min(y1, y2), end: Math.max(y1, y2) }];
  return [];
}

/** Throws ImportError for a document of more pages than an import takes. */
export function refuseTooManyPages(pages: number, fileName: string): void {
  if (pages <= MAX_PAGES) return;
  throw new ImportError(`${fileName} 有 ${pages} 页，太长了，最多 ${MAX_PAGES} 页。请只导入要用的那几页。`);
}
