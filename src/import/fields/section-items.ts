/** The items of a section, whatever form its list has. */
import { isItem } from './line-numbers.ts';
import { itemsOfLines, itemsOfText, markedParts } from './list-items.ts';
import { withoutEnd } from './sentences.ts';

/** More items than any leaflet has: a whole text was taken for a list. */
const MAX_ITEMS = 24;

/** A sentence before a list on the same line: 凡在县殡仪馆火化的下列人员：. */
const ANNOUNCEMENT = /^[^。；：:]{2,60}(?:下列|以下|如下)[^。；：:]{0,30}[：:]\s*(?=\S)/u;

/** The items of the lines of a section; none if they are too many for a list. */
export function itemsOfBody(body: readonly string[]): string[] {
  const lines = body.map((line) => line.replace(ANNOUNCEMENT, '')).flatMap(markedParts);
  const [first = ''] = lines;
  const items =
    lines.length === 1
      ? isItem(first) || !/。./u.test(first)
        ? itemsOfText(first)
        : first.split(/(?<=。)/u).flatMap((part) => itemsOfText(part))
      : itemsOfLines(lines).flatMap((item) => (lines.some(isItem) ? [item] : itemsOfText(item)));
  const found = items.map(withoutEnd).filter((item) => item.length > 1);
  return found.length > MAX_ITEMS ? [] : found;
}
