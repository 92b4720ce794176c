/**
 * YAML with positions: the value, and the line and column of each part. Every scalar is the text in the file (the failsafe schema), so
 * that 0357 keeps its zero and 2026-01-05 stays a date; tags and anchors, which could build values that nobody wrote, are refused.
 */
import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { findBracketIssue, findDepthIssue, type LimitIssue } from '../documents/content-limits.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { type Position, positionOf as placeInText } from '../documents/source.ts';
import type { Path } from '../schema/traverse.ts';
import type { SchemaIssue } from '../schema/validation-messages.ts';
import { type FieldTexts, fieldTexts, joinFoldedValue } from './field-texts.ts';
import { readPlainYaml } from './plain-yaml.ts';

export interface YamlSource {
  /** Undefined if the YAML is broken. */
  value: unknown;
  diagnostics: Diagnostic[];
  /** The position of the value, or of the field name, at a path; of a missing one, where it should be. */
  locate(path: Path, at: SchemaIssue['at']): Position;
  /** Every text with the offsets of its characters; `offset` is the start of the YAML in its file. */
  texts(offset: number): FieldTexts;
}

/** Parses `text`, which begins on line `firstLine` of `file`. */
export function readYaml(text: string, file: string, firstLine = 1): YamlSource {
  const beyond = findDepthIssue(text) ?? findBracketIssue(text);
  if (beyond) return refusedYaml(beyond, text, file, firstLine);
  const plain = readPlainYaml(text);
  if (plain === undefined) return readAnyYaml(text, file, firstLine);
  return {
    value: withoutEmpty(plain.value),
    diagnostics: [],
    locate: (path, at) => {
      const { line, column } = placeInText(text, offsetOf(plain.node, path, at));
      return { line: line + firstLine - 1, column };
    },
    texts: (offset) => fieldTexts(plain.node, text, offset),
  };
}

/** The same by the library, which reads all of YAML. */
export function readAnyYaml(text: string, file: string, firstLine = 1): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    // The parser would print keys that are not plain words.
    logLevel: 'error',
  });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const diagnostic = (offset: number, rule: string, message: string): Diagnostic => ({
    file,
    ...positionAt(offset),
    severity: 'error',
    rule,
    message,
  });

  const diagnostics = [...document.errors, ...document.warnings].map((error) =>
    diagnostic(
      error.pos[0],
      error.code === 'TAG_RESOLVE_FAILED' ? 'yaml/unsafe' : 'yaml/syntax',
      yamlWords(error.code),
    ),
  );
  if (diagnostics.length === 0) {
    visit(document, (_, node) => {
      if (isScalar(node)) joinFoldedValue(node, text);
      if (!isNode(node) || !(isAlias(node) || node.tag || ('anchor' in node && node.anchor))) return;
      diagnostics.push(
        diagnostic(
          node.range?.[0] ?? 0,
          'yaml/unsafe',
          '不能用 &、* 或 ! 开头的写法。如果是普通文字，请用英文引号括起来。',
        ),
      );
    });
  }

  return {
    value: diagnostics.length > 0 ? undefined : withoutEmpty(document.toJS()),
    diagnostics,
    locate: (path, at) => positionAt(offsetOf(document.contents, path, at)),
    texts: (offset) => fieldTexts(document.contents, text, offset),
  };
}

/** The result for a text that is refused before parsing. */
function refusedYaml(
  { offset, message }: LimitIssue,
  text: string,
  file: string,
  firstLine: number,
): YamlSource {
  const { line, column } = placeInText(text, offset);
  const place = { line: line + firstLine - 1, column };
  return {
    value: undefined,
    diagnostics: [{ file, ...place, severity: 'error', rule: 'file/too-deep', message }],
    locate: () => place,
    texts: () => ({ texts: [], values: new Map() }),
  };
}

/** The offset of the deepest existing part of `path`. */
function offsetOf(root: unknown, path: Path, at: SchemaIssue['at']): number {
  let node = root;
  let offset = 0;
  for (const [depth, name] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
      if (!pair) return depth === 0 ? offset : (node.range?.[0] ?? offset);
      const key = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      const value = isNode(pair.value) ? (pair.value.range?.[0] ?? key) : key;
      offset = isLast && at === 'name' ? key : isScalar(pair.value) && pair.value.value === '' ? key : value;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      const item: unknown = node.items[Number(name)];
      if (!isNode(item)) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

/** A field with an empty value counts as missing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== '' && part !== null);
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutEmpty(part)]));
}

/** The parser's codes in words for editors; any other is an error in indentation or quotes. */
function yamlWords(code: string): string {
  const words: Record<string, string> = {
    DUPLICATE_KEY:
      '同一个字段写了两遍，只留一个。两条都要的，写进同一对方括号里，用英文逗号隔开：[第一条, 第二条]。',
    TAB_AS_INDENT: '行首用了 Tab 键。请改成空格，一层两格。',
    BAD_INDENT: '缩进没有对齐。同一层的字段，行首要一样齐。',
    MISSING_CHAR: '少了一个符号，多半是引号只写了一半，或者列表的方括号没有合上。',
    BLOCK_AS_IMPLICIT_KEY:
      '冒号写法不对。字段写成「名字: 内容」，英文冒号后面空一格；内容里有英文冒号就用引号括起来。',
    MULTILINE_IMPLICIT_KEY: '这一行少了英文冒号。字段写成「名字: 内容」，冒号后面空一格。',
    TAG_RESOLVE_FAILED: '不能用 ! 开头的写法。如果是普通文字，请用英文引号括起来。',
  };
  return (
    words[code] ??
    '这里的写法不对，后面的内容读不出来。请检查冒号、引号和缩进：字段写成「名字: 内容」，英文冒号后面空一格。'
  );
}
