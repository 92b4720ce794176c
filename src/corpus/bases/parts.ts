/**
 * Parts of a body that have a name: the lines between `<Part name="…">` and `</Part>`, each tag on a line of its own. A base names the parts that
 * others may write for themselves; on the page nothing shows of the tags.
 */
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { isBlank, type Line, type Lines } from './lines.ts';

const OPEN = /^ {0,3}<Part\s+name="([^"\n]{1,60})"\s*>\s*$/;
const CLOSE = /^ {0,3}<\/Part>\s*$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
export const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;

/** A named part; `open` and `close` are the indexes of the lines with its tags. */
export interface Part {
  name: string;
  open: number;
  close: number;
}

type Fault = Pick<Diagnostic, 'rule' | 'message'> & { at: number };

/** The parts of a body, and what is wrong with their tags; `codeLines` are within a code block. */
export function findParts(texts: readonly string[]): {
  parts: Part[];
  faults: Fault[];
  codeLines: Set<number>;
} {
  const parts: Part[] = [];
  const faults: Fault[] = [];
  const codeLines = new Set<number>();
  const fault = (at: number, message: string) => faults.push({ at, rule: 'base/part', message });
  let open: { name: string; at: number } | undefined;
  let fence: string | undefined;
  for (const [at, text] of texts.entries()) {
    const [, mark] = FENCE.exec(text) ?? [];
    if (fence !== undefined || mark !== undefined) codeLines.add(at);
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    if (codeLines.has(at)) continue;
    const [, name] = OPEN.exec(text) ?? [];
    if (name !== undefined) {
      if (open !== undefined)
        fault(at, `<Part name="${open.name}"> 还没有用 </Part> 结束，里面不能再套一段。`);
      if (parts.some((part) => part.name === name))
        fault(at, `有两段都叫「${name}」，下级改的是哪一段分不清。请给其中一段换个名字。`);
      open = { name, at };
    } else if (CLOSE.test(text)) {
      if (open === undefined) fault(at, '</Part> 前面没有对应的 <Part name="……">。请补上，或者删掉这一行。');
      else parts.push({ name: open.name, open: open.at, close: at });
      open = undefined;
    }
  }
  if (open !== undefined)
    fault(open.at, `<Part name="${open.name}"> 没有结束。请在这一段后面单独写一行 </Part>。`);
  return { parts, faults, codeLines };
}

/** A body with spaces in place of the tags of its parts, so that every character stays where it is, and the errors in the tags. */
export function withoutPartTags(
  body: string,
  file: string,
  firstLine: number,
): { body: string; diagnostics: Diagnostic[] } {
  if (!body.includes('<Part') && !body.includes('</Part')) return { body, diagnostics: [] };
  const texts = body.split('\n');
  const { parts, faults } = findParts(texts);
  const tags = new Set([...parts.flatMap(({ open, close }) => [open, close]), ...faults.map(({ at }) => at)]);
  const diagnostics = faults.map(
    ({ at, ...words }): Diagnostic => ({
      file,
      line: firstLine + at,
      column: 1,
      severity: 'error',
      ...words,
    }),
  );
  return {
    body: texts.map((text, at) => (tags.has(at) ? ' '.repeat(text.length) : text)).join('\n'),
    diagnostics,
  };
}

/** A part of the base that was written anew. */
export interface ChangedPart {
  /** Its name; undefined for the body as a whole. */
  name?: string;
  own: Lines;
  base: Lines;
  /** The first line of the file that changes it. */
  at: Line;
}

export interface JoinedBody {
  lines: Lines;
  changes: ChangedPart[];
  diagnostics: Diagnostic[];
}

/**
 * A body over that of its base: an empty one takes the base's, one of named parts replaces those parts of the base (or the text below the
 * heading of that name), any other replaces the whole.
 */
export function joinBodies(own: Lines, base: Lines): JoinedBody {
  if (isBlank(own)) return { lines: base, changes: [], diagnostics: [] };
  const { parts, faults } = findParts(own.map(({ text }) => text));
  const [first] = own.filter(({ text }) => text.trim() !== '');
  if (parts.length === 0 || faults.length > 0 || first === undefined)
    return { lines: own, changes: [{ own, base, at: first ?? (own[0] as Line) }], diagnostics: [] };
  const joined: JoinedBody = { lines: base, changes: [], diagnostics: [...textBeside(own, parts)] };
  for (const { name, open, close } of parts) {
    const at = own[open] as Line;
    const place = placeOf(joined.lines, name);
    if (place === undefined) joined.diagnostics.push(unknownPart(at, name, base));
    else {
      const [tags, text] = [[own[open], own[close]] as Line[], own.slice(open + 1, close)];
      const inner = place.isHeading ? [tags[0] as Line, ...text, tags[1] as Line] : text;
      joined.changes.push({ name, own: text, base: joined.lines.slice(place.from, place.to), at });
      joined.lines = joined.lines.toSpliced(place.from, place.to - place.from, ...inner);
    }
  }
  return joined;
}

/** Text outside the parts has no place in the base's body. */
function textBeside(own: Lines, parts: readonly Part[]): Diagnostic[] {
  const isBeside = (index: number) => !parts.some(({ open, close }) => open <= index && index <= close);
  const found = own.find(({ text }, index) => text.trim() !== '' && isBeside(index));
  if (found === undefined) return [];
  const { file, line } = found;
  const message =
    '这一行在 <Part> 外面，不知道放进上级正文的哪里。请写进一段 <Part>；要整篇自己写，就把 <Part> 都去掉。';
  return [{ file, line, column: 1, severity: 'error', rule: 'base/part', message }];
}

function unknownPart({ file, line }: Line, name: string, base: Lines): Diagnostic {
  const names = namesIn(base);
  const advice =
    names.length === 0 ? '上级的正文里一段有名字的也没有。' : `可以写的有：${names.join('、')}。`;
  const message = `上级的正文里没有叫「${name}」的一段，也没有这个小标题，写的字没有地方放。${advice}`;
  return { file, line, column: 1, severity: 'error', rule: 'base/part', message };
}

function namesIn(lines: Lines): string[] {
  const texts = lines.map(({ text }) => text);
  const { parts, codeLines } = findParts(texts);
  const headings = texts.flatMap((text, at) => (codeLines.has(at) ? [] : (HEADING.exec(text)?.[2] ?? [])));
  return [...new Set([...parts.map(({ name }) => name), ...headings])];
}

/** The lines of the part, or below the heading, of that name. */
export function placeOf(
  lines: Lines,
  name: string,
): { from: number; to: number; isHeading: boolean } | undefined {
  const texts = lines.map(({ text }) => text);
  const { parts, codeLines } = findParts(texts);
  const part = parts.find((each) => each.name === name);
  if (part !== undefined) return { from: part.open + 1, to: part.close, isHeading: false };
  const headings = texts.flatMap((text, at) => {
    const [, marks, words] = codeLines.has(at) ? [] : (HEADING.exec(text) ?? []);
    return marks === undefined ? [] : [{ at, level: marks.length, words }];
  });
  const found = headings.filter(({ words }) => words === name);
  const [heading] = found;
  // Two headings of one name: nobody can say which is meant.
  if (heading === undefined || found.length > 1) return undefined;
  const next = headings.find(({ at, level }) => at > heading.at && level <= heading.level);
  const end = next?.at ?? lines.length;
  // A heading within a part ends with it.
  const around = parts.find(({ open, close }) => open < heading.at && heading.at < close);
  return { from: heading.at + 1, to: Math.min(end, around?.close ?? end), isHeading: true };
}
