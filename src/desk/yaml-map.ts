/** Changes one field of a map in a text of YAML: within its lines where the layout allows it, or by writing its lines again. */
import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type EditPath, nested, withValue } from './path-values.ts';
import { contentEnd, lineEnd, lineStart, type Splice } from './text-splices.ts';
import { spliceList } from './yaml-list.ts';
import { asRead, flowText, isFields, isSameValue, pairLines, scalarText, toJs } from './yaml-values.ts';

export interface Context {
  yaml: string;
  /** The names of the fields at the top, in the order of the schema. */
  order: readonly string[];
}

export function editMap(
  context: Context,
  map: YAMLMap,
  name: string,
  rest: EditPath,
  value: unknown,
): Splice[] {
  const pair = pairOf(map, name);
  if (pair === undefined) return insert(context, map, name, nested(rest, value));
  const [next, ...deeper] = rest;
  if (next === undefined)
    return value === undefined ? remove(context.yaml, map, pair) : replace(context, map, pair, value);
  const child = pair.value;
  if (isMap(child)) {
    if (!child.flow) {
      const isLast = value === undefined && deeper.length === 0 && child.items.length === 1;
      if (isLast && pairOf(child as YAMLMap, String(next))) return remove(context.yaml, map, pair);
      return editMap({ ...context, order: [] }, child as YAMLMap, String(next), deeper, value);
    }
  }
  return replace(context, map, pair, withValue(toJs(child) ?? {}, rest, value));
}

export function pairOf(map: YAMLMap, name: string): Pair<Scalar, Node | null> | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === name) as
    | Pair<Scalar, Node | null>
    | undefined;
}

/** Puts a value into the place of another one, with as few changes as the layout allows. */
function replace(context: Context, map: YAMLMap, pair: Pair<Scalar, Node | null>, value: unknown): Splice[] {
  const node = pair.value;
  if (isSameValue(toJs(node), value) && value !== '') return [];
  return spliceNode(context.yaml, node, value, map.flow === true) ?? rewrite(context.yaml, map, pair, value);
}

/** The splices within a node; undefined if it has to be written again. */
function spliceNode(yaml: string, node: unknown, value: unknown, inFlow: boolean): Splice[] | undefined {
  if (isScalar(node) && !isFields(value) && !Array.isArray(value)) {
    const [from, to] = node.range ?? [0, 0];
    if (from === to || value === '') return undefined;
    return [
      { from, to: contentEnd(yaml, node) ?? to, text: scalarText(value, node.type as Scalar.Type, inFlow) },
    ];
  }
  if (isMap(node) && isFields(value)) return spliceMap(yaml, node as YAMLMap, value);
  if (isSeq(node) && Array.isArray(value)) return spliceList(yaml, node as YAMLSeq, value, spliceNode);
  return undefined;
}

function spliceMap(yaml: string, map: YAMLMap, value: Record<string, unknown>): Splice[] | undefined {
  const wanted = asRead(value) as Record<string, unknown>;
  const names = map.items.map((pair) => String((pair.key as Scalar).value));
  const isKept = names.some((name) => name in wanted);
  const isSameSet = names.length === Object.keys(wanted).length && names.every((name) => name in wanted);
  if (!isKept || (map.flow && !isSameSet)) return undefined;
  const context = { yaml, order: [] };
  return [
    ...names.flatMap((name) => editMap(context, map, name, [], name in wanted ? value[name] : undefined)),
    ...Object.keys(wanted)
      .filter((name) => !names.includes(name))
      .flatMap((name) => insert(context, map, name, value[name])),
  ];
}

/** Writes the value of a field again, below or behind its name. */
export function rewrite(
  yaml: string,
  map: YAMLMap,
  pair: Pair<Scalar, Node | null>,
  value: unknown,
): Splice[] {
  const [from, nameEnd] = pair.key.range ?? [0, 0, 0];
  const to = pairEnd(yaml, pair);
  const name = yaml.slice(from, nameEnd);
  if (map.flow) return [{ from, to, text: `${name}: ${flowText(asRead(value))}` }];
  const lines = pairLines(name, isFields(value) ? asRead(value) : value);
  return [{ from, to, text: lines.join(`\n${indentAt(yaml, from)}`) }];
}

/** The end of a field, without a comment behind it. */
function pairEnd(yaml: string, pair: Pair<Scalar, Node | null>): number {
  const colon = yaml.indexOf(':', pair.key.range?.[1] ?? 0) + 1;
  return Math.max(colon, contentEnd(yaml, pair.value) ?? colon);
}

const indentAt = (yaml: string, offset: number): string => ' '.repeat(offset - lineStart(yaml, offset));

export function insert({ yaml, order }: Context, map: YAMLMap, name: string, value: unknown): Splice[] {
  if (value === undefined || value === '') return [];
  const pairs = map.items as Pair<Scalar, Node | null>[];
  const last = pairs.at(-1);
  if (last === undefined || map.flow) return insertInFlow(yaml, map, name, value);
  const rank = order.indexOf(name);
  const rankOf = (pair: Pair<Scalar, Node | null>) => order.indexOf(String(pair.key.value));
  const before = rank < 0 ? last : pairs.findLast((pair) => rankOf(pair) >= 0 && rankOf(pair) < rank);
  const lines = pairLines(name, isFields(value) ? asRead(value) : value);
  if (before === undefined) {
    const at = pairs[0]?.key.range?.[0] ?? 0;
    return [{ from: at, to: at, text: lines.map((line) => `${line}\n${indentAt(yaml, at)}`).join('') }];
  }
  const indent = indentAt(yaml, pairs[0]?.key.range?.[0] ?? 0);
  const at = lineEnd(yaml, pairEnd(yaml, before));
  return [{ from: at, to: at, text: lines.map((line) => `\n${indent}${line}`).join('') }];
}

function insertInFlow(yaml: string, map: YAMLMap, name: string, value: unknown): Splice[] {
  const [from, to] = map.range ?? [0, 0];
  const parts = [...(map.items as Pair<Scalar, Node | null>[])].map((pair) =>
    yaml.slice(pair.key.range?.[0] ?? 0, pairEnd(yaml, pair)),
  );
  return [{ from, to, text: `{${[...parts, `${name}: ${flowText(asRead(value))}`].join(', ')}}` }];
}

export function remove(yaml: string, map: YAMLMap, pair: Pair<Scalar, Node | null>): Splice[] {
  const pairs = map.items as Pair<Scalar, Node | null>[];
  const from = pair.key.range?.[0] ?? 0;
  if (map.flow) {
    const rest = pairs.filter((other) => other !== pair);
    const parts = rest.map((other) => yaml.slice(other.key.range?.[0] ?? 0, pairEnd(yaml, other)));
    const [start, end] = map.range ?? [0, 0];
    return [{ from: start, to: end, text: `{${parts.join(', ')}}` }];
  }
  const start = lineStart(yaml, from);
  const end = lineEnd(yaml, pairEnd(yaml, pair));
  const next = pairs[pairs.indexOf(pair) + 1]?.key.range?.[0];
  // Behind the dash of a list item: the next field takes its place.
  if (yaml.slice(start, from).trim() !== '') return next === undefined ? [] : [{ from, to: next, text: '' }];
  if (end < yaml.length) return [{ from: start, to: end + 1, text: '' }];
  return [{ from: Math.max(0, start - 1), to: end, text: '' }];
}
