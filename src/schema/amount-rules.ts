/**
 * What makes an amount computable for every answer: each part has the fields of its shape, tables have neither gaps nor overlaps, bands
 * ascend. Checked with the schema, because a page with such a table would give someone no amount, or two.
 */
import type { z } from 'zod';
import { amountUnits } from './amount-units.ts';

interface Question {
  id: string;
  unit?: keyof typeof amountUnits | undefined;
  choices?: string[] | undefined;
}
interface Row {
  is?: string[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
}
interface Part {
  kind: keyof typeof partFields;
  question?: string | undefined;
  income?: string | undefined;
  rows?: Row[] | undefined;
  per?: number | undefined;
  floor?: number | string | undefined;
  ceiling?: number | string | undefined;
  threshold?: number | string | undefined;
  bands?: { upTo?: number | undefined; percent: number }[] | undefined;
}

/** The fields of each shape besides `name` and `kind`: those that it needs, and those that it may have. */
const partFields = {
  fixed: [['value'], []],
  table: [['question', 'rows'], []],
  each: [
    ['question', 'value'],
    ['per', 'floor', 'ceiling'],
  ],
  'top-up': [['question', 'income', 'value'], []],
  share: [
    ['question', 'bands'],
    ['threshold', 'ceiling'],
  ],
} as const satisfies Readonly<Record<string, readonly [readonly string[], readonly string[]]>>;

type Report = (path: PropertyKey[], message: string) => void;

/** Reports every problem of an amount whose single fields are valid; paths are from the amount. */
export function reportAmountProblems(
  { questions = [], parts }: { questions?: Question[] | undefined; parts: Part[] },
  context: z.core.$RefinementCtx,
): void {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', path, message });
  checkQuestions(questions, parts, report);
  for (const [index, part] of parts.entries()) {
    const at: Report = (path, message) => report(['parts', index, ...path], message);
    if (!hasFieldsOfKind(part, at)) continue;
    const questionOf = (name: 'question' | 'income') => findQuestion(questions, part, name, at);
    if (part.kind === 'table') checkTable(part, questionOf('question'), at);
    else if (part.kind !== 'fixed') {
      checkNumber(questionOf('question'), 'question', at);
      if (part.kind === 'top-up') checkTopUp(questionOf('question'), questionOf('income'), at);
    }
    if (part.kind === 'share') checkBands(part, at);
    if (part.per === 0) at(['per'], '每 0 份算不出来，至少写 0.01');
    if (isAbove(part.floor, part.ceiling)) at(['floor'], '最少给的比最多给的还多，两个数写反了');
  }
}

function checkQuestions(questions: Question[], parts: Part[], report: Report): void {
  const used = new Set(parts.flatMap(({ question, income }) => [question, income]));
  for (const [index, { id, unit, choices }] of questions.entries()) {
    const path = ['questions', index];
    if (questions.findIndex((other) => other.id === id) < index)
      report([...path, 'id'], `「${id}」写了两次，分不清是哪个问题`);
    else if (!used.has(id))
      report([...path, 'id'], `「${id}」没有一份钱用到，白问人家一句。删掉它，或者在 parts 里用它`);
    if ((unit === undefined) === (choices === undefined))
      report([...path, 'ask'], '答案是数的写 unit，答案是选的写 choices，两个里写一个');
    if (choices && new Set(choices).size < choices.length)
      report([...path, 'choices'], '有两个选项一样，选了不知道是哪个');
  }
}

function hasFieldsOfKind(part: Part, report: Report): boolean {
  const [needed, allowed] = partFields[part.kind];
  const known: readonly string[] = ['name', 'kind', ...needed, ...allowed];
  const given = Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const missing = needed.filter((name) => !given.includes(name));
  for (const name of missing) report([name], `kind 是 ${part.kind}，算的时候要用到它`);
  for (const name of given.filter((each) => !known.includes(each)))
    report([name], `kind 是 ${part.kind} 的用不到它，写了也不算。删掉，或者换一种 kind`);
  return missing.length === 0;
}

function findQuestion(
  questions: Question[],
  part: Part,
  name: 'question' | 'income',
  report: Report,
): Question | undefined {
  const found = questions.find(({ id }) => id === part[name]);
  const known = questions.map(({ id }) => id).join('、') || '还一个都没写';
  if (!found) report([name], `questions 里没有「${part[name]}」。已有的：${known}`);
  return found;
}

function checkNumber(question: Question | undefined, field: string, report: Report): void {
  if (question?.choices) report([field], `「${question.id}」的答案是选的，不是数，乘不了`);
}

function checkTopUp(people: Question | undefined, income: Question | undefined, report: Report): void {
  checkNumber(income, 'income', report);
  if (people?.unit && people.unit !== '人') report(['question'], '补差按人数算，这个问题的 unit 要是 人');
  if (income?.unit && income.unit !== '元') report(['income'], '收入是钱，这个问题的 unit 要是 元');
}

function checkTable({ rows = [] }: Part, question: Question | undefined, report: Report): void {
  if (!question) return;
  if (question.choices) checkChoiceRows(rows, question.choices, report);
  else if (question.unit) checkNumberRows(rows, amountUnits[question.unit], report);
}

function checkChoiceRows(rows: Row[], choices: string[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, { is = [], from, to }] of rows.entries()) {
    if (is.length === 0 || from !== undefined || to !== undefined)
      report(['rows', index, 'is'], '这个问题是选的，每行写 is，不写 from 和 to');
    for (const choice of is) {
      if (!choices.includes(choice))
        report(['rows', index, 'is'], `问题里没有「${choice}」这个选项。有的：${choices.join('、')}`);
      if (seen.has(choice))
        report(['rows', index, 'is'], `「${choice}」在表里有两行，选了它的人不知道按哪个数`);
      seen.add(choice);
    }
  }
  const left = choices.filter((choice) => !seen.has(choice));
  if (left.length > 0)
    report(['rows'], `表里没有「${left.join('」「')}」，选了它的人算不出来。没有钱的写 value: 0`);
}

