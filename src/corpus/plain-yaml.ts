/**
 * Reads the YAML of nearly all files without the library, which took a third of the time of reading a new file: block maps and lists whose
 * values are on one line. For anything else the result is undefined and the library reads the text. The nodes are those of the library, with
 * their offsets (plain-yaml.test.ts compares both).
 */
import { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** A value and its node; `range` has offsets in the text. */
export interface PlainYaml {
  node: YAMLMap | YAMLSeq | Scalar;
  value: unknown;
}

/** A line with something in it: the number of spaces before it, and its offset after them. */
interface Line {
  indent: number;
  start: number;
  end: number;
}

/** What a field name may be here. */
const KEY = /[A-Za-z][A-Za-z\d_-]*:/y;
/** A value in quotes, without escapes. */
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
/**
 * What a plain value has not: a sign at its start that has a meaning in YAML, a colon before a space, a comment or a space at its end.
 * Characters that are not printed are left to the library.
 */
const NOT_PLAIN = /^[\s\-?:,[\]{}#&*!|>'"%@`]|:(?: |$)| (?:#|$)/;
const NOT_PRINTED = /[\p{Cc}\ufeff]/u;

/** The map or list that `text` is, as the library would read it; undefined if it has anything but names, lists and values of one line. */
export function readPlainYaml(text: string): PlainYaml | undefined {
  return new PlainReader(text).read();
}

class PlainReader {
  readonly #text: string;
  #lines: Line[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PlainYaml | undefined {
    const lines = linesOf(this.#text);
    if (lines === undefined || lines[0]?.indent !== 0) return undefined;
    this.#lines = lines;
    const read = this.#text[lines[0].start] === '-' ? this.#readList(0) : this.#readMap(0);
    return this.#at < lines.length ? undefined : read;
  }

  /** The map whose names are at `indent`, from the present line on. */
  #readMap(indent: number): PlainYaml | undefined {
    const node = new YAMLMap<Scalar, PlainYaml['node']>();
    const value: Record<string, unknown> = {};
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      const { start } = line;
      if (this.#text[start] === '-') break;
      KEY.lastIndex = start;
      const name = KEY.exec(this.#text)?.[0].slice(0, -1);
      if (name === undefined || Object.hasOwn(value, name)) return undefined;
      const read = this.#readAfter(line, start + name.length + 1, indent, true);
      if (read === undefined) return undefined;
      node.items.push(new Pair(scalarAt(name, start, name.length, 'PLAIN'), read.node));
      value[name] = read.value;
      node.range ??= [start, start, start];
    }
    return node.items.length === 0 ? undefined : { node, value };
  }

  /** The list whose dashes are at `indent`. */
  #readList(indent: number): PlainYaml | undefined {
    const node = new YAMLSeq<PlainYaml['node']>();
    const value: unknown[] = [];
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      const { start } = line;
      if (this.#text[start] !== '-') break;
      if (this.#text[start + 1] !== ' ') return undefined;
      const read = this.#readItem(line, start + 2, indent);
      if (read === undefined) return undefined;
      node.items.push(read.node);
      value.push(read.value);
      node.range ??= [start, start, start];
    }
    return { node, value };
  }

  /** What stands after a dash: a value, or a map whose first name is on the same line. */
  #readItem(line: Line, start: number, indent: number): PlainYaml | undefined {
    KEY.lastIndex = start;
    const colon = KEY.test(this.#text) ? KEY.lastIndex : 0;
    if (colon === 0 || (colon < line.end && this.#text[colon] !== ' ')) {
      return this.#readAfter(line, start - 1, indent, false);
    }
    // The names of the map are two columns behind the dash.
    line.indent = indent + 2;
    line.start = start;
    return this.#readMap(indent + 2);
  }

  /** What stands from `offset` on: a value after one space, or, after a name, a list or a map below it. */
  #readAfter(line: Line, offset: number, indent: number, mayBeBelow: boolean): PlainYaml | undefined {
    this.#at += 1;
    const next = this.#lines[this.#at];
    if (offset < line.end) {
      // A line that stands further in would continue the value.
      if (next !== undefined && next.indent > indent) return undefined;
      return this.#readValue(line, offset);
    }
    if (!mayBeBelow || next === undefined) return undefined;
    const isList = this.#text[next.start] === '-';
    if (next.indent < indent || (next.indent === indent && !isList)) return undefined;
    return isList ? this.#readList(next.indent) : this.#readMap(next.indent);
  }

  #readValue(line: Line, offset: number): PlainYaml | undefined {
    if (this.#text[offset] !== ' ') return undefined;
    const start = offset + 1;
    const written = this.#text.slice(start, line.end);
    if (NOT_PRINTED.test(written)) return undefined;
    if (!NOT_PLAIN.test(written)) {
      return { node: scalarAt(written, start, written.length, 'PLAIN'), value: written };
    }
    if (written === '[]') {
      const empty = new YAMLSeq<PlainYaml['node']>();
      empty.range = [start, line.end, line.end];
      return { node: empty, value: [] };
    }
    if (!QUOTED.test(written)) return undefined;
    const value = written.slice(1, -1);
    const type = written.startsWith('"') ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
    return { node: scalarAt(value, start, written.length, type), value };
  }
}

function scalarAt(value: string, start: number, length: number, type: Scalar.Type): Scalar {
  const node = new Scalar(value);
  node.type = type;
  node.range = [start, start + length, start + length];
  return node;
}

/** The lines of a text without those that are empty or a comment; undefined if one has only spaces. */
function linesOf(text: string): Line[] | undefined {
  const lines: Line[] = [];
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    let start = from;
    while (text[start] === ' ') start += 1;
    if (start >= end && start > from) return undefined;
    if (start < end && text[start] !== '#') lines.push({ indent: start - from, start, end });
    from = end + 1;
  }
  return lines;
}
