/**
 * Changes one value in a text of YAML and leaves every other byte: comments, order, quotes and blank lines. The parser gives the
 * offsets; the text itself is spliced, and what comes out is read back before it is returned.
 */
import { isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import { joinFoldedValue } from '../corpus/index.ts';
import { type EditPath, nested, withValue } from './path-values.ts';
import { applySplices, type Splice } from './text-splices.ts';
import { editMap, insert, pairOf, remove, rewrite } from './yaml-map.ts';
import { isFields, isSameValue, pairLines } from './yaml-values.ts';

/** A text whose YAML cannot be changed, because it cannot be read. */
export class UnreadableYaml extends Error {
  override name = 'UnreadableYaml';
}

/**
 * Sets the value at `path`; undefined removes the field or the list item. A new field follows the last one before it in `order`. Throws
 * UnreadableYaml if the text cannot be read, or if no change of it would be read back as `value`.
 */
export function setValue(
  yaml: string,
  path: EditPath,
  value: unknown,
  order: readonly string[] = [],
): string {
  const before = read(yaml).toJS() as unknown;
  const wanted = withValue(before ?? {}, path, value);
  const changed = applySplices(yaml, splicesAt(yaml, path, value, order));
  if (reads(changed, wanted)) return changed;
  // A layout that the splices do not know: the whole field is written again.
  const [name = ''] = path;
  const field = isFields(wanted) ? wanted[name] : undefined;
  const rewritten = applySplices(yaml, replaceField(yaml, String(name), field, order));
  if (reads(rewritten, wanted)) return rewritten;
  throw new UnreadableYaml(`no YAML reads back as the value at ${path.join('.')}`);
}

function reads(yaml: string, wanted: unknown): boolean {
  try {
    return isSameValue(read(yaml).toJS() ?? {}, wanted);
  } catch (error) {
    if (error instanceof UnreadableYaml) return false;
    throw error;
  }
}

function read(yaml: string) {
  const document = parseDocument(yaml, { schema: 'failsafe', keepSourceTokens: true, logLevel: 'error' });
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) throw new UnreadableYaml(error.message);
  visit(document, { Scalar: (_, node) => void joinFoldedValue(node, yaml) });
  return document;
}

function rootOf(yaml: string): YAMLMap | undefined {
  const { contents } = read(yaml);
  if (isMap(contents)) return contents as YAMLMap;
  if (contents === null || (isScalar(contents) && contents.value === '')) return undefined;
  throw new UnreadableYaml('the fields are no map');
}

function splicesAt(yaml: string, path: EditPath, value: unknown, order: readonly string[]): Splice[] {
  const [name = '', ...rest] = path;
  const inList = splicesInList(yaml, path, value);
  if (inList !== undefined) return inList;
  const root = rootOf(yaml);
  if (root === undefined) return append(yaml, String(name), nested(rest, value));
  return editMap({ yaml, order }, root, String(name), rest, value);
}

/** The splices in a file that is a list of groups, such as the ledger; undefined for any other. */
function splicesInList(yaml: string, [index, name, ...rest]: EditPath, value: unknown): Splice[] | undefined {
  const { contents } = read(yaml);
  const item: unknown = isSeq(contents) ? contents.items[Number(index)] : undefined;
  if (!isMap(item) || name === undefined) return undefined;
  return editMap({ yaml, order: [] }, item as YAMLMap, String(name), rest, value);
}

function replaceField(yaml: string, name: string, value: unknown, order: readonly string[]): Splice[] {
  const root = rootOf(yaml);
  if (root === undefined) return append(yaml, name, value);
  const pair = pairOf(root, name);
  if (pair === undefined) return insert({ yaml, order }, root, name, value);
  return value === undefined ? remove(yaml, root, pair) : rewrite(yaml, root, pair, value);
}

/** The fields of a text without any: below its comments. */
function append(yaml: string, name: string, value: unknown): Splice[] {
  if (value === undefined) return [];
  const at = yaml.trimEnd().length;
  return [{ from: at, to: at, text: `${at === 0 ? '' : '\n'}${pairLines(name, value).join('\n')}` }];
}
