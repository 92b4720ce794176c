/**
 * Numbers in pieces: 187（中间）3306（最后）9157, 前十位是6228930001，后九位是075618326, across cells or lines. A guess, and only near a word for
 * such a number.
 */
import { isCardNumber, isIssued } from './bank-card.ts';
import { isIdNumber } from './identity.ts';
import { isMobile } from './mobile.ts';

type PieceKind = 'id-number' | 'mobile-number' | 'bank-card';

/** A number in pieces: its digits, and the positions of the first and the last piece. */
export interface NumberInPieces {
  kind: PieceKind;
  digits: string;
  start: number;
  end: number;
}

const LABELS: Readonly<Record<PieceKind, RegExp>> = {
  'mobile-number': /电话|手机|号码|微信|联系|致电|打给|拨打?|号[段是：:]|加[他她我]|短信|呼|打头|开头|半个号/,
  'id-number': /身份证|证件|证号|公民身份|号码/,
  'bank-card': /卡|折|账[号户]|帐[号户]|户名|存款|打款|转[账给]/,
};
const ANY_LABEL = new RegExp(
  Object.values(LABELS)
    .map(({ source }) => source)
    .join('|'),
);

interface Piece {
  digits: string;
  start: number;
  end: number;
}

const DIGITS = /\d{2,18}[Xx]?/g;
/** 一七七，后面跟着六三一二: digits that are spelled out one by one. */
const CHINESE_DIGITS = /[零一二三四五六七八九〇幺么洞拐勾]{3,}(?![十百千万亿年岁])/gu;
const CHINESE = '零一二三四五六七八九〇幺么洞拐勾';
const CHINESE_VALUES = '0123456789011079';
/** Text that may be between two pieces. */
const BETWEEN = /^[\s，,、；;：:（）()“”"'|｜\-—+…./\\*_~·•>#\dA-Za-z\u4e00-\u9fff]*$/;
const FILLED = /[一-鿿A-Za-z]/u;
const MAX_BETWEEN = 12;
const MAX_PIECES = 5;
const MAX_LABEL_DISTANCE = 30;
const LABEL_DISTANCE_BEHIND = 16;
const MIN_LENGTH = 11;
const MAX_LENGTH = 19;

/** The numbers in pieces of a text. Whole numbers and those separated by spaces and dashes are not included. */
export function numbersInPieces(text: string, year: number): NumberInPieces[] {
  if (!ANY_LABEL.test(text)) return [];
  const digits = text.replace(CHINESE_DIGITS, (run) =>
    Array.from(run, (digit) => CHINESE_VALUES[CHINESE.indexOf(digit)]).join(''),
  );
  const pieces = Array.from(digits.matchAll(DIGITS), ({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  })).filter(({ start, end }) => !isCount(text, start, end));
  const found: NumberInPieces[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    const number = numberFrom(text, pieces, from, year);
    if (number === undefined) continue;
    found.push(number.found);
    from = number.last;
  }
  return found;
}

/** 前6位, 3个, 第2段. */
function isCount(text: string, start: number, end: number): boolean {
  return end - start < 3 && /^[位段个]/.test(text.slice(end, end + 1));
}

function numberFrom(
  text: string,
  pieces: readonly Piece[],
  from: number,
  year: number,
): { found: NumberInPieces; last: number } | undefined {
  const first = pieces[from];
  if (first === undefined) return undefined;
  let digits = first.digits;
  let isFilled = false;
  for (let last = from + 1; last < Math.min(pieces.length, from + MAX_PIECES); last += 1) {
    const [before, piece] = [pieces[last - 1], pieces[last]];
    if (before === undefined || piece === undefined) return undefined;
    const between = text.slice(before.end, piece.start);
    if (between.length > MAX_BETWEEN || !BETWEEN.test(between) || UNITS.test(between)) return undefined;
    const isSpoken = FILLED.test(text.slice(piece.start, piece.end));
    isFilled ||= isSpoken || FILLED.test(between) || /[\n|｜]/.test(between);
    digits += piece.digits;
    if (digits.length > MAX_LENGTH) return undefined;
    if (digits.length < MIN_LENGTH || !isFilled) continue;
    const label = labelAround(text, first.start, piece.end);
    // 尾号8812，前面是1397455: the end precedes the beginning.
    const turned = last === from + 1 && /[尾后末]/.test(label) ? piece.digits + first.digits : digits;
    if (kindOf(turned, year, label) && !kindOf(digits, year, label)) digits = turned;
    const kind = kindOf(digits, year, label);
    if (kind) return { found: { kind, digits, start: first.start, end: piece.end }, last };
  }
  return undefined;
}

/** A unit between two digits separates two numbers. */
const UNITS =
  /元|[年月日号]\D*[至到]|公[斤里]|亩|岁|户|人(?!家)|%|万|倍|路|楼|室|单元|栋|组|村|届|期|次|点|分|小时/;

function labelAround(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - MAX_LABEL_DISTANCE), start)}${text.slice(end, end + LABEL_DISTANCE_BEHIND)}`;
}

function kindOf(digits: string, year: number, label: string): PieceKind | undefined {
  if (isMobile(digits) && LABELS['mobile-number'].test(label)) return 'mobile-number';
  // A birthday and a check digit, which random digits hardly have, need no label.
  if (isIdNumber(digits, year)) return 'id-number';
  if (!LABELS['bank-card'].test(label) || digits.length < 16) return undefined;
  return isCardNumber(digits) || isIssued(digits) ? 'bank-card' : undefined;
}

const HEAD = /号|前|后|中|段|位|手机|电话|卡|证|尾/;

/** The number that cells of a row form together, under heads for parts of one. */
export function numberOfCells(
  heads: readonly string[],
  cells: readonly string[],
  year: number,
): { kind: PieceKind; digits: string; column: number } | undefined {
  const label = heads.join(' ');
  for (let column = 0; column < cells.length - 1; column += 1) {
    let digits = '';
    for (let next = column; next < Math.min(cells.length, column + MAX_PIECES); next += 1) {
      const cell = (cells[next] ?? '').replace(/[\s-]/g, '');
      if (!/^\d{2,14}[Xx]?$/.test(cell) || !HEAD.test(heads[next] ?? '')) break;
      digits += cell;
      if (next === column || digits.length < MIN_LENGTH) continue;
      const kind = kindOf(digits, year, label);
      if (kind) return { kind, digits, column };
    }
  }
  return undefined;
}
