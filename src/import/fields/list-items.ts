/** Takes lists apart: lines with numbers, and texts on one line with numbers, arrows, dashes or semicolons. */
import { isItem, NO_RANK, rankOf, withoutNumber } from './line-numbers.ts';
import { withoutEnd } from './sentences.ts';

/** The numbered lines; without numbers, the lines. A line that announces a list is none of it. */
export function itemsOfLines(lines: readonly string[]): string[] {
  const numbered = lines.filter(isItem);
  const [only, ...others] = numbered;
  if (only !== undefined && others.length === 0) {
    // A single numbered line below a heading is the whole text, unless other lines stand beside it.
    return lines.length === 1 ? itemsOfText(only) : [withoutEnd(withoutNumber(only))];
  }
  if (only !== undefined) return itemsWithParts(numbered);
  const said = lines.filter((line) => !/[：:]$/u.test(line));
  return said.length === 1 ? itemsOfText(withoutNumber(said[0] ?? '')) : said.map(withoutEnd).filter(Boolean);
}

/** The items of the highest rank; one that only announces a list of its own, as （二）具备以下条件：, is replaced by that list. */
function itemsWithParts(numbered: readonly string[]): string[] {
  const highest = Math.min(...numbered.map(rankOf));
  const isAnnounced = (at: number) =>
    /[：:]$/u.test(numbered[at] ?? '') && rankOf(numbered[at + 1] ?? '') > highest;
  let isOpen = false;
  return numbered.flatMap((line, at) => {
    const isTop = rankOf(line) === highest;
    if (isTop) isOpen = isAnnounced(at);
    return isTop === isOpen ? [] : [withoutEnd(withoutNumber(line))];
  });
}

const IN_LINE =
  /(?=[（(][一二三四五六七八九十\d]{1,3}[）)])|(?=[①-⑳◆★●■▲])|(?<=^|[；。;，：\s])(?=\d{1,2}\s*[.．、](?!\d(?!0\d\d年)))|(?<=^|[；。，：])(?=第[一二三四五六七八九](?:步|[，、]))|(?<=^|[；。，：])(?=[一二三四五六七八九]是)/u;
const ONE_IS = /^[一二三四五六七八九]是/u;

/** The numbered parts of a line with several of them; otherwise the line. */
export function markedParts(line: string): string[] {
  const marked = line.split(IN_LINE).filter(isItem);
  const [first = ''] = marked;
  return marked.length > 1 && marked.every((part) => rankOf(part) === rankOf(first)) ? marked : [line];
}

/** The parts of a text on one line: numbered ones, those between arrows or dashes, those between semicolons. */
export function itemsOfText(text: string): string[] {
  const marked = text.split(IN_LINE).filter((part) => rankOf(part) < NO_RANK || ONE_IS.test(part));
  if (marked.length > 1) return marked.map((part) => withoutEnd(withoutNumber(part).replace(ONE_IS, '')));
  const chain = text.split(/(?<=[\p{Script=Han}）”》])\s*(?:[—－–─]+|-+>?)\s*(?=[\p{Script=Han}“《])/u);
  // 毕业生——毕业证；青年——失业证 are labels.
  if (chain.length > 2 && !/[；;]/u.test(text)) return chain.map((part) => withoutEnd(withoutNumber(part)));
  return withoutNumber(text)
    .split(/\s*(?:→|⇒|➔|—>|->|－>|；|;)\s*/u)
    .map(withoutEnd)
    .filter(Boolean);
}
