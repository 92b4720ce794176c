/** Fits titles: as large as possible, but a line that ends at a pause is better than a larger size. */
import { breakLines, countSplitPhrases, hasWidow } from './lines.ts';
import { unbreakableRuns } from './unbreakable-runs.ts';

/** A text in one of some sizes. */
export interface FittedText {
  sizePx: number;
  lines: string[];
}

export interface SizeOption {
  sizePx: number;
  /** The maximum number of lines at this size. */
  maxLines: number;
}

/** By this fraction a title may be smaller to have one line fewer that ends within a phrase. */
const SPLIT_PHRASE_PENALTY = 0.13;

/**
 * Sets a title in the best of some sizes, given from large to small. If none fits, it uses the last and as many lines as needed.
 */
export function fitTitle(
  text: string,
  choices: readonly SizeOption[],
  { widthPx, measure }: { widthPx: number; measure(text: string): number },
): FittedText {
  let best: FittedText & { worth: number } = { sizePx: 0, lines: [], worth: 0 };
  for (const { sizePx, maxLines } of choices) {
    const setting = { widthEm: widthPx / sizePx, measure, isTitle: true };
    const lines = breakLines(text, setting);
    const isWhole = unbreakableRuns(text).every((run) => measure(run) <= setting.widthEm + 0.5);
    const isSound = isWhole && lines.length <= maxLines && !hasWidow(lines);
    const worth = isSound ? sizePx * (1 - SPLIT_PHRASE_PENALTY * countSplitPhrases(lines)) : 0;
    const isFallback = best.worth === 0 && sizePx === choices.at(-1)?.sizePx;
    if (worth > best.worth || isFallback) best = { sizePx, lines, worth };
  }
  return best;
}
