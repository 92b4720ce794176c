/** Numbers of identity cards: 18 places with a birthday and a check digit (GB 11643-1999). */
import { isDate } from '../../../schema/written.ts';
import { hidden, overEverything, type Spot } from '../../everything.ts';
import type { Rule } from '../../rule.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** First two digits of the codes of provinces. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;
const GROUPED = /(?<![\dA-Za-z])\d{6}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[ -]?[\dXx](?![\dA-Za-z])/g;

export const rule: Rule = {
  name: 'privacy/id-number',
  severity: 'error',
  stopsBuild: true,
  finds: '身份证号（连校验位一起算，文号、编号不算）。',
  why: '号码一上网就收不回来，会被人拿去贷款、办卡、行骗。',
  write: '整个删掉。要说明是谁，写“王某”就够了。',
  bad: [
    '王某，身份证▶11010519491231002X。',
    { body: '照着做。', fields: '# ▶440524 18800101 0014\norder: 1', shown: '# 440524 18800101 0014' },
    { fields: 'summary: "号是▶１１０１０５１９４９１２３１００２Ｘ。"' },
  ],
  good: ['文件编号110105194912310021，不是身份证。', '备案号 14102902000000 号。', '带上身份证。'],
  ...overEverything(function* (text): Iterable<Spot> {
    for (const { 0: found, index } of text.matchAll(GROUPED)) {
      if (!isIdNumber(found.replace(/[ -]/g, ''))) continue;
      const words = `这里有一个身份证号（${hidden(found)}），上了网就收不回来，会害了这个人。`;
      yield { index, message: `${words}请整个删掉，只写“王某”这样的称呼。` };
    }
  }),
};

/** Whether 18 places are the number of an identity card: province, birthday and check digit are right. */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number) || !PROVINCES.test(number)) return false;
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(birthday)) return false;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(number[place]), 0);
  return CHECKS[sum % 11] === number[17]?.toUpperCase();
}
