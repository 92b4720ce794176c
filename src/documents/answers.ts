/** Reads what a person typed as the answer to a question: understood where it is certain, else asked again in plain words. */
import { amountUnits, type UnitLimits } from '../schema/amount-units.ts';
import type { AmountQuestion } from '../schema/amounts.ts';
import { type ReadAnswer, readChoice } from './choices.ts';
import { readNumber, WRITTEN_NUMBER } from './written-number.ts';

/** Words and marks around a number that do not change it. */
const FILLERS =
  /[我俺咱]们?|家里?|[一总]共|加起来|差不多|大[概约]|左右|收入|[共约是有就只才呢啊吧了的挣¥\s,.;:!?。、]/g;
/** A character of a question that would change a number in an answer, or be part of it. */
const CHANGES_NUMBER = /[\d一二两三四五六七八九十百千万半多少几不没除均]/;

/** A question with the limits of its unit: a page has those of its own questions only, not the whole table. */
export type AskedQuestion = AmountQuestion & { limits?: Omit<UnitLimits, 'label'> };

/** The question with what is needed to read an answer. */
export function askedQuestion(question: AmountQuestion): AskedQuestion {
  if (!question.unit) return question;
  const { label: _, ...limits } = amountUnits[question.unit];
  return { ...question, limits };
}

/** The answer in a text; `again` is what to say to the person otherwise. */
export function readAnswer(written: string, question: AskedQuestion): ReadAnswer {
  const { unit = '', limits } = question;
  if (!limits) return readChoice(written, question);
  const text = written.normalize('NFKC').trim();
  const { isWhole, min, max, typical } = limits;
  const example = `请只填一个数，比如 ${typical}。`;
  const value = text && findNumber(text, question, limits.words);
  if (value === '') return { again: `这里还没填。${example}` };
  if (value === undefined) return { again: `没看明白「${shorten(written.trim())}」。${example}` };
  if (isWhole && value % 1) return { again: `要填整数。${example}` };
  if (Math.round(value * 100) / 100 !== value) return { again: `小数最多写两位。${example}` };
  if (value < min) return { again: `最少填 ${min}，请再看看。` };
  if (value > max) return { again: `${value}${unit}太大了，请再看看。` };
  return { value };
}

/** The one number of a text, if nothing else in it could change the meaning; negative if it is so written. */
function findNumber(text: string, { ask, unit }: AmountQuestion, words: string): number | undefined {
  const plain = text.replace(/(\d) +(?=\d{3}(?:\D|$))/g, '$1').replace(/\s+(?=\D)|[。.,;!?]+$/g, '');
  const half = readHalf(plain, words);
  if (half) return half;
  const rest = withoutTime(plain, ask, unit).replace(/一(?=[家共])/g, ' ');
  if (/^(?:一分)?[没无]$/.test(rest.replace(FILLERS, ''))) return 0;
  const [number, another] = rest.match(WRITTEN_NUMBER) || [];
  if (!number || another) return undefined;
  const [before = '', after = ''] = rest.split(number);
  // Behind the number words of the question count only after its unit: 12亩地 is no answer to 每亩地多少元.
  const end = after.replace(new RegExp(`^(?:${words})`), '');
  const others = withoutWordsOf(ask, before) + (end === after ? end : withoutWordsOf(ask, end));
  if (others.replace(FILLERS, '')) return undefined;
  const value = readNumber(number.replace(/^[-−负]/, ''));
  return value && /^[-−负]/.test(number) ? -value : value;
}

/** 两亩半, 半亩: the half of a unit behind it or in front. */
function readHalf(text: string, words: string): number | undefined {
  const [, number, isHalf] = new RegExp(`^(.+?)(?:${words})(半?)$`).exec(text) || [];
  if (number === '半') return 0.5;
  const value = isHalf && readNumber(number || '');
  return value && value % 1 === 0 ? value + 0.5 : undefined;
}

/** Without words of time that change nothing: of income only those by which the question asks. */
function withoutTime(text: string, ask: string, unit: string | undefined): string {
  if (unit !== '元') return text.replace(/今年|现在/g, ' ');
  return text.replace(/[每一/]个?([月年])|([月年])(?=收)/g, (words, every = '', before = '') =>
    ask.includes(every + before) ? ' ' : words,
  );
}

/** Without what the question itself says: 账户里有900元 answers 账户里有多少元. */
function withoutWordsOf(ask: string, text: string): string {
  const isAsked = (at: number) => {
    const pair = text.slice(at, at + 2);
    return pair.length > 1 && !CHANGES_NUMBER.test(pair) && ask.includes(pair);
  };
  return text.replace(/./g, (char, at: number) => (isAsked(at) || (at && isAsked(at - 1)) ? '' : char));
}

const shorten = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text);
