/** Changes a list in a text of YAML: items that stay keep their lines, with the comments above and behind them. */
import { isMap, isScalar, type YAMLSeq } from 'yaml';
import { contentEnd, lineEnd, lineStart, type Splice } from './text-splices.ts';
import { asRead, flowText, isFields, isSameValue, itemLines, toJs } from './yaml-values.ts';

/** The splices within a node; undefined if it has to be written again. */
export type SpliceNode = (
  yaml: string,
  node: unknown,
  value: unknown,
  inFlow: boolean,
) => Splice[] | undefined;

/** The splices that make the list `value`; undefined if it has to be written again. */
export function spliceList(
  yaml: string,
  list: YAMLSeq,
  value: readonly unknown[],
  spliceNode: SpliceNode,
): Splice[] | undefined {
  const old = list.items.map(toJs);
  const source = matchItems(old, value);
  const isInPlace =
    old.length === value.length && source.every((from, at) => from === at || from === undefined);
  const inPlace = isInPlace ? spliceItems(yaml, list, value, spliceNode) : undefined;
  if (inPlace !== undefined) return inPlace;
  if (value.length === 0) return undefined;
  return list.flow ? rewriteFlow(yaml, list, value, source) : reorder(yaml, list, value, source);
}

/** For each new item the index of the old one that it is; undefined for a new one. */
export function matchItems(old: readonly unknown[], value: readonly unknown[]): (number | undefined)[] {
  const isUsed = old.map(() => false);
  const take = (item: unknown, at: number): number | undefined => {
    if (at < 0 || at >= old.length || isUsed[at] || !isSameValue(old[at], item)) return undefined;
    isUsed[at] = true;
    return at;
  };
  const here = value.map((item, at) => take(item, at));
  return value.map(
    (item, at) => here[at] ?? old.map((_, index) => index).find((index) => take(item, index) !== undefined),
  );
}

function spliceItems(
  yaml: string,
  list: YAMLSeq,
  value: readonly unknown[],
  spliceNode: SpliceNode,
): Splice[] | undefined {
  const splices: Splice[] = [];
  for (const [index, item] of list.items.entries()) {
    if (isSameValue(toJs(item), value[index])) continue;
    const inItem = spliceNode(yaml, item, value[index], list.flow === true);
    if (inItem === undefined) return undefined;
    splices.push(...inItem);
  }
  return splices;
}

function rewriteFlow(
  yaml: string,
  list: YAMLSeq,
  value: readonly unknown[],
  source: readonly (number | undefined)[],
): Splice[] {
  const parts = value.map((item, at) => {
    const index = source[at];
    const node = index === undefined ? undefined : list.items[index];
    const [from, to] = isScalar(node) || isMap(node) ? (node.range ?? [0, 0]) : [0, 0];
    return to > from ? yaml.slice(from, to) : flowText(asRead(item));
  });
  const [from, to] = list.range ?? [0, 0];
  return [{ from, to, text: `[${parts.join(', ')}]` }];
}

/** One item of a block list: the full lines above it, and its own from the dash on. */
interface ItemText {
  above: string;
  own: string;
}

function reorder(
  yaml: string,
  list: YAMLSeq,
  value: readonly unknown[],
  source: readonly (number | undefined)[],
): Splice[] | undefined {
  const dashes = dashOffsets(list);
  const first = dashes?.[0];
  if (dashes === undefined || first === undefined) return undefined;
  const indent = yaml.slice(lineStart(yaml, first), first);
  if (indent.trim() !== '') return undefined;
  const items = itemTexts(yaml, list, dashes);
  const last = items.length - 1;
  const end = lineEnd(yaml, Math.max((dashes[last] ?? 0) + 1, contentEnd(yaml, list.items[last]) ?? 0));
  const lines = value.map((item, at) => {
    const index = source[at];
    const old = index === undefined ? undefined : items[index];
    if (old !== undefined) return `${at === 0 && index === 0 ? '' : old.above}${indent}${old.own}`;
    const written = itemLines(isFields(item) ? asRead(item) : item);
    return written.map((line) => `${indent}${line}`).join('\n');
  });
  return [{ from: lineStart(yaml, first), to: end, text: lines.join('\n') }];
}

function itemTexts(yaml: string, list: YAMLSeq, dashes: readonly number[]): ItemText[] {
  let before = lineStart(yaml, dashes[0] ?? 0);
  return dashes.map((dash, index) => {
    const end = lineEnd(yaml, Math.max(dash + 1, contentEnd(yaml, list.items[index]) ?? 0));
    const text = { above: yaml.slice(before, lineStart(yaml, dash)), own: yaml.slice(dash, end) };
    before = end + 1;
    return text;
  });
}

/** The offset of each item's dash, from the parser's own tokens. */
function dashOffsets(list: YAMLSeq): number[] | undefined {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  const dashes = token.items
    .map(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset)
    .filter((offset) => offset !== undefined);
  return dashes.length === list.items.length ? dashes : undefined;
}
