/**
 * Marks break opportunities in headings with `<wbr>`; the style sheet forbids breaks within words. The text has no invisible
 * characters, so it is copied, found and read aloud as written. Without `aria-hidden` Chromium adds a space for each to the
 * accessibility tree.
 */
import { breakOpportunities } from './break-opportunities.ts';
import { yearEnds } from './unbreakable-spans.ts';

/**
 * A clause of this many full-width characters fits on a line of every title at 320 px, in the largest, large and normal print.
 * Opportunities within a clause apply only if it does not fit.
 */
const MAX_CLAUSE_LENGTH = { larger: 5, large: 7, normal: 10 };

const CLAUSE = /[^，。：；？！…]*[，。：；？！…]+[”’》）」』]*|[^，。：；？！…]+$/gu;
const QUOTED = /《[^《》]+》/gu;

export interface PhraseOptions {
  /** Names of places and people, which are never split. */
  names?: readonly string[] | undefined;
  /** Whether clauses may be split: for running text and narrow boxes. */
  isLoose?: boolean;
}

/** A break opportunity: UTF-16 offset, and the class of its `<wbr>`. */
interface Break {
  at: number;
  level: Level;
}

/** Texts with their breaks: pages share most of their headings and titles. */
const cached = new Map<string, string>();
/** The texts of about 3,000 documents, some 10 MB. */
const MAX_CACHED_TEXTS = 50_000;
let areAllRestored = true;

/** Adds the texts that `newWordBreaks` returned in an earlier build with the same code. */
export function restoreWordBreaks(earlier: ReadonlyMap<string, string>): void {
  for (const [key, html] of earlier) cached.set(key, html);
}

/** All texts with their breaks, for `restoreWordBreaks`; undefined if all were restored. */
export function newWordBreaks(): ReadonlyMap<string, string> | undefined {
  return areAllRestored ? undefined : cached;
}

const HAN = /\p{Script=Han}/u;

/** A text without tags or special characters, with a `<wbr>` at each break opportunity. */
export function addWordBreaks(text: string, { names = [], isLoose = false }: PhraseOptions = {}): string {
  if (!HAN.test(text)) return text;
  // Each page has other names, but few texts contain one.
  const own = namesIn(text, names);
  const key = [isLoose ? 'loose' : 'strict', text, ...own].join('\n');
  const known = cached.get(key);
  if (known !== undefined) return known;
  const html = withBreaks(text, findBreaks(text, { names: own, isLoose }));
  if (cached.size >= MAX_CACHED_TEXTS) cached.clear();
  cached.set(key, html);
  areAllRestored = false;
  return html;
}

/** The names of a list by their first UTF-16 unit. */
const namesByFirst = new WeakMap<readonly string[], Map<number, string[]>>();

/** The names that occur in `text`, in the order of `names`. */
function namesIn(text: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return names;
  let byFirst = namesByFirst.get(names);
  if (byFirst === undefined) {
    byFirst = new Map();
    for (const name of names) {
      const first = name.charCodeAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
    }
    namesByFirst.set(names, byFirst);
  }
  for (let at = 0; at < text.length; at += 1) {
    const some = byFirst.get(text.charCodeAt(at));
    if (some?.some((name) => text.startsWith(name, at))) return names.filter((name) => text.includes(name));
  }
  return [];
}

function withBreaks(text: string, breaks: readonly Break[]): string {
  let html = '';
  let start = 0;
  for (const { at, level } of breaks) {
    html += `${text.slice(start, at)}<wbr${level && ` class="${level}"`} aria-hidden=true>`;
    start = at;
  }
  return html + text.slice(start);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Any text, escaped, with a `<wbr>` at each break opportunity. */
export function escapeWithWordBreaks(text: string, options: PhraseOptions = {}): string {
  return text
    .split(/([&<>])/)
    .map((piece) => ENTITIES[piece] ?? addWordBreaks(piece, options))
    .join('');
}

/** The break opportunities of a title for the search script: `5 9m 12l`, each offset with the class of its `<wbr>`. */
export function formatBreakPositions(text: string, names: readonly string[] = []): string {
  return findBreaks(text, { names })
    .map(({ at, level }) => `${at}${level}`)
    .join(' ');
}

function findBreaks(text: string, { names, isLoose = false }: PhraseOptions): Break[] {
  const units = isLoose ? [] : [...spansOf(text, QUOTED), ...spansOf(text, CLAUSE)];
  const borders = breakOpportunities(text, { names, isNarrow: isLoose }).flatMap((at): Break[] => {
    const level = levelAt(at, units);
    return level === undefined ? [] : [{ at, level }];
  });
  // A date is broken only in the largest print, where it is longer than a line.
  const years = yearEnds(text).map((at): Break => ({ at, level: 'l' }));
  return [...borders, ...years].sort((a, b) => a.at - b.at);
}

type Span = readonly [start: number, end: number];
/** '' in every print size, `m` not in normal print, `l` only in the largest. */
type Level = '' | 'm' | 'l';

/** The level from the smallest unit around an offset; undefined if it must never break. */
function levelAt(at: number, units: readonly Span[]): Level | undefined {
  const around = units.find(([start, end]) => start < at && at < end);
  if (!around) return '';
  const length = around[1] - around[0];
  if (length <= MAX_CLAUSE_LENGTH.larger) return undefined;
  if (length <= MAX_CLAUSE_LENGTH.large) return 'l';
  return length <= MAX_CLAUSE_LENGTH.normal ? 'm' : '';
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => [index, index + length] as const);
}
