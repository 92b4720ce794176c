/**
 * Where the lines of a text end. All ways to part it are weighed at once, so that lines come out alike in length, no word
 * is parted without need, and no single character is left alone on the last line. The rules that allow no exception are
 * in `unitsOf`.
 */
import { CLOSERS, partUnit, unitsOf } from './units.ts';

export interface Setting {
  /** Width of the column in em: the text's own size is 1. */
  widthEm: number;
  /** Width of a text in em. */
  measure(text: string): number;
  /** Titles have lines alike in length; other text fills each line but the last. */
  isTitle?: boolean;
}

/** Half of a full-width mark at the end of a line is white: it may stand in the margin. */
const HALF_WHITE_AT_END = /[。，、）》」』”’】〕〉]$/u;
/** What a break costs, as squared em of unevenness: within a word, between words without a pause, and
 * besides, right after the first word of a phrase. */
const TITLE_BREAKS = { inWord: 40, noPause: 16, afterStart: 12 };
const TEXT_BREAKS = { inWord: 3, noPause: 0.5, afterStart: 3 };
const LONELY = 1e6;
/** A last line shorter than this looks lost; what each missing em costs. */
const SHORT_EM = 4;
const SHORT_COST = 3;
/** A unit after which a speaker draws breath. */
const PAUSE = /[，。；！？：、][”’」』》）]?$/u;

/** The lines of a text; each fits the column unless a single character does not. */
export function breakLines(text: string, setting: Setting): string[] {
  const clean = text.replace(/\s+/gu, ' ').trim();
  const units = unitsOf(clean).flatMap((unit) => (isTooWide(unit, setting) ? partUnit(unit) : [unit]));
  const widths = units.map((unit) => setting.measure(unit));
  const costs = breakCosts(units, setting.isTitle === true);
  // best[n]: the cheapest way to set the first n units, as number of lines, then cost; `from` is where its last line starts.
  const best: { lines: number; cost: number; from: number }[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let end = 1; end <= units.length; end += 1) {
    best.push(bestEndingAt(end, { units, widths, costs, best, setting }));
  }
  const lines: string[] = [];
  for (let end = units.length; end > 0; end = best[end]?.from ?? 0) {
    lines.unshift(
      units
        .slice(best[end]?.from ?? 0, end)
        .join('')
        .trim(),
    );
  }
  return lines;
}

interface Search {
  units: readonly string[];
  widths: readonly number[];
  /** Cost of a break after each unit. */
  costs: readonly number[];
  best: readonly { lines: number; cost: number }[];
  setting: Setting;
}

function bestEndingAt(end: number, { units, widths, costs, best, setting }: Search) {
  const isLast = end === units.length;
  const overhang = overhangOf(units[end - 1] ?? '');
  let found = { lines: Infinity, cost: Infinity, from: end - 1 };
  for (let from = end - 1, width = -overhang; from >= 0; from -= 1) {
    width += widths[from] ?? 0;
    if (width > setting.widthEm && from < end - 1) break;
    const before = best[from] ?? { lines: 0, cost: 0 };
    const lines = before.lines + 1;
    const isLonely = isLast && from > 0 && isSingle(units.slice(from, end).join(''));
    const shape = setting.isTitle ? width ** 2 : isLast ? 0 : (setting.widthEm - width) ** 2;
    const isShort = isLast && from > 0 && width < SHORT_EM;
    const ending = isLast ? (isShort ? (SHORT_EM - width) * SHORT_COST : 0) : (costs[end - 1] ?? 0);
    const cost = before.cost + shape + ending + (isLonely ? LONELY : 0);
    if (lines < found.lines || (lines === found.lines && cost < found.cost)) found = { lines, cost, from };
  }
  return found;
}

/** How far the end of a line may reach beyond the column, in em: white of a mark, or a space. */
function overhangOf(unit: string): number {
  return unit.endsWith(' ') ? 0.25 : HALF_WHITE_AT_END.test(unit) ? 0.5 : 0;
}

function isTooWide(unit: string, { measure, widthEm }: Setting): boolean {
  return measure(unit) - overhangOf(unit) > widthEm;
}

/** Whether a line is one character, with what marks it may have. */
function isSingle(line: string): boolean {
  return [...line].filter((character) => !CLOSERS.includes(character)).length < 2;
}

/** Whether the last of several lines is a single character: no break could help, only another size. */
export function endsLonely(lines: readonly string[]): boolean {
  return lines.length > 1 && isSingle(lines.at(-1) ?? '');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What a break after each unit costs: nothing after a pause, little between words, much within one. */
function breakCosts(units: readonly string[], isTitle: boolean): number[] {
  const { inWord, noPause, afterStart } = isTitle ? TITLE_BREAKS : TEXT_BREAKS;
  const wordEnds = wordEndsIn(units.join(''));
  let at = 0;
  return units.map((unit, index) => {
    at += unit.length;
    if (PAUSE.test(unit)) return 0;
    const startsPhrase = index > 0 && PAUSE.test(units[index - 1] ?? '');
    return (wordEnds.has(at) ? noPause : inWord) + (startsPhrase ? afterStart : 0);
  });
}

/** Words of everyday policy that the segmenter's dictionary lacks: it parts 低保 into 低 and 保. */
const MORE_WORDS =
  /低保|医保|社保|农保|五保户?|新?农合|残联|妇联|村委会|居委会|帮扶户?|小额信贷|贴息|职校|庙会|特困|助学|公益岗位?|脱贫户|监测户|危房|退耕|养老金|雨露计划|乡村振兴|镇政府/gu;

const remembered = new Map<string, Set<number>>();

/** Where words end. A text is tried at many sizes one after another: what was found last is kept. */
function wordEndsIn(text: string): Set<number> {
  if (remembered.size > 100) remembered.clear();
  const ends =
    remembered.get(text) ??
    new Set(Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length));
  for (const { index, 0: word } of text.matchAll(MORE_WORDS)) {
    for (let inside = index + 1; inside < index + word.length; inside += 1) ends.delete(inside);
  }
  remembered.set(text, ends);
  return ends;
}

/** How many lines but the last end without a pause; one that ends within a word counts double. */
export function linesPartingPhrases(lines: readonly string[]): number {
  const wordEnds = wordEndsIn(lines.join(''));
  let [at, sum] = [0, 0];
  for (const line of lines.slice(0, -1)) {
    at += line.length;
    if (!PAUSE.test(line)) sum += wordEnds.has(at) ? 1 : 2;
  }
  return sum;
}
