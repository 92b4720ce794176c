/** Replaces the body of a document block by block: a block that is shown as before keeps its own text. */
import { parseBody, topLevelBlocks } from '../markup/index.ts';

/** One block of a body, with the text between it and the next one. */
export interface BodyBlock {
  text: string;
  gap: string;
  /** What the block shows, for comparison; its text if it cannot be parsed. */
  shown: string;
}

export interface SplitBody {
  /** The text before the first block. */
  lead: string;
  blocks: BodyBlock[];
}

/** The blocks of a body; a body that cannot be parsed is one block. */
export function splitBody(body: string): SplitBody {
  const lead = /^\s*/.exec(body)?.[0] ?? '';
  const whole = body.slice(lead.length);
  const text = whole.trimEnd();
  const alone = { text, gap: whole.slice(text.length), shown: text };
  const ranges = topLevelBlocks(body) ?? [];
  const first = ranges[0];
  if (first === undefined) return { lead, blocks: text === '' ? [] : [alone] };
  return {
    lead: body.slice(0, first.start),
    blocks: ranges.map(({ start, end }, index) => {
      const block = body.slice(start, end);
      return {
        text: block,
        gap: body.slice(end, ranges[index + 1]?.start ?? body.length),
        shown: shownBy(block),
      };
    }),
  };
}

function shownBy(text: string): string {
  const { body, diagnostics } = parseBody(text, '', 1);
  return diagnostics.length > 0 ? text : JSON.stringify(body);
}

/** The new body, with the text of the old one for every block that shows the same. */
export function applyBody(old: string, changed: string): string {
  if (old === changed || changed.trim() === '') return changed;
  const before = splitBody(old);
  const after = splitBody(changed);
  const source = matchBlocks(before.blocks, after.blocks);
  const parts = after.blocks.map(({ text, gap }, index) => {
    const at = source[index];
    const block = at === undefined ? undefined : before.blocks[at];
    const isLast = index === after.blocks.length - 1;
    const isBefore = isLast
      ? at === before.blocks.length - 1
      : at !== undefined && source[index + 1] === at + 1;
    return `${block?.text ?? text}${block !== undefined && isBefore ? block.gap : isLast ? endOf(before, gap) : gap}`;
  });
  const joined = `${leadOf(before, after)}${parts.join('')}`;
  // A definition between two blocks belongs to neither: then the new body is taken as it is.
  return shownBy(joined) === shownBy(changed) ? joined : changed;
}

/** The blank lines above the first block stay as they were. */
function leadOf(before: SplitBody, after: SplitBody): string {
  const isBlank = before.lead.trim() === '' && after.lead.trim() === '';
  return isBlank && before.blocks.length > 0 ? before.lead : after.lead;
}

function endOf({ blocks }: SplitBody, gap: string): string {
  const end = blocks.at(-1)?.gap;
  return end !== undefined && end.trim() === '' && gap.trim() === '' ? end : gap;
}

/** For each new block the index of the old one that shows the same, in ascending order; undefined for a new one. */
function matchBlocks(old: readonly BodyBlock[], changed: readonly BodyBlock[]): (number | undefined)[] {
  const lengths = longestCommon(old, changed);
  const source: (number | undefined)[] = [];
  let at = 0;
  for (let index = 0; index < changed.length; ) {
    const next = lengths[at]?.[index] ?? 0;
    if (at < old.length && old[at]?.shown === changed[index]?.shown) source[index++] = at++;
    else if (at < old.length && (lengths[at + 1]?.[index] ?? 0) === next) at += 1;
    else source[index++] = undefined;
  }
  return source;
}

/** The length of the longest common subsequence of the blocks from each pair of indexes on. */
function longestCommon(old: readonly BodyBlock[], changed: readonly BodyBlock[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(changed.length + 1).fill(0));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = changed.length - 1; column >= 0; column -= 1) {
      const isSame = old[row]?.shown === changed[column]?.shown;
      const longest = isSame
        ? 1 + (lengths[row + 1]?.[column + 1] ?? 0)
        : Math.max(lengths[row + 1]?.[column] ?? 0, lengths[row]?.[column + 1] ?? 0);
      (lengths[row] as number[])[column] = longest;
    }
  }
  return lengths;
}
