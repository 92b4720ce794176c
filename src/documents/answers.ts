/** Reads what a person typed as the answer to a question: understood where it is certain, else asked again in plain words. */
import { amountUnits } from '../schema/amount-units.ts';
import type { AmountQuestion } from '../schema/amounts.ts';
import type { Answer } from './amounts.ts';
import { readNumber, WRITTEN_NUMBER } from './written-number.ts';

/** What may stand behind the number, by unit. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  人: '口人|个人|口|人|位|个',
  岁: '周岁|岁',
  亩: '亩地|亩',
  元: '元钱|块钱|元整|元|块|圆',
  公里: '公里|千米',
  平方米: '平方米|平米|平方|个平方',
  天: '天|日',
  月: '个月|月',
  年: '年',
  头: '头',
  只: '只',
};
/** Words around a number that do not change it. */
const FILLERS =
  /我们家|我家|俺家|咱家|家里|我|俺|家|一共|总共|共|全部|加起来|差不多|大概|大约|左右|约|是|有|就|呢|啊|吧|了|的|收入|挣|[\s,，。.;；:：!！?？、]/g;

export type ReadAnswer = { value: Answer } | { again: string };

/** The answer in a text; `again` is what to say to the person otherwise. */
export function readAnswer(written: string, question: AmountQuestion): ReadAnswer {
  const text = written.normalize('NFKC').trim();
  const { choices, unit } = question;
  if (choices) return choices.includes(written) ? { value: written } : { again: '请从里面选一个。' };
  if (text === '') return { again: '这里还没填，请填一个数。' };
  const { isWhole, min, max } = amountUnits[unit ?? '元'];
  const example = `只填一个数，比如 ${isWhole ? Math.max(3, min) : unit === '元' ? 900 : 2.5}。`;
  const value = findNumber(text, question);
  if (value === undefined) return { again: `没看明白「${shorten(written.trim())}」。${example}` };
  if (value < 0) return { again: `不能比 0 还小。没有就填 0。` };
  if (isWhole && !Number.isInteger(value)) return { again: `这里要填整数，没有零头。${example}` };
  if (value < min) return { again: `最少填 ${min}，请再看看。` };
  if (value > max) return { again: `${value}${unit ?? ''}太大了，是不是多打了一位？请再看看。` };
  return { value };
}

/** The one number of a text, if nothing else in it could change the meaning; negative if it is so written. */
function findNumber(text: string, { ask, unit = '元' }: AmountQuestion): number | undefined {
  if (/^(?:没有|没|无|一分没有|没有收入|没收入)[。.]?$/.test(text)) return 0;
  const plain = text.replace(/(\d)\s+(?=\d{3}(?:\D|$))/g, '$1').replace(/[。.,;!?]+$/, '');
  const half = readHalf(plain, unit);
  if (half !== undefined) return half;
  const whole = withoutTime(plain, ask, unit);
  const numbers = whole.match(WRITTEN_NUMBER) ?? [];
  const [number = ''] = numbers;
  if (numbers.length !== 1) return undefined;
  const isNegative = /^[-−负]/.test(number);
  const value = readNumber(number.replace(/^[-−负]/, ''));
  const [before = '', after = ''] = whole.split(number);
  const rest = before + after.replace(new RegExp(`^\\s*(?:${UNIT_WORDS[unit]})`), '');
  const left = rest.replace(FILLERS, '');
  return value === undefined || left !== '' ? undefined : isNegative ? -value : value;
}

/** 两亩半, 半亩: the half of a unit behind it or in front. */
function readHalf(text: string, unit: string): number | undefined {
  const words = UNIT_WORDS[unit];
  if (new RegExp(`^半(?:${words})$`).test(text)) return 0.5;
  const [, number] = new RegExp(`^(.+?)(?:${words})半$`).exec(text) ?? [];
  const value = number === undefined ? undefined : readNumber(number);
  return value === undefined || !Number.isInteger(value) ? undefined : value + 0.5;
}

/** Without words of time that the question has too, unless the answer is a time itself. */
function withoutTime(text: string, ask: string, unit: string): string {
  if (unit === '岁') return text.replace(/今年|现在/g, '');
  if (unit === '月' || unit === '年' || unit === '天') return text;
  const month = ask.includes('月') ? text.replace(/每个月|一个月|每月|月收入/g, '') : text;
  return ask.includes('年') ? month.replace(/每年|一年|年收入/g, '') : month;
}

const shorten = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text);
