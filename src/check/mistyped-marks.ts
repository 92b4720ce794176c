/** Mistyped Markdown marks in a body, each with a correction; pure, so that a test parses each correction. */

import { plainAttributes } from '../markup/index.ts';

/** A mistyped mark: `found` is the text at its place, empty if only an empty line is missing before it. */
export interface MistypedMark {
  /** Offset in the body. */
  index: number;
  found: string;
  right: string;
}

const ADDRESS = '(?:/|https?:|tel:|mailto:|#|www\\.)';
// Any brackets around the words, any around an address, spaces between.
const LINK = new RegExp(
  `([!！]?)[[【［]([^\\]】］\\n[【［]{1,80})[\\]】］][ \\u3000]?[(（【]\\s*(${ADDRESS}[^()（）【】\\n]{0,200}?)\\s*[)）】]`,
  'gu',
);
/** Not 年__月__日: the blanks of a date. */
const UNDERSCORES = /(?<![\w_])__(?![年月日时分号元人亩组村户]__)([^_\n]{1,80})__(?!_)/gu;
const STARS = /(?<![*＊])(?:[*＊]{2})(?![*＊\s])([^*＊\n]{1,80}?)(?:[*＊]{2})(?![*＊])/gu;
const COMPONENT =
  /[＜〈《<](\/?)(Note|Warning|Example|Question|Call|PolicyLink)\b([^<>＜＞〈〉《》\n]{0,200})[＞〉》>]/gu;

/** Mistyped marks at the beginning of a line, with their corrections. */
const LINE_STARTS: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/^(?=#*＃|#{2,6}[^\s#])([#＃]{1,6})[ \u3000]?(?=\S)/u, ([, marks = '']) => `${'#'.repeat(marks.length)} `],
  [/^#(?=\p{Script=Han}[^#]*$)/u, () => '# '],
  [
    /^(\s{0,3})(?:[-－–+＋](?=[\p{Script=Han}“《（【])|[－＋][ \u3000]+(?=\S))/u,
    ([, indent = '']) => `${indent}- `,
  ],
  [
    /^(\s{0,3})(\d{1,2}(?=\.[\p{Script=Han}“《（【\u3000]|．)|[０-９]{1,2}(?=[.．]))[.．][ \u3000]*(?=[\p{Script=Han}“《（【])/u,
    ([, indent = '', number = '']) => `${indent}${number.normalize('NFKC')}. `,
  ],
  [/^＞[ \u3000]*/u, () => '> '],
  [/^[－—]{3,}\s*$/u, () => '---'],
];

/** 1.本人申请；2.村里评议；3.镇里审核。: a sentence with numbers, no item of a list. */
function isRunOfNumbers(line: string, start: string): boolean {
  return (
    /\d/.test(start) &&
    /[；，。、\s]2[.．]\p{Script=Han}/u.test(line) &&
    /[；，。、\s]?1[.．]$/.test(start.trim())
  );
}

/** The mistyped marks of a body, in order; code is skipped. */
export function mistypedMarks(body: string): MistypedMark[] {
  const found: MistypedMark[] = [];
  let offset = 0;
  let isCode = false;
  let isAttachment = false;
  // The parser rejects a footnote that has its text.
  const hasFootnoteText = /^\[\^[^\]\n]+\]:/m.test(body);
  for (const line of body.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    else if (!isCode) {
      // 附件：1．标准表 and below it 　　　2．清单: GB/T 9704 sets the numbers so.
      isAttachment = ATTACHMENTS.test(line) || (isAttachment && NEXT_ATTACHMENT.test(line));
      const marks = (isAttachment ? [] : inLine(line)).filter(
        ({ found: mark }) => !hasFootnoteText || !mark.startsWith('[^'),
      );
      found.push(...marks.map((mark) => ({ ...mark, index: mark.index + offset })));
    }
    offset += line.length + 1;
  }
  return found;
}

