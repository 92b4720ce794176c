/**
 * A page of a format with fixed positions (PDF, OFD): characters, ruling lines and pictures at their places, and nothing about
 * paragraphs, lists or tables. Lengths are in points, from the top left corner of the page.
 */

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
