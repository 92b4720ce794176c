/**
 * A heading as HTML that breaks after marks and between words, never in one. The style sheet keeps words whole, and a
 * `<wbr>` stands at each border: nothing is in the text that is not seen, so that it is copied, found and read aloud as it was
 * written. Without `aria-hidden` Chromium puts a blank for each into what a screen reader is told.
 */
import { breakOpportunities } from './break-opportunities.ts';
import { yearEnds } from './unbreakable-spans.ts';

/**
 * A clause up to so many characters (of full width) fits on a line of every title at 320 px: the first in the largest print, the
 * next in large print, the last in the normal one. Its own borders are used only where it does not.
 */
const MAX_CLAUSE_LENGTH = { larger: 5, large: 7, normal: 10 };

const CLAUSE = /[^，。：；？！…]*[，。：；？！…]+[”’》）」』]*|[^，。：；？！…]+$/gu;
const QUOTED = /《[^《》]+》/gu;

export interface PhraseOptions {
  /** Names of places and people, which are never cut. */
  names?: readonly string[] | undefined;
  /** Whether clauses are not kept together: for text that runs on, and for boxes narrower than a screen. */
  isLoose?: boolean;
}

/** A place where a line may end: UTF-16 units from the start of the text, and the class of the `<wbr>` there. */
interface Break {
  at: number;
  level: Level;
}

/** A text that holds neither tags nor characters to escape, with a `<wbr>` at each of its borders. */
export function addWordBreaks(text: string, options: PhraseOptions = {}): string {
  let html = '';
  let start = 0;
  for (const { at, level } of findBreaks(text, options)) {
    html += `${text.slice(start, at)}<wbr${level && ` class="${level}"`} aria-hidden=true>`;
    start = at;
  }
  return html + text.slice(start);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Any text as HTML, with a `<wbr>` at each of its borders. */
export function escapeWithWordBreaks(text: string, options: PhraseOptions = {}): string {
  return text
    .split(/([&<>])/)
    .map((piece) => ENTITIES[piece] ?? addWordBreaks(piece, options))
    .join('');
}

/** Borders of a title for whoever breaks it elsewhere, as the search does: `5 9m 12l`, each with the class of its `<wbr>`. */
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
  // A day is broken only in the largest print, where it is longer than a line.
  const years = yearEnds(text).map((at): Break => ({ at, level: 'l' }));
  return [...borders, ...years].sort((a, b) => a.at - b.at);
}

type Span = readonly [start: number, end: number];
/** '' breaks wherever it must, `m` not in normal print, `l` only in the largest. */
type Level = '' | 'm' | 'l';

/** The smallest unit around a border says when it may be used; undefined where never. */
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
