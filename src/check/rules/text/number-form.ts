/** Ambiguous forms of numbers and dates: full-width digits, points and slashes in dates, two scripts in one date. */

import { DAY_MS } from '../../../documents/dates.ts';
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { tablesOf } from '../../tables.ts';
import { forEachProse } from '../../texts.ts';

const MIXED =
  '[〇零一二三四五六七八九十]{2,4}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十\\d]{1,3}日)?|\\d{1,2}月[一二三四五六七八九十]{1,3}日';
const MARKED = '(?<![\\d./-])(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d./-])';
const PADDED = '\\d{4}年(?:0\\d月(?:\\d{1,2}日)?|\\d{1,2}月0\\d日)';
const PATTERN = new RegExp(
  `[０-９]+|${MARKED}|${MIXED}|${PADDED}|(?<!\\d)\\d{2}年\\d{1,2}月\\d{1,2}日`,
  'gu',
);
// A spreadsheet's serial number of a day, from 2020 to 2036, in the place of a date.
const SERIAL =
  /((?:日期|截止|截至|时间|日子|从|自|到|于)[：: ]?)(4[4-9]\d{3})(?![\d.%万元块人户亩斤个只头张本次，]|\s?[a-zA-Z])/gu;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DIGITS = '〇一二三四五六七八九';

export const rule: Rule = {
  name: 'text/number-form',
  severity: 'warning',
  finds: '数字和日期写法不一：全角数字、2026.3.6、2026年03月、二〇二六年3月。',
  why: '同样的日子写成几样，读的人要猜，朗读也会读错。',
  write: '数字用半角，日期写成 2026年3月6日。',
  bad: [
    '一共▶３０００元。',
    '从▶2026.3.6起。',
    '到▶2026-03-06为止。',
    '▶二〇二六年3月开始。',
    '▶2026年03月06日。',
    '▶3月五日开会。',
    '申请截止▶46357。',
    '| 镇 | 发放日期 |\n| --- | --- |\n| 甲 | ▶46357 |\n| 乙 | ▶46360 |',
  ],
  good: [
    '一共3000元。',
    '收入从45000元到46000元。',
    '| 镇 | 金额 |\n| --- | --- |\n| 甲 | 46357 |',
    '从2026年3月6日起。',
    '农历四月初八有庙会。',
    '文号是〔2021〕6号，第1.2.3条。',
  ],
  checkFile: (source, report, beyond) => {
    checkTexts(source, report, beyond);
    if (!MAY_HAVE_SERIAL.test(source.source)) return;
    for (const [head = [], ...rows] of tablesOf(source)) {
      for (const [column, { text }] of head.entries()) {
        if (!DATE_HEAD.test(text)) continue;
        for (const row of rows) {
          const [, serial] = /^(4[4-9]\d{3})$/.exec(row[column]?.text ?? '') ?? [];
          if (serial) report(source, row[column]?.offset ?? 0, serialMessage(serial));
        }
      }
    }
  },
};

/** The head of a column of dates, and a cell with a serial number. */
const DATE_HEAD = /日期|时间|日子|截止|起止|生日|哪天|何时/;
const MAY_HAVE_SERIAL = /\|\s*4[4-9]\d{3}\s*\|/;

function serialMessage(serial: string): string {
  const date = new Date(EXCEL_EPOCH + Number(serial) * DAY_MS).toISOString().slice(0, 10);
  const [year, month, day] = date.split('-').map(Number);
  return `「${serial}」多半是表格里的日期变成了数字，读的人看不懂。请写成「${year}年${month}月${day}日」。`;
}

const checkTexts = forEachProse(({ text, path }, report) => {
  // The last day for applications is a machine-readable date.
  if (path.at(-1) === 'applyBy' && !new RegExp(HAN, 'u').test(text)) return;
  for (const { 1: before = '', 2: serial = '', index } of text.matchAll(SERIAL)) {
    report(index + before.length, serialMessage(serial));
  }
  for (const match of text.matchAll(PATTERN)) {
    const right = rightForm(match);
    const advice = right === undefined ? '请写成 2026年3月6日 这样' : `请写成「${right}」`;
    report(match.index, `「${match[0]}」的写法和别处不一样，朗读会读错。${advice}。`);
  }
});

function rightForm([found, year, , month, day]: RegExpExecArray): string | undefined {
  if (year !== undefined) return `${year}年${Number(month)}月${Number(day)}日`;
  if (/^[０-９]+$/.test(found)) return found.normalize('NFKC');
  if (/^\d{4}年[\d月日]+$/.test(found)) return found.replace(/(?<=[年月])0/g, '');
  if (/^\d{2}年/.test(found)) return undefined;
  const right = found
    .replace(/^[〇零一二三四五六七八九]{4}(?=年)/, (digits) =>
      Array.from(digits, (digit) => DIGITS.indexOf(digit === '零' ? '〇' : digit)).join(''),
    )
    .replace(/[一二三四五六七八九十]+(?=[月日])/g, (words) => String(chineseNumber(words)));
  return /[〇一二三四五六七八九十]/.test(right) ? undefined : right;
}

/** The value of 1 to 99 in Chinese words. */
function chineseNumber(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words];
  const digit = (word: string | undefined, empty: number) => (word ? DIGITS.indexOf(word) : empty);
  return (tens === '0' ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}
