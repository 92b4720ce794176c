/** How the characters of a text are written in Markdown: by escapes and entities; in code they stand for themselves. */
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

/** The offset in `prepared` of each unit of a text node; undefined where the parser gives no place. */
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
