/** Blanks of a form that a reader prints and fills in: （　　）村, 大写：　　拾　　万, a signed table; and the layout of poems. */
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import { type Table, tablesOf } from './tables.ts';
import { oncePerText } from './texts.ts';

const IN_BRACKETS = /[（(][ \u3000]{2,20}[）)]/g;
/** A space before the unit of what is to be written: 　　拾　　万, 　　年　月　日. */
const BEFORE_UNIT = /\u3000{1,8}(?=[拾万仟佰元角分年月日亩户人口号村组])/g;
/** One blank is more often what the writer left open. */
const MIN_BLANKS = 3;
/** Who signs or confirms a form, and the capital numerals of its amounts. */
const SIGNED = /盖章|签[字名]|兹证明|大写|按手印|填表|公章/;

/** Whether a text is a form with blanks made of spaces: signed, or with several blanks in brackets. */
export const isSpacedForm = oncePerText((text) => {
  const bracketed = text.match(IN_BRACKETS)?.length ?? 0;
  const blanks = bracketed + (text.match(BEFORE_UNIT)?.length ?? 0);
  return blanks >= MIN_BLANKS && (bracketed >= MIN_BLANKS || SIGNED.test(text));
});

const POEM = /诗|歌谣|童谣|民谣|山歌|儿歌|歌词/;
const MIN_POEM_LINES = 4;
const MAX_POEM_LINE_LENGTH = 14;

/** Whether a paragraph with line breaks is a poem: it or a short one before says so, and its lines are short. */
export function isPoem(paragraph: string, before = ''): boolean {
  const near = before.length <= MAX_POEM_TITLE_LENGTH ? before : '';
  if (!POEM.test(paragraph) && !POEM.test(near)) return false;
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '' && !/^\s*[—-]{1,2}/.test(line));
  return lines.length >= MIN_POEM_LINES && lines.every(({ length }) => length <= MAX_POEM_LINE_LENGTH);
}

const MAX_POEM_TITLE_LENGTH = 40;

/** Whether an offset in a source file is in a poem. */
export function isInPoem(source: AnnotatedFile, offset: number): boolean {
  const poems = poemCache.get(source) ?? poemsIn(source);
  poemCache.set(source, poems);
  // A binary search: each space of a long document asks.
  let [low, high] = [0, poems.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((poems[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset >= (poems[low]?.from ?? Number.POSITIVE_INFINITY);
}

const poemCache = new WeakMap<AnnotatedFile, readonly { from: number; to: number }[]>();

/** The poems of a body, as offsets in the file. */
function poemsIn({ source, bodyOffset }: AnnotatedFile): { from: number; to: number }[] {
  if (!POEM.test(source)) return [];
  const poems: { from: number; to: number }[] = [];
  let [start, before] = [bodyOffset, ''];
  for (const paragraph of source.slice(bodyOffset).split(/(?<=\n)[ \t]*\r?\n/)) {
    const from = source.indexOf(paragraph, start);
    start = from + paragraph.length;
    if (isPoem(paragraph, before)) poems.push({ from, to: start });
    before = paragraph;
  }
  return poems;
}

const SIGN_HEAD = /签[字名收]|盖章|手印/;
const FILL_HEAD = /面积|亩数|姓名|数量|金额|备注|意见|电话|日期|户主/;
const BLANK_CELL = /^[_＿\s]{2,40}\p{Script=Han}{0,3}$/u;
/** One blank cell below its head is more often one that the writer left. */
const MIN_BLANK_ROWS = 2;

/** The cells of tables to be filled in: of columns that are blank as a whole, in a table that is signed or has such heads. */
export function cellsToFill(source: AnnotatedFile): ReadonlySet<SourceText> {
  return new Set(tablesOf(source).flatMap(blankCells));
}

function blankCells([head = [], ...rows]: Table): SourceText[] {
  if (rows.length < MIN_BLANK_ROWS) return [];
  const isSigned = head.some(({ text }) => SIGN_HEAD.test(text));
  return head.flatMap(({ text }, column) => {
    const cells = rows.map((row) => row[column]);
    const isBlank = cells.every((cell) => cell !== undefined && BLANK_CELL.test(cell.text));
    if (!isBlank || !(isSigned || FILL_HEAD.test(text))) return [];
    return cells.flatMap((cell) => (cell?.source ? [cell.source] : []));
  });
}
