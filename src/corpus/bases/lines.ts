/**
 * Texts whose lines come from several files. A document that takes most of its fields from its base is joined from whole lines, so that it is
 * read as any other, and a finding in it is told at the file and line that an editor can open.
 */

/** A line with the file that it stands in. */
export interface Line {
  text: string;
  file: string;
  /** From 1. */
  line: number;
}

/** A text in lines, of one file or of several. */
export type Lines = readonly Line[];

/** The lines of a text; `firstLine` is the number of the first one in the file. */
export function linesOf(text: string, file: string, firstLine = 1): Line[] {
  return text.split('\n').map((line, at) => ({ text: line, file, line: firstLine + at }));
}

/** The text of lines. */
export function textOf(lines: Lines): string {
  return lines.map(({ text }) => text).join('\n');
}

export function isBlank(lines: Lines): boolean {
  return lines.every(({ text }) => text.trim() === '');
}
