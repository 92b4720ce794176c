/** Context of a number that shows what it is: a label, a unit, a longer word that contains it. */

/** A label of a count or a file number, directly before the number. */
const SERIAL =
  /(?:编号|编码|单号|订单|快递|批号|文号|序号|流水|档案|学号|工号|条码|条形码|代码|版本|许可证|登记证|备案|合同|发票|案号|型号|批次|货号|税号|书号|图号|箱号|车架号|发动机号|追溯码|取件码|验证码|准考证|报名号|考生号|考号|学籍号|户号|表号|工单|业务号|回执|运单|物流单|座位号|设备号|\bISB?N|\bISSN|\bS\/?N|\bDOI|\bUUID)(?:号码?)?(?:是|为|叫|[:：=#"'\s（(])*[A-Za-z]{0,4}[-_]?$/;
const AMOUNT_BEFORE =
  /(?:[¥￥$]|人民币|金额|投资|资金|投入|合计|总额|共计|预算|收入|支出|产值|余额|总计|面积|人口)(?:是|为|达到?|约|了|有|共|[:：\s])*$/;
const UNIT =
  /^\s{0,2}(?:元|万|亿|块钱|美元|亩|公斤|斤|吨|公里|千米|米|平方|立方|度|千瓦|瓦|株|棵|袋|人次|字节|毫|[%％‰])/;
const AROUND_LENGTH = 24;

/** The text directly before and after a number at `start` to `end`. */
export function around(text: string, start: number, end: number): { before: string; behind: string } {
  return {
    before: text.slice(Math.max(0, start - AROUND_LENGTH), start),
    behind: text.slice(end, end + AROUND_LENGTH),
  };
}

/** Whether a label shows that it is a file or serial number. */
export function isSerial(text: string, start: number): boolean {
  return SERIAL.test(around(text, start, start).before);
}

/** Whether the number is an amount: it has a label before it, a unit after it, or decimals. */
export function isAmount(text: string, start: number, end: number): boolean {
  const { before, behind } = around(text, start, end);
  return (
    AMOUNT_BEFORE.test(before) ||
    UNIT.test(behind) ||
    /^\.\d{1,2}(?!\d)/.test(behind) ||
    /(?:^|[^\d.])(?:0|\d{2,3})\.$/.test(before)
  );
}

/** A word that is longer than its number by this is a checksum, a key or the name of a generated file. */
const MAX_LETTERS_BEFORE = 8;

const PREFIX = /(?<![A-Za-z])[A-Z]{1,6}[-_]$/;
const PHONE_PREFIX = /(?:TEL|MOB|PHONE|WX|VX|V|DH|SJ)[-_]$/i;

/** t20261118_13900045512.html: the name of a page in the systems of offices, by day and serial number. */
const PAGE_BEFORE = /\/[a-z]{0,2}(?:19|20)\d{6}[_-]$/;
const PAGE_BEHIND = /^\.(?:s?html?|jsp|aspx?)/;

/** Whether the number is part of a word of letters and digits: a checksum, a key. */
export function isPieceOfWord(text: string, start: number, end: number): boolean {
  const { before, behind } = around(text, start, end);
  if (PAGE_BEHIND.test(behind) && PAGE_BEFORE.test(before)) return true;
  const left = /[A-Za-z0-9]*$/.exec(before.replace(/%2B$/i, '+'))?.[0] ?? '';
  const right = /^[A-Za-z][A-Za-z0-9]*/.exec(behind)?.[0] ?? '';
  // PO-15904763318X
  if (right !== '' && PREFIX.test(before) && !PHONE_PREFIX.test(before)) return true;
  return (
    left.length > MAX_LETTERS_BEFORE || /\d/.test(left) || /\d/.test(right) || (left !== '' && right !== '')
  );
}

/** Whether the number consists of two lines with digits only: a column of figures. */
export function isColumn(text: string, start: number, end: number): boolean {
  if (!text.slice(start, end).includes('\n')) return false;
  const { before, behind } = around(text, start, end);
  const [left, right] = [/[^\n]*$/.exec(before)?.[0] ?? '', /^[^\n]*/.exec(behind)?.[0] ?? ''];
  return left.trim() === '' && right.trim() === '';
}
