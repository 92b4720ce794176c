/** Titles as large as they go: a line that ends where a speaker draws breath is worth more than a larger size. */
import { breakLines, endsLonely, linesPartingPhrases } from './lines.ts';
import { unitsOf } from './units.ts';

/** A text in one of some sizes. */
export interface Fitted {
  sizePx: number;
  lines: string[];
}

export interface Choice {
  sizePx: number;
  /** The most lines at this size. */
  most: number;
}

/** How much smaller a title may be for one line fewer that ends within a phrase. */
const WORTH_OF_A_PHRASE = 0.13;

/**
 * Sets a title in the best of some sizes, given from large to small. Where none fits, it is set in the last, on as many
 * lines as it takes.
 */
export function fitTitle(
  text: string,
  choices: readonly Choice[],
  { widthPx, measure }: { widthPx: number; measure(text: string): number },
): Fitted {
  let best: Fitted & { worth: number } = { sizePx: 0, lines: [], worth: 0 };
  for (const { sizePx, most } of choices) {
    const setting = { widthEm: widthPx / sizePx, measure, isTitle: true };
    const lines = breakLines(text, setting);
    const isWhole = unitsOf(text).every((unit) => measure(unit) <= setting.widthEm + 0.5);
    const isSound = isWhole && lines.length <= most && !endsLonely(lines);
    const worth = isSound ? sizePx * (1 - WORTH_OF_A_PHRASE * linesPartingPhrases(lines)) : 0;
    const isFallback = best.worth === 0 && sizePx === choices.at(-1)?.sizePx;
    if (worth > best.worth || isFallback) best = { sizePx, lines, worth };
  }
  return best;
}
