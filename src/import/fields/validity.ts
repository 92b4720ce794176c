/** Finds from when until when a rule is valid: two dates, or a date and a number of years. */
import type { Prefilled } from '../../schema/starting-file.ts';
import { DAY, dayIn } from './days.ts';
import { sentences } from './money.ts';

const D = `(?:${DAY.source.replace(/\((?!\?)/g, '(?:')})`;
const FROM = new RegExp(`自?\\s*(${D})\\s*(?:起|开始)\\s*(?:正式)?(?:施行|执行|实施|生效|试行)`, 'u');
/** 实施期限为A至B, 有效期自A起至B止. */
const PERIOD = new RegExp(
  `(?:有效期|(?:实施|执行|政策)(?:期限?|时间))[^。；]{0,8}?(${D})起?\\s*(?:至|到|[-—–~～])+\\s*(${D})`,
  'u',
);
const UNTIL = new RegExp(`(?:有效期|施行|执行|实施)[^。；]*?(?:至|到)\\s*(${D})`, 'u');
const YEARS = /(?:有效期|试行期)(?:限)?\s*(?:为|是|：)?\s*([\d一二两三四五六七八九十]{1,2})\s*年/u;
const COUNT = '零一二三四五六七八九十';

/** The fields validFrom and validUntil, as far as the text states them. */
export function validityFields(lines: readonly string[]): Record<string, Prefilled> {
  const said = sentences(lines);
  const found = (pattern: RegExp) => {
    const sentence = said.find((each) => pattern.test(each));
    return sentence === undefined ? undefined : { sentence, match: pattern.exec(sentence) ?? [] };
  };
  const [from, period, until, years] = [FROM, PERIOD, UNTIL, YEARS].map(found);
  const start = dayIn(from?.match[1] ?? period?.match[1] ?? '');
  const end = dayIn(period?.match[2] ?? until?.match[1] ?? '');
  const computed = start === undefined ? undefined : lastDay(start, years?.match[1] ?? '');
  const quoted = (sentence = ''): Pick<Prefilled, 'from'> => ({ from: `“${sentence}”` });
  return {
    ...(start !== undefined && {
      validFrom: { value: start, ...quoted((from ?? period)?.sentence), certainty: 'stated' },
    }),
    ...(end !== undefined && {
      validUntil: { value: end, ...quoted((period ?? until)?.sentence), certainty: 'stated' },
    }),
    ...(end === undefined &&
      computed !== undefined && {
        validUntil: { value: computed, ...quoted(years?.sentence), certainty: 'sentence' },
      }),
  };
}

/** The last day of a number of years from a day: five years from 2026-07-01 end on 2031-06-30. */
function lastDay(start: string, years: string): string | undefined {
  const count = /^\d/.test(years) ? Number(years) : COUNT.indexOf(years.replace('两', '二'));
  if (!(count > 0)) return undefined;
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  return new Date(Date.UTC(year + count, month - 1, day - 1)).toISOString().slice(0, 10);
}
