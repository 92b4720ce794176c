/**
 * Limits of depth and length for what an editor writes. Parsers and tree walkers are recursive, and some take quadratic time in the
 * depth: a file beyond these limits is reported before any parser runs.
 */

/** Maximum nesting of lists, quotations, components and brackets; pages need four. */
export const MAX_DEPTH = 20;
/** Maximum characters of a document; a reader on a phone would scroll through 400 screens. */
export const MAX_FILE_LENGTH = 200_000;
/** Maximum characters of a paragraph or a table line: a longer one is a mistake. */
export const MAX_PARAGRAPH_LENGTH = 20_000;
/** Maximum of stars, underscores, brackets and other marks in one paragraph: the parser searches for pairs within pairs. */
const MAX_MARKS = 2_000;
const MAX_INDENT_LENGTH = 200;

/** Where a text is too deep or too long, with a message in Chinese. */
export interface LimitIssue {
  offset: number;
  message: string;
}

const TOO_DEEP = `这里一层套一层，超过了 ${MAX_DEPTH} 层，手机上看不了，也发布不出来。请拆开写，最多套两三层。`;

/** The first line with lists or quotations nested too deeply; undefined if none. */
export function findDepthIssue(text: string): LimitIssue | undefined {
  let start = 0;
  for (const line of text.split('\n')) {
    if (markersOf(line) > MAX_DEPTH) return { offset: start, message: TOO_DEEP };
    start += line.length + 1;
  }
  return undefined;
}

/** Where a document or record, or a paragraph of it, is too long; undefined if nowhere. */
export function findLengthIssue(text: string): LimitIssue | undefined {
  if (text.length > MAX_FILE_LENGTH) {
    const message = `这个文件有 ${text.length} 个字，太长了，手机上翻不完，最多 ${MAX_FILE_LENGTH} 个。请拆成几篇。`;
    return { offset: MAX_FILE_LENGTH, message };
  }
  let paragraph = { start: 0, length: 0, marks: 0 };
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('|')) paragraph = { start, length: 0, marks: 0 };
    paragraph.length += line.length;
    paragraph.marks += line.replace(/[^*_~`[\]<>{}@]/g, '').length;
    if (paragraph.length > MAX_PARAGRAPH_LENGTH || paragraph.marks > MAX_MARKS) {
      const message = '这一段太长，或者里面的符号太多，没有人看得完。请分成几段，段和段之间空一行。';
      const blank = /^\n/.test(text.slice(paragraph.start)) ? 1 : 0;
      return { offset: paragraph.start + blank, message };
    }
    start += line.length + 1;
  }
  return undefined;
}

/** The first component of a body that is nested too deeply; undefined if none. */
export function findComponentDepthIssue(body: string): LimitIssue | undefined {
  let depth = 0;
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
    const next = body[at + 1] ?? '';
    if (next === '/') depth = Math.max(0, depth - 1);
    if (!/[a-zA-Z>]/.test(next)) continue;
    const end = body.indexOf('>', at);
    if (end < 0) return undefined;
    if (body[end - 1] !== '/') depth += 1;
    if (depth > MAX_DEPTH) return { offset: at, message: TOO_DEEP };
  }
  return undefined;
}

/** The first bracket of a YAML text that is nested too deeply, or the sign of a key that is no plain word. */
export function findBracketIssue(yaml: string): LimitIssue | undefined {
  let depth = 0;
  for (let at = 0; at < yaml.length; at += 1) {
    const sign = yaml[at] ?? '';
    // A new field starts at depth 0.
    if (at > 0 && yaml[at - 1] === '\n' && /[a-zA-Z]/.test(sign)) depth = 0;
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return { offset: at, message: TOO_DEEP };
  }
  // Nested explicit keys take the parser time without a bound; no field needs one.
  const key = /^[ \t-]*\?(?=[ \t\n]|$)/m.exec(yaml);
  return key ? { offset: key.index, message: '字段不能用 ? 开头。请写成「名字: 内容」。' } : undefined;
}

/** The number of quotation and list marks at the start of a line; too much indentation exceeds the limit as well. */
function markersOf(line: string): number {
  let count = 0;
  let blanks = 0;
  for (let at = 0; at < line.length; ) {
    const sign = line[at] ?? '';
    const isApart = /[\s]/.test(line[at + 1] ?? ' ');
    const number = /\d/.test(sign) ? /^\d{1,9}[.)](?=\s)/.exec(line.slice(at, at + 12))?.[0] : undefined;
    if (sign === ' ' || sign === '\t') {
      blanks += 1;
      at += 1;
    } else if (sign === '>' || (/[-+*?:]/.test(sign) && isApart)) {
      count += 1;
      at += 1;
    } else if (number !== undefined) {
      count += 1;
      at += number.length;
    } else break;
  }
  return blanks > MAX_INDENT_LENGTH ? MAX_DEPTH + 1 : count;
}
