/**
 * Finds telephone numbers in a text that a reader may want to tap. A number that is a quantity (12345元), a date, or the name of
 * something else (第110条, 文件号, 邮编) is not one: a wrong link would call a stranger. Whole numbers, with an area code or of eleven
 * digits, are recognised by their shape; short ones, 12345 and 110, by their context as well. Shapes by the 电信网编号计划 (工业和信息化部,
 * 2017).
 */
import { dialledBy } from './dialled-by.ts';
import { DASH, MEASURE } from './spoken-step.ts';

/** A number to tap. */
export interface TappedNumber {
  /** Start and end in the text. */
  at: number;
  end: number;
  /** The number to dial: digits, perhaps with + before them. */
  dialled: string;
}

const GAP = '[-—–－−‐‑ \u3000]';
const COUNTRY = `(?:(?:\\+|00)?86${GAP}?)?`;
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const LOCAL = `[2-9]\\d{2,3}${GAP}?\\d{4}`;

/** Numbers recognised by their shape alone, and short candidates. */
const WHOLE = new RegExp(
  [
    `${COUNTRY}[（(]?${AREA}[）)]?${GAP}{0,2}${LOCAL}`,
    `\\+86${GAP}[1-9]\\d{1,2}${GAP}[2-9]\\d{6,7}`,
    `${COUNTRY}[48]00${GAP}?\\d{3}${GAP}?\\d{4}`,
    `${COUNTRY}1[3-9]\\d${GAP}?\\d{4}${GAP}?\\d{4}`,
  ].join('|'),
  'g',
);

