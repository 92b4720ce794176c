/**
 * Typing errors of a Chinese keyboard in the fields of a file: full-width colons, quotes and brackets, blanks that are missing or of the
 * wrong kind. YAML parses most of them as plain text and reports another error, lines further down. Each is found by pattern and fixed on
 * trial: a fix without improvement is discarded (see validate-fields.ts).
 */

export interface Slip {
  /** In the text of the fields. */
  offset: number;
  /** Index of the line among all lines, from 0. */
  line: number;
  /** Whether it is the mark before an item of a list. */
  isListMark: boolean;
  /** In Chinese: the error and the correct form. */
  message: string;
  /** Returns the line with the error fixed. */
  mend(line: string): string;
}

/** A file with more was not written by a person. */
const MAX_SLIPS = 40;

const BLANK = '[ \\t\\u00a0\\u3000]';
/** A field name at the start of a line, perhaps after the dash of a list, and the rest of the line. */
const FIELD = new RegExp(`^(\\s*(?:- +)*)([A-Za-z][\\w-]*)(${BLANK}*)([:：﹕︰])(${BLANK}*)(.*)$`);
const LIST_MARK = /^(\s*)([-－—–−‐•·●])([ \u00a0\u3000]*)(?![-－—–−‐])(\S.*)$/;

const QUOTES = '"\'“”‘’＂＇「」『』';
const OPENING = '[【［〔';
const CLOSING = ']】］〕';

type Found = Pick<Slip, 'message' | 'mend'> & { at: number; isListMark?: boolean };