const ATTACHMENTS = /^[ \u3000]*附件[：:][ \u3000]?1[.．、]/u;
const NEXT_ATTACHMENT = /^[ \u3000]*\d{1,2}[.．、]/u;

function inLine(line: string): MistypedMark[] {
  if (/^\s*｜.*｜/u.test(line))
    return [
      {
        index: line.search(/\S/),
        found: line.trim(),
        right: line.trim().replace(/｜/g, '|').replace(/－/g, '-'),
      },
    ];
  const marks = [
    ...lineStart(line),
    ...links(line),
    ...around(line, UNDERSCORES),
    ...around(line, STARS),
    ...components(line),
    ...footnotes(line),
  ];
  const isCode = marks.length > 0 ? codeOf(line) : [];
  return marks
    .filter(({ index, found, right }) => found !== right && !isCode[index])
    .sort((one, other) => one.index - other.index);
}

function lineStart(line: string): MistypedMark[] {
  for (const [pattern, write] of LINE_STARTS) {
    const match = pattern.exec(line);
    if (match === null || match[0] === write(match)) continue;
    if (isRunOfNumbers(line, match[0])) continue;
    // The following text is shown too, so that the editor finds the place.
    const rest = line.slice(match[0].length, match[0].length + MAX_QUOTE_LENGTH);
    return [
      { index: line.search(/\S/), found: (match[0] + rest).trim(), right: (write(match) + rest).trim() },
    ];
  }
  return [];
}

const MAX_QUOTE_LENGTH = 12;

function links(line: string): MistypedMark[] {
  return Array.from(
    line.matchAll(LINK),
    ({ 0: found, 1: bang = '', 2: words = '', 3: address = '', index }) => ({
      index,
      found,
      right: `${bang === '' ? '' : '!'}[${words}](${withoutBlanks(address)})`,
    }),
  );
}

/** A page address has no spaces, and hyphens between its words; a file name may have spaces. */
function withoutBlanks(written: string): string {
  // A title may follow the address, as in Markdown.
  const [, address = written, title = ''] = /^(\S+)([ \u3000]+"[^"]*")$/.exec(written) ?? [];
  return withoutBlanksIn(address) + title;
}

function withoutBlanksIn(address: string): string {
  if (/^\/[a-z0-9/ \u3000-]*\/$/.test(address)) return address.replace(/[ \u3000]+/g, '-');
  return address.replace(/[ \u3000]/g, (blank) => encodeURIComponent(blank));
}

function around(line: string, pattern: RegExp): MistypedMark[] {
  return Array.from(line.matchAll(pattern), ({ 0: found, 1: words = '', index }) => ({
    index,
    found,
    right: `**${words.trim()}**`,
  })).filter(({ found, index }) => !found.startsWith('__') || isBesideText(line, index, found.length));
}

/** Underscores are bold if spaces or the ends of the line are on both sides of them. */
function isBesideText(line: string, index: number, length: number): boolean {
  return /\S/.test(line[index - 1] ?? '') || /\S/.test(line[index + length] ?? '');
}

function components(line: string): MistypedMark[] {
  return Array.from(
    line.matchAll(COMPONENT),
    ({ 0: found, 1: slash = '', 2: name = '', 3: rest = '', index }) => ({
      index,
      found,
      right: `<${slash}${name}${plainAttributes(rest)}>`,
    }),
  ).filter(({ found }) => !/^<[^“”＝＂]*>$/.test(found.replace(/"[^"]*"/g, '')));
}

/** Footnotes without their text. */
function footnotes(line: string): MistypedMark[] {
  return Array.from(line.matchAll(/\[\^[^\]\s]{1,20}\](?!:)/gu), ({ 0: found, index }) => ({
    index,
    found,
    right: '（把说明写在这里）',
  }));
}

/** For each index of the line, whether it is in code: the line is read once for all marks in it. */
function codeOf(line: string): boolean[] {
  let isCode = false;
  return Array.from({ length: line.length }, (_, index) => {
    const before = isCode;
    if (line[index] === '`') isCode = !isCode;
    return before;
  });
}