/** Counted or measured words, and further digits: the number before them is no telephone number. */
const COUNTED = new RegExp(
  `^(?:[\\d,.%‰万千百亿]*\\d|[%‰℃°㎡]|[.,][A-Za-z\\d]|\\s*(?:${MEASURE}|[多余来]|月|日|级|条|款|期|届|班|路|楼|室|床|国道|省道|县道|[A-Za-z])|\\s*号(?!码|热线|电话)|(?:${DASH}|至|到)\\s*\\d[\\d,.]*\\s*(?:${MEASURE}|万|亿|%))`,
);
/** Text before a number that is the name of something else, or a part of a longer one. */
const NAMED =
  /(?:\d[:：]|[\dA-Za-z.,_/¥￥$€第〔［[比×#№=+－-]|(?:代码|编号|编码|邮编|邮政编码|文号|证号|证件号|证号码|尾号|学号|户号|账号|帐号|卡号|单号|订单号|批号|型号|货号|车次|房号|门牌|密码|验证码|QQ|微信|版本|标准|区划|年)[号码是为:：\s]*)$/;

const DIALLED_BEFORE =
  /(?:打|拨|电话|热线|专线|致电|呼叫|总机|座机|短号|传真|手机|服务号|客服|联系|咨询|咨询热线|投诉|举报|监督|值班|[Tt][Ee][Ll]|☎|📞)[了是到为:：.(（「“\s]*$/;
/** Words for telephone: a number without a shape of its own may follow, 5122345. */
const CALLED_SO = /(?:电话|热线|专线|拨打|致电|总机|座机|短号|[Tt][Ee][Ll]|☎|📞)[了是到为:：.(（「“\s]*$/;
const DIALLED_AFTER = /^(?:[）)」”]?\s*(?:热线|专线|电话|客服|服务热线|平台))/;

const SHORT = /[1-9]\d{2,7}|[2-9]\d{2,3}[- ]\d{4}/g;
/** Lines that are the same in the whole country and have no other meaning in a sentence. */
const PUBLIC_LINE = /^(?:12[13]\d{2}|96110|95598)$/;
/** Banks, insurers, carriers: just as often amounts of money. */
const COMPANY_LINE = /^(?:9[56]\d{3,4}|100(?:00|10|86|99)|1[01]\d{3}|11[468]\d{3}|1[0-2]\d{6})$/;
const LOCAL_LINE = /^[2-9]\d{2,3}[- ]?\d{4}$/;
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

const URGENT = '1(?:10|12|14|19|20|22)';
const URGENT_LIST = new RegExp(`${URGENT}(?:\\s*(?:、|和|或者?|以?及|，|/|\\s)\\s*${URGENT}(?!\\d))*`, 'g');
const URGENT_BEFORE = /(?:报警|火警|急救|救护车?|匪警|消防|求救|求助|交警|[打拨叫][了过]?)[:：（(「“\s]*$/;
const URGENT_AFTER =
  /^[）)」”]?\s*(?:报警|火警|急救|救护|消防|求助|电话|热线|专线|警|救援|联动|平台|交通事故)/;
/** 110、120两种, a choice of amounts. */
const SEVERAL = /^\s*[两二三四几]?[种档类样]/;

/**
 * The numbers to tap in a text, in their order. `phones` are those of the county's list, which are recognised in any context.
 */
export function numbersToTap(text: string, phones: readonly string[] = []): TappedNumber[] {
  if (!/\d{3}/.test(text)) return [];
  const found = [
    ...knownNumbers(text, phones),
    ...wholeNumbers(text),
    ...urgentNumbers(text),
    ...shortNumbers(text),
  ];
  const taken: TappedNumber[] = [];
  for (const number of found) {
    if (taken.every(({ at, end }) => number.end <= at || number.at >= end)) taken.push(number);
  }
  return taken.sort((a, b) => a.at - b.at);
}

function isOther(text: string, at: number, end: number): boolean {
  return NAMED.test(text.slice(Math.max(0, at - 12), at)) || COUNTED.test(text.slice(end, end + 24));
}

function knownNumbers(text: string, phones: readonly string[]): TappedNumber[] {
  return phones.flatMap((phone) => {
    const found: TappedNumber[] = [];
    for (let at = text.indexOf(phone); at >= 0; at = text.indexOf(phone, at + phone.length)) {
      const end = at + phone.length;
      // 110 in a list is recognised by its neighbours, as without the list.
      if (phone.length > 3 && !isOther(text, at, end)) found.push(numberAt(text, at, end));
    }
    return found;
  });
}

function wholeNumbers(text: string): TappedNumber[] {
  return Array.from(text.matchAll(WHOLE), ({ 0: number, index }) => ({
    at: index,
    end: index + number.length,
  }))
    .filter(({ at, end }) => {
      const [before, after] = [text.slice(Math.max(0, at - 12), at), text.slice(end, end + 24)];
      // An extension may follow, -2, but nothing longer.
      const isExtended = /^[-—–]\d{1,5}(?!\d)/.test(after);
      return !NAMED.test(before) && (isExtended || (!COUNTED.test(after) && !/^[-—–]\d/.test(after)));
    })
    .map(({ at, end }) => numberAt(text, at, end));
}

function urgentNumbers(text: string): TappedNumber[] {
  return Array.from(text.matchAll(URGENT_LIST)).flatMap(({ 0: list, index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + list.length)];
    if (isOther(text, index, index + list.length) || SEVERAL.test(after)) return [];
    const numbers = Array.from(list.matchAll(/\d+/g), (each) =>
      numberAt(text, index + each.index, index + each.index + each[0].length),
    );
    const isUrgent = URGENT_BEFORE.test(before) || URGENT_AFTER.test(after) || DIALLED_BEFORE.test(before);
    return isUrgent || numbers.length > 1 ? numbers : [];
  });
}

function shortNumbers(text: string): TappedNumber[] {
  return Array.from(text.matchAll(SHORT))
    .filter(({ 0: number, index }) => {
      const [before, after] = [text.slice(0, index), text.slice(index + number.length)];
      if (isOther(text, index, index + number.length) || /^[-—–]\d/.test(after)) return false;
      if (PUBLIC_LINE.test(number)) return true;
      const isDialled = isBehindDialled(before) || DIALLED_AFTER.test(after);
      if (COMPANY_LINE.test(number)) return isDialled;
      return LOCAL_LINE.test(number) && !DAY.test(number) && isBehind(CALLED_SO, before);
    })
    .map(({ 0: number, index }) => numberAt(text, index, index + number.length));
}

const isBehindDialled = (before: string) => isBehind(DIALLED_BEFORE, before);

/** Whether the words are before it, or before a list of numbers that it ends: 电话5122345、5122346. */
function isBehind(words: RegExp, before: string): boolean {
  return words.test(before.replace(/(?:[\d-]{3,14}\s*(?:、|和|或者?|，|\/)\s*)+$/, ''));
}

function numberAt(text: string, at: number, end: number): TappedNumber {
  return { at, end, dialled: dialledBy(text.slice(at, end)) };
}