function checkNumberRows(
  rows: Row[],
  { isWhole, min, max }: { isWhole: boolean; min: number; max: number },
  report: Report,
): void {
  if (!isWhole) report(['question'], '有小数的数不能看表：两行中间的数没有地方放。改用 each 或 share');
  let next = min;
  for (const [index, { is, from, to }] of rows.entries()) {
    const path = ['rows', index];
    if (is) report([...path, 'is'], '这个问题的答案是数，每行写 from 和 to，不写 is');
    const start = from ?? (index === 0 ? min : undefined);
    if (start === undefined) report([...path, 'from'], '只有第一行可以不写 from。从上一行的 to 的下一个数起');
    else if (start > next)
      report([...path, 'from'], `${next} 到 ${start - 1} 没有行，正好是这些数的人算不出来`);
    else if (index > 0 && start < next)
      report([...path, 'from'], `${start} 在上一行里已经有了，这个数的人不知道按哪行。应该从 ${next} 起`);
    if (to !== undefined && to < (start ?? next)) report([...path, 'to'], `到 ${to}，比从几（${start}）还小`);
    if (to === undefined && index < rows.length - 1)
      report([...path, 'to'], '只有最后一行可以不写 to，不然下面的行用不上');
    next = to === undefined ? Number.POSITIVE_INFINITY : to + 1;
  }
  if (next <= max) report(['rows'], `${next} 往上没有行，正好是这些数的人算不出来。最后一行不写 to 就行`);
}

function checkBands({ bands = [], threshold }: Part, report: Report): void {
  let lower = typeof threshold === 'number' ? threshold : 0;
  for (const [index, { upTo, percent }] of bands.entries()) {
    const path = ['bands', index];
    const isLast = index === bands.length - 1;
    if (percent > 100) report([...path, 'percent'], `${percent}% 比花的钱还多，最多 100`);
    if (isLast && upTo !== undefined)
      report([...path, 'upTo'], '最后一段不写 upTo，不然花得再多的人算不出来。不报的写 percent: 0');
    if (!isLast && upTo === undefined) report([...path, 'upTo'], '中间的段要写 upTo，不然下面的段用不上');
    if (upTo !== undefined && upTo <= lower)
      report([...path, 'upTo'], `到 ${upTo} 元，不比上一段（或起付线）的 ${lower} 元多，这一段是空的`);
    lower = upTo ?? lower;
  }
}

const isAbove = (a: number | string | undefined, b: number | string | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' && a > b;
