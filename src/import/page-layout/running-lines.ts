/** Tells headers, footers and page numbers, which stand on every page, from the text. */
import { ownNumber } from '../fields/document-numbers.ts';
import type { Line } from './lines.ts';

/** The share of a page, at the top and at the bottom, in which they stand. */
const MARGIN_SHARE = 0.13;
/** On all pages they stand at the same place, within some points. */
const SAME_PLACE_PT = 4;
const PAGE_NUMBER =
  /^(?:[-—–―·\s]*\d{1,4}[-—–―·\s]*|第\s*[\d一二三四五六七八九十]+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/u;

/** What browsers print at the edges: the time and the title, the address and the number of the page. */
const OF_BROWSER =
  /^(?:\d{1,4}\/\d{1,2}\/\d{1,4},? \d{1,2}:\d{2}|(?:file|\ufb01le|https?):\/\/\S+ \d+\/\d+$)/u;

export interface PageOfLines {
  height: number;
  lines: readonly Line[];
}

export type RunningKind = 'header-footer' | 'page-number';

/** The running lines of all pages by kind. The number of the document stays where it stands first. */
export function runningLines(pages: readonly PageOfLines[]): Map<Line, RunningKind> {
  const found = new Map<Line, RunningKind>();
  const repeated = new Map<string, Line[]>();
  for (const { height, lines } of pages) {
    const inMargin = lines.filter(
      ({ baseline }) => baseline < height * MARGIN_SHARE || baseline > height * (1 - MARGIN_SHARE),
    );
    for (const line of inMargin) {
      // At the foot a figure alone is the number of the page; at the head it needs others like it.
      if (PAGE_NUMBER.test(line.text) && line === lines.at(-1) && line.baseline > height / 2) {
        found.set(line, 'page-number');
        continue;
      }
      if (OF_BROWSER.test(line.text)) {
        found.set(line, 'header-footer');
        continue;
      }
      const key = `${line.text.replace(/\d+/g, '#')} ${Math.round(line.baseline / SAME_PLACE_PT)}`;
      repeated.set(key, [...(repeated.get(key) ?? []), line]);
    }
  }
  for (const lines of repeated.values()) {
    if (lines.length < 2 || lines.length < pages.length / 3) continue;
    const isNumber = PAGE_NUMBER.test(lines[0]?.text ?? '');
    const isOwnNumber = ownNumber([lines[0]?.text ?? '']) !== undefined;
    for (const line of isOwnNumber ? lines.slice(1) : lines) {
      found.set(line, isNumber ? 'page-number' : 'header-footer');
    }
  }
  return found;
}
