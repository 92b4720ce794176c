/** How an amount is worked out, in words, for pages without their script. */
import { amountPeriods } from '../schema/amount-units.ts';
import type { AmountData, AmountPart, AmountValue } from '../schema/amounts.ts';
import { type AmountRates, rateOn } from './amounts.ts';

/** One sentence for each part, a part that is a table one for each row; rates as they are on the day. */
export function amountRules(
  { every, questions = [], parts }: Pick<AmountData, 'every' | 'questions' | 'parts'>,
  rates: AmountRates,
  day: string,
): string[] {
  const period = amountPeriods[every];
  const say = (value: AmountValue): string => {
    const amount = typeof value === 'number' ? value : rateOn(rates, value, day);
    return amount === undefined ? '（新的数还没公布，先打电话问）' : `${amount}元`;
  };
  const unitOf = (id: string) => questions.find((question) => question.id === id)?.unit ?? '';
  return parts.flatMap((part) => {
    const name = part.name ? `${part.name}：` : '';
    if (part.kind === 'table')
      return tableRules(part, unitOf(part.question), (v) => period + say(v)).map((rule) => name + rule);
    return [name + ruleOf(part, period, unitOf, say)];
  });
}

type Part<K extends AmountPart['kind']> = Extract<AmountPart, { kind: K }>;

function tableRules({ rows }: Part<'table'>, unit: string, say: (value: AmountValue) => string): string[] {
  return rows.map(({ is, from, to, value, note }) => {
    const numbers =
      to === undefined
        ? `${from ?? 0}${unit}以上`
        : from === undefined
          ? `${to}${unit}以下`
          : `${from}到${to}${unit}`;
    const result = value === 0 ? '没有' : say(value);
    return `${is ? is.join('、') : numbers}，${result}${note ? `（${note}）` : ''}。`;
  });
}

function ruleOf(
  part: Exclude<AmountPart, { kind: 'table' }>,
  period: string,
  unitOf: (id: string) => string,
  say: (value: AmountValue) => string,
): string {
  if (part.kind === 'fixed') return `${period}${say(part.value)}。`;
  if (part.kind === 'top-up')
    return `每人${period}${say(part.value)}，乘家里的人数，减去全家的收入，剩下的是补的。`;
  const most = part.ceiling === undefined ? '' : `，最多${say(part.ceiling)}`;
  if (part.kind === 'each') {
    const { per = 1, floor } = part;
    const count = per === 1 ? '' : String(per);
    const least = floor === undefined ? '' : `，最少${say(floor)}`;
    return `每${count}${unitOf(part.question)}，${period}${say(part.value)}${least}${most}。`;
  }
  const start = part.threshold === undefined ? '' : `${say(part.threshold)}以下的不算，`;
  const bands = part.bands.map(({ upTo, percent }, index) => {
    const rest = index === 0 && part.threshold === undefined ? '' : '再往上，';
    return upTo === undefined ? `${rest}给${percent}%` : `到${upTo}元为止的部分给${percent}%`;
  });
  return `${start}${bands.join('，')}${most}。`;
}