/** The typing errors in the text of some fields, in the order of their lines. */
export function findSlips(text: string): Slip[] {
  const slips: Slip[] = [];
  let offset = 0;
  for (const [number, line] of text.split('\n').entries()) {
    if (slips.length >= MAX_SLIPS) break;
    if (!/^\s*(?:#|$)/.test(line)) {
      for (const { at, isListMark = false, ...slip } of slipsOfLine(line)) {
        slips.push({ ...slip, isListMark, offset: offset + at, line: number });
      }
    }
    offset += line.length + 1;
  }
  return slips;
}

/** The text with the given errors fixed. */
export function withoutSlips(text: string, slips: readonly Slip[]): string {
  const lines = text.split('\n');
  for (const { line, mend } of slips) lines[line] = mend(lines[line] ?? '');
  return lines.join('\n');
}

function slipsOfLine(line: string): Found[] {
  return [
    indentSlip(line),
    commentSlip(line),
    listSlip(line),
    fieldSlip(line),
    valueSlip(line),
    innerSlip(line),
  ].filter((slip) => slip !== undefined);
}

function indentSlip(line: string): Found | undefined {
  if (!/^[ \t]*[\u3000\u00a0]/.test(line)) return undefined;
  const message = '行首的空格是全角的，读不出来。请改成英文空格，一层两格。';
  return { at: 0, message, mend: (text) => text.replace(/^[ \t\u3000\u00a0]+/, withPlainBlanks) };
}

/** A full-width blank is as wide as two. */
const withPlainBlanks = (blanks: string) => blanks.replaceAll('\u3000', '  ').replaceAll('\u00a0', ' ');

function commentSlip(line: string): Found | undefined {
  const at = line.search(/^\s*＃/);
  if (at < 0) return undefined;
  const message = '说明前面的井号打成了中文的「＃」，会当成内容。请改成英文的 #。';
  return { at: line.indexOf('＃'), message, mend: (text) => text.replace('＃', '#') };
}

function listSlip(line: string): Found | undefined {
  const [, indent = '', mark = '', blanks = '', rest = ''] = LIST_MARK.exec(line) ?? [];
  if (mark === '' || (mark === '-' && blanks.startsWith(' '))) return undefined;
  const sample = shortened(`- ${rest}`);
  const message =
    mark === '-'
      ? `短横线后面少了一个空格，这一行就不算一条。请写成「${sample}」。`
      : `一条一行，前面要用英文的短横线，后面空一格，现在打的是「${mark}」。请写成「${sample}」。`;
  const mend = (text: string) =>
    text.replace(LIST_MARK, (_, before, _mark, _blanks, item) => `${before}- ${item}`);
  return { at: indent.length, message, mend, isListMark: true };
}

function fieldSlip(line: string): Found | undefined {
  const match = FIELD.exec(
    line.replace(LIST_MARK, (_, indent, _mark, _blanks, item) => `${indent}- ${item}`),
  );
  if (match === null) return undefined;
  const [, , name = '', before = '', colon = '', after = '', rest = ''] = match;
  const isWide = colon !== ':';
  const lacksBlank = rest !== '' && !after.includes(' ') && !after.includes('\t');
  if (!isWide && !lacksBlank && before === '') return undefined;
  const sample = shortened(`${name}: ${rest}`.trimEnd());
  const mend = (text: string) =>
    text.replace(FIELD, (_, lead, key, _before, _colon, _after, value) =>
      `${lead}${key}: ${value}`.trimEnd(),
    );
  return {
    at: line.indexOf(name),
    message: `${fieldWords(name, isWide, lacksBlank, after)}请写成「${sample}」。`,
    mend,
  };
}

function fieldWords(name: string, isWide: boolean, lacksBlank: boolean, after: string): string {
  if (isWide) return `${name} 后面的冒号打成了中文的「：」，读不出来。要用英文冒号，后面空一格。`;
  if (!lacksBlank) return `${name} 和冒号之间多了一个空格。空格要放在冒号后面。`;
  return after === ''
    ? `${name} 的冒号后面少了一个空格，读不出来。`
    : `${name} 的冒号后面是全角空格，读不出来。要用英文空格。`;
}

/** The value of a line: after its field name, or after its dash. */
function valueIn(line: string): string {
  const field = FIELD.exec(line);
  return (field?.[6] ?? /^\s*- +(.*)$/.exec(line)?.[1] ?? '').trimEnd();
}

function valueSlip(line: string): Found | undefined {
  const value = valueIn(line);
  const [first = '', last = ''] = [value.at(0), value.at(-1)];
  if (value.length < 2) return undefined;
  const inner = value.slice(1, -1);
  const at = line.lastIndexOf(value);
  const replaced = (mended: string) => (text: string) =>
    text.includes(value) ? text.slice(0, text.lastIndexOf(value)) + mended : text;
  if (
    QUOTES.includes(first) &&
    QUOTES.includes(last) &&
    `${first}${last}` !== '""' &&
    `${first}${last}` !== "''"
  ) {
    const message = `前后的引号打成了中文的「${first}」「${last}」。字段里的引号要用英文的 "，多半不用引号也行。`;
    return { at, message, mend: replaced(JSON.stringify(inner)) };
  }
  if (OPENING.includes(first) && CLOSING.includes(last) && `${first}${last}` !== '[]') {
    const items = inner.split(/[,，、;；]/).map((item) => item.trim());
    const sample = `[${items.join(', ')}]`;
    const message = `列表的方括号打成了中文的「${first}」「${last}」。要用英文的 [ ]，请写成「${shortened(sample)}」。`;
    return { at, message, mend: replaced(sample) };
  }
  return undefined;
}

const INNER_FIELD = new RegExp(`([{,]\\s*)([A-Za-z][\\w-]*)${BLANK}*([:：﹕])${BLANK}*(?=\\S)`, 'g');
const WIDE_COMMA_BEFORE_FIELD = /[，、]\s*(?=[A-Za-z][\w-]*\s*[:：])/g;

/** Fields between braces on one line. */
function innerSlip(line: string): Found | undefined {
  const from = line.search(/[{｛]/);
  if (from < 0) return undefined;
  const mend = (text: string) =>
    text
      .replaceAll('｛', '{')
      .replaceAll('｝', '}')
      .replace(WIDE_COMMA_BEFORE_FIELD, ', ')
      .replace(INNER_FIELD, (_, before, name) => `${before}${name}: `);
  if (mend(line) === line) return undefined;
  const message = '花括号里的冒号、逗号要用英文的，后面各空一格，例如「{title: 去村委会, days: "3"}」。';
  return { at: from, message, mend };
}

/** The maximum length of a sample in a message. */
const MAX_SAMPLE_LENGTH = 30;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_SAMPLE_LENGTH
    ? text
    : `${characters.slice(0, MAX_SAMPLE_LENGTH).join('')}…`;
}
