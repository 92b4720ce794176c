/** The texts of a YAML file with the offset of each character, for any quoting or folding. */
import { isMap, isPair, isScalar, isSeq, type Scalar } from 'yaml';
import { keyOf, type SourceText } from '../documents/source.ts';
import { findOffsets } from '../documents/source-offsets.ts';
import { joinFolded } from '../markup/index.ts';
import type { Path } from '../schema/traverse.ts';

export interface FieldTexts {
  texts: SourceText[];
  /** The offset in the file of the value at each path. */
  values: Map<string, number>;
}

/** Every text below `root`; `yaml` is the text it was parsed from, at offset `base` of its file. */
export function fieldTexts(root: unknown, yaml: string, base: number): FieldTexts {
  const found: FieldTexts = { texts: [], values: new Map() };
  const visit = (node: unknown, path: Path): void => {
    const start = (node as { range?: [number, number, number] } | null)?.range?.[0];
    if (start !== undefined && path.length > 0) found.values.set(keyOf(path), base + start);
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isPair(pair) && isScalar(pair.key)) visit(pair.value, [...path, String(pair.key.value)]);
      }
    } else if (isSeq(node)) node.items.forEach((item, index) => void visit(item, [...path, index]));
    else if (isScalar(node) && typeof node.value === 'string' && node.value !== '') {
      const offsets = scalarOffsets(node as Scalar<string>, yaml).map((offset) => offset + base);
      found.texts.push({ text: node.value, part: 'field', path, offsets });
    }
  };
  visit(root, []);
  return found;
}

/** Removes the spaces that folding left next to Chinese in a multi-line value; changes `node`. */
export function joinFoldedValue(node: Scalar, yaml: string): void {
  const [start, end] = node.range ?? [0, 0];
  if (typeof node.value !== 'string' || node.type === 'BLOCK_LITERAL') return;
  if (!node.value.includes(' ') || !yaml.slice(start, end).includes('\n')) return;
  const offsets = scalarOffsets(node as Scalar<string>, yaml);
  node.value = joinFolded(node.value, (index) =>
    yaml.slice(offsets[index], offsets[index + 1] ?? end).includes('\n'),
  );
}

function scalarOffsets(node: Scalar<string>, yaml: string): Uint32Array {
  const [start, end] = node.range ?? [0, 0];
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return findOffsets(node.value, yaml, start + 1, end - 1, {
        escapeAt: doubleQuoted,
        escapeCharacter: '\\',
      });
    case 'QUOTE_SINGLE':
      return findOffsets(node.value, yaml, start + 1, end - 1, {
        escapeAt: (source, at, unit) => (unit === "'" && source.startsWith("''", at) ? at + 2 : undefined),
      });
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      // The first line is the head, `>-` or `|`.
      return findOffsets(node.value, yaml, yaml.indexOf('\n', start) + 1, end);
    default:
      return findOffsets(node.value, yaml, start, end);
  }
}

const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[^\n])/iy;
const NAMED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', _: '\u00a0' };

/** An escape within double quotes: by its letter, by its number, or an escaped literal character. */
function doubleQuoted(source: string, at: number, unit: string): number | undefined {
  if (source[at] !== '\\') return undefined;
  ESCAPE.lastIndex = at;
  const [written = ''] = ESCAPE.exec(source) ?? [];
  const rest = written.slice(1);
  const stands =
    rest.length > 1 ? String.fromCodePoint(Number.parseInt(rest.slice(1), 16)) : (NAMED[rest] ?? rest);
  return stands.startsWith(unit) ? at + written.length : undefined;
}
