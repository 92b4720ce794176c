/** The Markdown notations of a text's characters: escapes and entities; code is literal. */
import { type EscapeSyntax, findOffsets } from '../documents/source-offsets.ts';
import { withLineEnds } from './chinese.ts';
import type { MdNode } from './tree.ts';

export const MARKDOWN: EscapeSyntax = { escapeAt: markdownEscape };

const ESCAPE = /\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/iy;

function markdownEscape(source: string, at: number): number | undefined {
  if (source[at] !== '\\' && source[at] !== '&') return undefined;
  ESCAPE.lastIndex = at;
  return ESCAPE.test(source) ? ESCAPE.lastIndex : undefined;
}

/** The offset in `prepared` of each unit of a text node; undefined if the parser has no position. */
export function textOffsets(node: MdNode, prepared: string, isCode = false): Uint32Array | undefined {
  if (node.position === undefined) return undefined;
  const { start, end } = node.position;
  return findOffsets(
    withLineEnds(node.value ?? ''),
    prepared,
    start.offset,
    end.offset,
    isCode ? {} : MARKDOWN,
  );
}
