/**
 * Breaks a text into lines. Dynamic programming over all ways to break it finds lines of similar length, splits words only if needed
 * and leaves no widow. The rules without exception are in `unbreakableRuns`.
 */
import { CLOSERS, splitRun, unbreakableRuns } from './unbreakable-runs.ts';

export interface ColumnSettings {
  /** Width of the column in em: the text's own size is 1. */
  widthEm: number;
  /** Width of a text in em. */
  measure(text: string): number;
  /** Titles have lines alike in length; other text fills each line but the last. */
  isTitle?: boolean;
}

/** Full-width marks whose right half is white: at the end of a line it may hang in the margin. */
const HALF_WHITE_AT_END = /[。，、）》」』”’】〕〉]$/u;
/** The cost of a break in squared em: within a word, between words without a pause, and in addition after the first word of a phrase. */
const TITLE_BREAKS = { inWord: 40, noPause: 16, afterStart: 12 };
const TEXT_BREAKS = { inWord: 3, noPause: 0.5, afterStart: 3 };
const WIDOW_PENALTY = 1e6;
/** A shorter last line costs so much for each missing em. */
const MIN_LAST_LINE_EM = 4;
const SHORT_LAST_LINE_COST = 3;
/** A run after which a speaker pauses. */
const PAUSE = /[，。；！？：、][”’」』》）]?$/u;

/** The lines of a text; each fits the column unless a single character is wider. */
export function breakLines(text: string, setting: ColumnSettings): string[] {
  const clean = text.replace(/\s+/gu, ' ').trim();
  const runs = unbreakableRuns(clean).flatMap((run) => (isTooWide(run, setting) ? splitRun(run) : [run]));
  const widths = runs.map((run) => setting.measure(run));
  const costs = breakCosts(runs, setting.isTitle === true);
  // best[n]: the cheapest way to set the first n units, as number of lines, then cost; `from` is the start of its last line.
  const best: { lines: number; cost: number; from: number }[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let end = 1; end <= runs.length; end += 1) {
    best.push(bestEndingAt(end, { runs, widths, costs, best, setting }));
  }
  const lines: string[] = [];
  for (let end = runs.length; end > 0; end = best[end]?.from ?? 0) {
    lines.unshift(
      runs
        .slice(best[end]?.from ?? 0, end)
        .join('')
        .trim(),
    );
  }
  return lines;
}

interface SearchState {
  runs: readonly string[];
  widths: readonly number[];
  /** Cost of a break after each unit. */
  costs: readonly number[];
  best: readonly { lines: number; cost: number }[];
  setting: ColumnSettings;
}

function bestEndingAt(end: number, { runs, widths, costs, best, setting }: SearchState) {
  const isLast = end === runs.length;
  const overhang = overhangOf(runs[end - 1] ?? '', setting);
  let found = { lines: Infinity, cost: Infinity, from: end - 1 };
  for (let from = end - 1, width = -overhang; from >= 0; from -= 1) {
    width += widths[from] ?? 0;
    if (width > setting.widthEm && from < end - 1) break;
    const before = best[from] ?? { lines: 0, cost: 0 };
    const lines = before.lines + 1;
    const isWidow = isLast && from > 0 && isSingle(runs.slice(from, end).join(''));
    const shape = setting.isTitle ? width ** 2 : isLast ? 0 : (setting.widthEm - width) ** 2;
    const isShort = isLast && from > 0 && width < MIN_LAST_LINE_EM;
    const ending = isLast
      ? isShort
        ? (MIN_LAST_LINE_EM - width) * SHORT_LAST_LINE_COST
        : 0
      : (costs[end - 1] ?? 0);
    const cost = before.cost + shape + ending + (isWidow ? WIDOW_PENALTY : 0);
    if (lines < found.lines || (lines === found.lines && cost < found.cost)) found = { lines, cost, from };
  }
  return found;
}

/** The overhang allowed at the end of a line, in em: the white of a mark, or the space that is cut off there. */
function overhangOf(run: string, { measure }: ColumnSettings): number {
  return run.endsWith(' ') ? measure(' ') : HALF_WHITE_AT_END.test(run) ? 0.5 : 0;
}

function isTooWide(run: string, setting: ColumnSettings): boolean {
  return setting.measure(run) - overhangOf(run, setting) > setting.widthEm;
}

/** Whether a line is one character with its punctuation. */
function isSingle(line: string): boolean {
  return [...line].filter((character) => !CLOSERS.includes(character)).length < 2;
}

/** Whether the last of several lines is a single character: only another size can help. */
export function hasWidow(lines: readonly string[]): boolean {
  return lines.length > 1 && isSingle(lines.at(-1) ?? '');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The cost of a break after each unit: none after a pause, little between words, much within one. */
function breakCosts(runs: readonly string[], isTitle: boolean): number[] {
  const { inWord, noPause, afterStart } = isTitle ? TITLE_BREAKS : TEXT_BREAKS;
  const wordEnds = wordEndsIn(runs.join(''));
  let at = 0;
  return runs.map((run, index) => {
    at += run.length;
    if (PAUSE.test(run)) return 0;
    const startsPhrase = index > 0 && PAUSE.test(runs[index - 1] ?? '');
    return (wordEnds.has(at) ? noPause : inWord) + (startsPhrase ? afterStart : 0);
  });
}

/** Words that the segmenter's dictionary lacks: it splits 低保 into 低 and 保. */
const EXTRA_WORDS =
  /低保|医保|社保|农保|五保户?|新?农合|残联|妇联|村委会|居委会|帮扶户?|小额信贷|贴息|职校|庙会|特困|助学|公益岗位?|脱贫户|监测户|危房|退耕|养老金|雨露计划|乡村振兴|镇政府/gu;

const wordEndCache = new Map<string, Set<number>>();

/** The word boundaries; cached, because a text is tried at many sizes. */
function wordEndsIn(text: string): Set<number> {
  if (wordEndCache.size > 100) wordEndCache.clear();
  const ends =
    wordEndCache.get(text) ??
    new Set(Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length));
  for (const { index, 0: word } of text.matchAll(EXTRA_WORDS)) {
    for (let inside = index + 1; inside < index + word.length; inside += 1) ends.delete(inside);
  }
  wordEndCache.set(text, ends);
  return ends;
}

/** Number of lines, except the last, that end without a pause; one that ends within a word counts double. */
export function countSplitPhrases(lines: readonly string[]): number {
  const wordEnds = wordEndsIn(lines.join(''));
  let [at, sum] = [0, 0];
  for (const line of lines.slice(0, -1)) {
    at += line.length;
    if (!PAUSE.test(line)) sum += wordEnds.has(at) ? 1 : 2;
  }
  return sum;
}
