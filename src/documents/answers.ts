/** Reads what a person typed as the answer to a question: understood where it is certain, else asked again in plain words. */
import { amountUnits, type UnitLimits } from '../schema/amount-units.ts';
import type { AmountQuestion } from '../schema/amounts.ts';
import type { Answer } from './amounts.ts';
import { readNumber, WRITTEN_NUMBER } from './written-number.ts';

/** Words around a number that do not change it. */
const FILLERS = /[我俺咱]们?|家里?|[一总]共|加起来|差不多|大[概约]|左右|收入|[共约是有就呢啊吧了的挣]/g;

export type ReadAnswer = { value: Answer } | { again: string };

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
  const text = written.normalize('NFKC').trim();
  const { choices = [], unit = '', limits } = question;
  if (!limits) return choices.includes(written) ? { value: written } : { again: '请从里面选一个。' };
  const { isWhole, min, max } = limits;
  const example = `请只填一个数，比如 ${isWhole ? 3 : 900}。`;
  const value = text && findNumber(text, question, limits.words);
  if (value === '') return { again: `这里还没填。${example}` };
  if (value === undefined) return { again: `没看明白「${shorten(written.trim())}」。${example}` };
  if (isWhole && value % 1) return { again: `要填整数。${example}` };
  if (value < min) return { again: `最少填 ${min}，请再看看。` };
  if (value > max) return { again: `${value}${unit}太大了，请再看看。` };
  return { value };
}

/** The one number of a text, if nothing else in it could change the meaning; negative if it is so written. */
function findNumber(text: string, { ask, unit }: AmountQuestion, words: string): number | undefined {
  const plain = text.replace(/(\d) +(?=\d{3}(?:\D|$))/g, '$1').replace(/[。.,;!?]+$/, '');
  if (/^(?:一分)?(?:没有?|无)(?:收入)?$/.test(plain)) return 0;
  const half = readHalf(plain, words);
  if (half) return half;
  const rest = withoutTime(plain, ask, unit).replace(FILLERS, ' ');
  const [number, another] = rest.match(WRITTEN_NUMBER) || [];
  if (!number || another) return undefined;
  const [before, after = ''] = rest.split(number);
  const others = before + after.replace(new RegExp(`^\\s*(?:${words})`), '');
  if (/[^\s,.;:!?。、]/.test(others)) return undefined;
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
  return text.replace(/[每一]个?([月年])|([月年])(?=收)/g, (words, every = '', before = '') =>
    ask.includes(every + before) ? ' ' : words,
  );
}

const shorten = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text);
