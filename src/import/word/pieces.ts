/** Joins the pieces of a paragraph: neighbours of one format become one element, as an editor would have set them. */
import type { ElementContent } from 'hast';
import { element } from '../hast-elements.ts';
import type { Piece, TextFormat } from './conversion.ts';

/** The content of a paragraph; with `isPlain` bold and italics are not marked, as in headings. */
export function joinPieces(pieces: readonly Piece[], isPlain = false): ElementContent[] {
  return nested(pieces, [
    { of: (format) => format.href, wrap: (children, href) => element('a', children, { href }) },
    {
      of: (format) => (format.bold && !isPlain ? 'strong' : undefined),
      wrap: (children) => element('strong', children),
    },
    {
      of: (format) => (format.italic && !isPlain ? 'em' : undefined),
      wrap: (children) => element('em', children),
    },
    { of: (format) => format.tag, wrap: (children, tag) => element(tag, children) },
  ]);
}

interface Layer {
  of(format: TextFormat): string | undefined;
  wrap(children: ElementContent[], value: string): ElementContent;
}

function nested(pieces: readonly Piece[], [layer, ...inner]: readonly Layer[]): ElementContent[] {
  if (layer === undefined) return joinTexts(pieces.map(({ node }) => node));
  return runsOf(pieces, (piece) => layer.of(piece.format)).flatMap(({ value, run }) => {
    const children = nested(run, inner);
    const isBlank = children.every((child) => child.type === 'text' && child.value.trim() === '');
    return value === undefined || isBlank ? children : [layer.wrap(children, value)];
  });
}

function runsOf(pieces: readonly Piece[], keyOf: (piece: Piece) => string | undefined) {
  const runs: { value: string | undefined; run: Piece[] }[] = [];
  for (const piece of pieces) {
    const value = keyOf(piece);
    const last = runs.at(-1);
    if (last !== undefined && last.value === value) last.run.push(piece);
    else runs.push({ value, run: [piece] });
  }
  return runs;
}

function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else joined.push(node);
  }
  return joined;
}
