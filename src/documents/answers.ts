/** Reads what a person typed as the answer to a question: understood where it is certain, else asked again in plain words. */

import { amountUnits } from '../schema/amount-units.ts';
import type { AmountQuestion } from '../schema/amounts.ts';
import { type ReadAnswer, readChoice } from './choices.ts';
import { readNumber, WRITTEN_NUMBER } from './written-number.ts';

/** Words and marks around a number that do not change it. */
const FILLERS =
  '一共|加起来|差不多|大[概约]|左右|收入|[我俺咱们家里总共约是有就只才呢啊吧了的挣¥\\s,.;:!?。、]';
/** A character of a question that would change a number in an answer, or be part of it. */
const CHANGES_NUMBER = /[^一-龥]|[一二两三四五六七八九十百千万半多少几不没除均]/;

/** Matches nowhere. */
const NOTHING = '(?!)';

/** What reading a number needs of its question. Computed with the page: the phone has neither the table of units nor the texts. */
interface NumberReading {
  min: number;
  max: number;
  /** How many values there are between two whole numbers: 1, or 100 with decimals. */
  steps: number;
  /** Words behind the number, as alternatives of a regular expression. */
  words: string;
  /** The pairs of characters of the question that change nothing in an answer, likewise. */
  asked: string;
  /** Words of time, and others with a numeral, that change nothing, likewise. */
  ignored: string;
  /** Words around a number that change nothing, likewise. */
  fillers: string;
  /** What to say if it is left out, unclear, has too many decimals, is too low, is too high; {} is what was written. */
  again: readonly [empty: string, unclear: string, decimals: string, low: string, high: string];
}

export type AskedQuestion = AmountQuestion & { reading?: NumberReading };

/** The question with what is needed to read an answer. */
export function askedQuestion(question: AmountQuestion): AskedQuestion {
  const { unit, ask } = question;
  if (!unit) return question;
  const { isWhole, min, max, typical, words } = amountUnits[unit];
  const pairs = Array.from(ask, (_char, at) => ask.slice(at, at + 2));
  const asked = pairs.filter((pair) => pair.length === 2 && !CHANGES_NUMBER.test(pair)).join('|') || NOTHING;
  // Of income only the time for which the question asks: a month is no year.
  const times =
    unit === '元'
      ? ['月', '年'].filter((time) => ask.includes(time)).map((time) => `[每一/]个?${time}|${time}(?=收)`)
      : ['今年', '现在'];
  const ignored = [...times, '一(?=[家共])|一分(?=没)'].join('|');
  const example = `请只填一个数，比如 ${typical}。`;
  return {
    ...question,
    reading: {
      ...{ min, max, steps: isWhole ? 1 : 100, words, asked, ignored, fillers: FILLERS },
      again: [
        `这里还没填。${example}`,
        `没看明白「{}」。${example}`,
        `${isWhole ? '要填整数' : '小数最多写两位'}。${example}`,
        `最少填 ${min}，请再看看。`,
        `{}${unit}太大了，请再看看。`,
      ],
    },
  };
}

/** The answer in a text; `again` is what to say to the person otherwise. */
export function readAnswer(written: string, question: AskedQuestion): ReadAnswer {
  const { reading } = question;
  if (!reading) return readChoice(written, question);
  const { min, max, steps } = reading;
  const [empty, unclear, decimals, low, high] = reading.again;
  const text = written.normalize('NFKC').trim();
  const value = findNumber(text, reading);
  if (!text) return { again: empty };
  if (value === undefined) return { again: unclear.replace('{}', () => shorten(written.trim())) };
  if (Math.round(value * steps) / steps !== value) return { again: decimals };
  if (value < min) return { again: low };
  return value > max ? { again: high.replace('{}', String(value)) } : { value };
}

/** The one number of a text, if nothing else in it could change the meaning; negative if it is so written. */
function findNumber(text: string, { words, asked, ignored, fillers }: NumberReading): number | undefined {
  const rest = text
    .replace(/ (?=\d{3}(?:\D|$))/g, ',')
    .replace(/\s+(?=\D)|[。.,;!?]+$/g, '')
    .replace(/^半/, '0.5')
    .replace(new RegExp(ignored, 'g'), ' ');
  const [before = '', sign, number = '', after = '', another] = rest.split(WRITTEN_NUMBER);
  // Behind the number words of the question count only after its unit: 12亩地 is no answer to 每亩地多少元.
  const [unit, half] = new RegExp(`^(?:${words})(半?)`).exec(after) || [''];
  const end = after.slice(unit.length);
  const others = (withoutPairs(before, asked) + (unit ? withoutPairs(end, asked) : end)).replace(
    new RegExp(fillers, 'g'),
    '',
  );
  if (!number && /^[没无]$/.test(others)) return 0;
  const value = readNumber(number);
  if (others || another !== undefined || value === undefined || (half && value % 1)) return undefined;
  return (sign ? -1 : 1) * value + (half ? 0.5 : 0);
}

/** Without characters that are in one of the pairs: 账户里有 is nothing new to 账户里有多少元. */
function withoutPairs(text: string, pairs: string): string {
  return text.replace(new RegExp(`(?:(?=${pairs}).)+.`, 'g'), '');
}

const shorten = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text);
