/**
 * Counts the automatic numbers of a .docx as Word shows them (ECMA-376 17.9): lists with one abstract definition count together, a list
 * with a start of its own starts anew, and a level starts anew after a higher one unless it says otherwise.
 */

import { child, elementsOf, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-formats.ts';
import type { Styles } from './styles.ts';
import { at, flagOf, propertyValue } from './word-xml.ts';

export interface NumberLabel {
  /** The label as it is seen: 第一条, （一）, 1.1. Empty for a bullet and for a level without a label. */
  text: string;
  isBullet: boolean;
  /** 0 for the outermost. */
  level: number;
  /** For a list whose labels are plain figures with a full stop, the figure: such a list can be a list of Markdown. */
  plainNumber: number | undefined;
}

export interface Numbering {
  /** The label of the next paragraph with these properties; undefined without numbering. Each call counts on. */
  next(properties: XmlElement | undefined): NumberLabel | undefined;
}

interface Level {
  start: number;
  format: string;
  text: string;
  /** 0: never; n: only after a level above the nth; undefined: after any level above. */
  restartAfter: number | undefined;
  isLegal: boolean;
  styleId: string | undefined;
}

interface List {
  /** The key of the counters: lists with the same abstract definition share them. */
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  startOverrides: ReadonlyMap<number, number>;
}

/** Before the first number a level has no count. */
type Counts = (number | undefined)[];

export function readNumbering(part: XmlElement | undefined, styles: Styles): Numbering {
  const lists = readLists(part, styles);
  const countsOf = new Map<string, Counts>();
  const seen = new Set<string>();
  return {
    next(properties) {
      const place = placeOf(properties, styles, lists);
      if (place === undefined) return undefined;
      const { list, level, id } = place;
      const counts = countsOf.get(list.abstractId) ?? [];
      countsOf.set(list.abstractId, counts);
      if (!seen.has(id)) {
        for (const at of list.startOverrides.keys()) counts[at] = undefined;
        seen.add(id);
      }
      countUp(counts, list, level);
      return labelOf(list, level, counts);
    },
  };
}

function countUp(counts: Counts, { levels, startOverrides }: List, level: number): void {
  const start = (index: number) => startOverrides.get(index) ?? levels.get(index)?.start ?? 1;
  for (let above = 0; above < level; above += 1) counts[above] ??= start(above);
  const count = counts[level];
  counts[level] = count === undefined ? start(level) : count + 1;
  for (let below = level + 1; below < 9; below += 1) {
    const after = levels.get(below)?.restartAfter;
    if (after === undefined || (after > 0 && level < after)) counts[below] = undefined;
  }
}

function labelOf({ levels }: List, level: number, counts: Counts): NumberLabel {
  const own = levels.get(level);
  if (own === undefined) return { text: '', isBullet: false, level, plainNumber: undefined };
  const isBullet = own.format === 'bullet';
  const text = isBullet
    ? ''
    : own.text.replace(/%([1-9])/g, (_, figure: string) => {
        const index = Number(figure) - 1;
        const format = own.isLegal ? 'decimal' : (levels.get(index)?.format ?? 'decimal');
        return formatNumber(counts[index] ?? levels.get(index)?.start ?? 1, format);
      });
  const isPlain = !isBullet && own.format === 'decimal' && own.text.trim() === `%${level + 1}.`;
  return { text: text.trim(), isBullet, level, plainNumber: isPlain ? counts[level] : undefined };
}

/** The list and level of a paragraph: its own, or those of its style; list 0 takes the numbering away. */
function placeOf(
  properties: XmlElement | undefined,
  styles: Styles,
  lists: ReadonlyMap<string, List>,
): { list: List; level: number; id: string } | undefined {
  const own = child(properties, 'w:numPr');
  const styleId = propertyValue(properties, 'w:pStyle');
  const ofStyle = <T>(look: (numbering: XmlElement) => T | undefined) =>
    styles.inherited(styleId, (style) => {
      const numbering = at(style, 'w:pPr', 'w:numPr');
      return numbering && look(numbering);
    });
  const id = propertyValue(own, 'w:numId') ?? ofStyle((numbering) => propertyValue(numbering, 'w:numId'));
  const list = lists.get(id ?? '');
  if (id === undefined || id === '0' || list === undefined) return undefined;
  const linked = styles.inherited(styleId, (style) => {
    const found = [...list.levels].find(([, level]) => level.styleId === style.attributes['w:styleId']);
    return found?.[0];
  });
  const given =
    propertyValue(own, 'w:ilvl') ??
    (own === undefined || propertyValue(own, 'w:numId') === undefined
      ? (linked ?? ofStyle((numbering) => propertyValue(numbering, 'w:ilvl')))
      : linked);
  const level = Number(given ?? 0);
  return Number.isInteger(level) && level >= 0 && level < 9 ? { list, level, id } : undefined;
}

function readLists(part: XmlElement | undefined, styles: Styles): Map<string, List> {
  const all = elementsOf(part);
  const abstracts = new Map(
    all
      .filter(({ name }) => name === 'w:abstractNum')
      .map((abstract) => [abstract.attributes['w:abstractNumId'] ?? '', abstract]),
  );
  const nums = all.filter(({ name }) => name === 'w:num');
  const resolve = (id: string, depth = 0): [string, XmlElement | undefined] => {
    const abstract = abstracts.get(id);
    // A list style: the levels stand in the definition that the style's own list names.
    const link = propertyValue(abstract, 'w:numStyleLink');
    if (link === undefined || depth > 5) return [id, abstract];
    const numId = styles.inherited(link, (style) => propertyValue(at(style, 'w:pPr', 'w:numPr'), 'w:numId'));
    const target = nums.find(({ attributes }) => attributes['w:numId'] === numId);
    return target ? resolve(propertyValue(target, 'w:abstractNumId') ?? '', depth + 1) : [id, abstract];
  };
  return new Map(
    nums.map((num) => {
      const [abstractId, abstract] = resolve(propertyValue(num, 'w:abstractNumId') ?? '');
      return [num.attributes['w:numId'] ?? '', readList(num, abstractId, abstract)];
    }),
  );
}

function readList(num: XmlElement, abstractId: string, abstract: XmlElement | undefined): List {
  const levels = new Map<number, Level>();
  const startOverrides = new Map<number, number>();
  const add = (element: XmlElement) => levels.set(indexOf(element), readLevel(element));
  for (const element of elementsOf(abstract)) if (element.name === 'w:lvl') add(element);
  for (const override of elementsOf(num)) {
    if (override.name !== 'w:lvlOverride') continue;
    const level = child(override, 'w:lvl');
    if (level !== undefined) add(level);
    const start = propertyValue(override, 'w:startOverride');
    if (start !== undefined) startOverrides.set(indexOf(override), Number(start));
  }
  return { abstractId, levels, startOverrides };
}

const indexOf = ({ attributes }: XmlElement) => Number(attributes['w:ilvl'] ?? 0);

function readLevel(element: XmlElement): Level {
  const restart = propertyValue(element, 'w:lvlRestart');
  // A newer format stands in a choice beside one that every Word knows.
  const format = child(element, 'w:numFmt') ?? at(element, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
  return {
    // The standard says 0 and no label for a level without these; every program writes them, and a list from 0 is never meant.
    start: Number(propertyValue(element, 'w:start') ?? 1),
    format: format?.attributes['w:val'] ?? 'decimal',
    text:
      child(element, 'w:lvlText')?.attributes['w:val'] ??
      (child(element, 'w:lvlText') ? '' : `%${indexOf(element) + 1}.`),
    restartAfter: restart === undefined ? undefined : Number(restart),
    isLegal: flagOf(element, 'w:isLgl') ?? false,
    styleId: propertyValue(element, 'w:pStyle'),
  };
}
