/** Replaces ranges of a text, and finds the ends of lines and of YAML values. */
import { isCollection, isMap, isScalar, isSeq } from 'yaml';

/** Replaces the characters from `from` to before `to`. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** Applies splices that do not overlap; several at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const inOrder = [...splices].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  for (const { from, to, text: inserted } of inOrder) {
    result += text.slice(at, Math.max(at, from)) + inserted;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** The offset of the first character of a line. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line end after `offset`, or of the text's end. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** The end of a value, without the comments and blank lines that the parser counts to it; undefined for none. */
export function contentEnd(yaml: string, node: unknown): number | undefined {
  if (isScalar(node)) {
    const [start = 0, end = 0] = node.range ?? [];
    if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return end;
    const isKeeping = /^[|>]\d?\+/.test(yaml.slice(start, start + 3));
    return isKeeping
      ? end - (yaml[end - 1] === '\n' ? 1 : 0)
      : start + yaml.slice(start, end).replace(/[ \t\r\n]+$/, '').length;
  }
  if (!isCollection(node)) return undefined;
  if (node.flow) return node.range?.[1];
  const last: unknown = node.items.at(-1);
  if (isSeq(node)) return contentEnd(yaml, last);
  if (!isMap(node)) return undefined;
  const { key, value } = node.items.at(-1) ?? {};
  const keyEnd = isScalar(key) ? yaml.indexOf(':', key.range?.[1] ?? 0) + 1 : 0;
  return Math.max(keyEnd, contentEnd(yaml, value) ?? 0);
}
