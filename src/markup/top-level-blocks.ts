/** The blocks of a body, each with its range in the editor's own source. */
import { findComponentDepthIssue, findDepthIssue, findLengthIssue } from '../documents/content-limits.ts';
import { findPrivateCharacter, originalOffsets, prepareChinese } from './chinese.ts';
import { parseTree } from './tree.ts';

/** The range of a block: a paragraph, a heading, a list, a table, a component. */
export interface BlockRange {
  start: number;
  end: number;
}

/** The blocks at the top level, in order; undefined for a body that cannot be parsed. */
export function topLevelBlocks(source: string): BlockRange[] | undefined {
  if (findDepthIssue(source) ?? findComponentDepthIssue(source) ?? findLengthIssue(source)) return undefined;
  if (findPrivateCharacter(source) >= 0) return undefined;
  const prepared = prepareChinese(source);
  const original = originalOffsets(prepared);
  try {
    const { children = [] } = parseTree(prepared);
    return children.flatMap(({ type, position }) =>
      type === 'text' || position === undefined
        ? []
        : [{ start: original(position.start.offset), end: original(position.end.offset) }],
    );
  } catch {
    return undefined;
  }
}
