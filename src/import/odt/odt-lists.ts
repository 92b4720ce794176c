/** Counts the automatic numbers of an OpenDocument text as the program shows them (ODF 1.3 part 3, 5.3 and 16.30). */
import { formatNumber } from '../word/number-formats.ts';
import { elementsOf, type XmlElement } from '../xml.ts';

interface Level {
  isBullet: boolean;
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** Number of levels in the label: 2 for 1.1. */
  displayLevels: number;
}

type ListStyle = ReadonlyMap<number, Level>;
export type ListStyles = ReadonlyMap<string, ListStyle>;

/** The name under which the numbering of headings is found. */
export const OUTLINE = ' outline';

/** The list styles of both parts, and the numbering of headings. */
export function listStylesOf(roots: readonly XmlElement[]): ListStyles {
  const styles = new Map<string, ListStyle>();
  for (const style of roots.flatMap(elementsOf).flatMap(elementsOf)) {
    const isOutline = style.name === 'text:outline-style';
    if (style.name !== 'text:list-style' && !isOutline) continue;
    const levels = elementsOf(style).map((level): [number, Level] => [
      Number(level.attributes['text:level']) || 1,
      levelOf(level),
    ]);
    styles.set(isOutline ? OUTLINE : (style.attributes['style:name'] ?? ''), new Map(levels));
  }
  return styles;
}

function levelOf({ name, attributes }: XmlElement): Level {
  return {
    isBullet: name === 'text:list-level-style-bullet' || name === 'text:list-level-style-image',
    format: attributes['style:num-format'] ?? '',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: Number(attributes['text:start-value'] ?? 1),
    displayLevels: Number(attributes['text:display-levels'] ?? 1),
  };
}

/** A list in the text: the numbers reached at each level. */
export interface OpenList {
  style: string;
  counts: Map<number, number>;
}

/** What stands before an item: a bullet, or the text of its number; undefined for nothing. */
export type ItemLabel = { isBullet: true } | { isBullet: false; text: string };

/** The label of the next item at a level; counts it, and lets deeper levels begin anew. */
export function nextLabel(
  styles: ListStyles,
  list: OpenList,
  level: number,
  startValue: number | undefined,
): ItemLabel | undefined {
  const style = styles.get(list.style);
  const own = style?.get(level);
  if (style === undefined || own === undefined) return undefined;
  if (own.isBullet) return { isBullet: true };
  const before = list.counts.get(level);
  list.counts.set(level, startValue ?? (before === undefined ? own.start : before + 1));
  for (const deeper of [...list.counts.keys()].filter((each) => each > level)) list.counts.delete(deeper);
  if (own.format === '') {
    const text = (own.prefix + own.suffix).trim();
    return text === '' ? undefined : { isBullet: false, text };
  }
  const numbers = Array.from(
    { length: Math.min(own.displayLevels, level) },
    (_, at) => level - own.displayLevels + 1 + at,
  )
    .filter((each) => each >= 1)
    .map((each) => {
      const one = style.get(each);
      return one === undefined || one.format === ''
        ? ''
        : numberText(list.counts.get(each) ?? one.start, one.format);
    })
    .filter(Boolean);
  return { isBullet: false, text: `${own.prefix}${numbers.join('.')}${own.suffix}`.trim() };
}

/** The formats of `style:num-format` by how they begin, under their names in Word. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^a/, 'lowerLetter'],
  [/^A/, 'upperLetter'],
  [/^i/, 'lowerRoman'],
  [/^I/, 'upperRoman'],
  [/^一/u, 'chineseCounting'],
  [/^壹/u, 'chineseLegalSimplified'],
  [/^甲/u, 'ideographTraditional'],
  [/^子/u, 'ideographZodiac'],
  [/^①/u, 'decimalEnclosedCircle'],
  [/^⑴/u, 'decimalEnclosedParen'],
  [/^⒈/u, 'decimalEnclosedFullstop'],
  [/^１/u, 'decimalFullWidth'],
  [/^01/, 'decimalZero'],
];

/** A number in a format: 1, a, A, i, I, or the beginning of a row such as 一, 二, 三. */
function numberText(number: number, format: string): string {
  const name = FORMATS.find(([start]) => start.test(format))?.[1];
  return name === undefined ? String(number) : formatNumber(number, name);
}
