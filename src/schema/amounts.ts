/**
 * How the amount of a policy is worked out: the sum of parts in a few fixed shapes, over answers to questions. There are no expressions: a
 * language for rules in content cannot be checked for gaps, and nothing in content runs.
 */
import { z } from 'zod';
import { reportAmountProblems } from './amount-rules.ts';
import { type AmountUnit, type amountPeriods, amountUnits } from './amount-units.ts';
import { field } from './field.ts';
import {
  amountOrRate,
  date,
  decimal,
  MAX_SHORT_TEXT_LENGTH,
  oneOf,
  slug,
  text,
  texts,
  wholeNumber,
} from './field-types.ts';

/** The most questions that a reader answers for one amount. */
const MAX_QUESTIONS = 5;

const question = z.strictObject({
  /** The id by which parts refer to it. */
  id: field(slug(), { label: '代号', help: '下面的 question、income 写它。', example: 'ren-shu' }),
  /** The question. */
  ask: field(text(MAX_SHORT_TEXT_LENGTH), {
    label: '问什么',
    help: '一句大白话，一次只问一件事。按月还是按年，要问明白。',
    example: '您家里几口人？',
  }),
  /** The unit of a number. */
  unit: field(
    oneOf(
      Object.fromEntries(Object.entries(amountUnits).map(([unit, { label }]) => [unit, label])) as Record<
        AmountUnit,
        string
      >,
    ).optional(),
    { label: '填的数是什么', help: '答案是一个数的写它，有选项的不写。', example: '人' },
  ),
  /** The choices, if the answer is one of them. */
  choices: field(texts(MAX_SHORT_TEXT_LENGTH).min(2).optional(), {
    label: '选项',
    help: '答案从几个里选一个的写它，答案是数的不写。',
    example: ['一级或二级', '三级或四级'],
  }),
});

const row = z.strictObject({
  /** The choices for this row. */
  is: field(texts(MAX_SHORT_TEXT_LENGTH).min(1).optional(), {
    label: '选了哪个',
    help: '一个或几个选项，和问题里写的一样。答案是数的不写。',
    example: ['一级或二级'],
  }),
  /** The lowest number of this row. */
  from: field(wholeNumber().optional(), {
    label: '从几',
    help: '含这个数。第一行不写就是从头。',
    example: 80,
  }),
  /** The highest number of this row. */
  to: field(wholeNumber().optional(), {
    label: '到几',
    help: '含这个数。最后一行不写就是往上都算。',
    example: 89,
  }),
  /** The amount. */
  value: field(amountOrRate(), {
    label: '多少元',
    help: '一个数，或者标准的 id。没有的写 0。',
    example: 100,
  }),
  /** A remark, shown with the result. */
  note: field(text(MAX_SHORT_TEXT_LENGTH).optional(), {
    label: '补一句',
    help: '跟在这一行的数后面，说清例外。',
    example: '有的乡镇也给，去问一问',
  }),
});

const band = z.strictObject({
  /** The upper end of the band. */
  upTo: field(decimal().optional(), {
    label: '到多少元',
    help: '这一段到哪里为止，从花的钱的头一块算起。最后一段不写。',
    example: 5000,
  }),
  /** The percentage paid in it. */
  percent: field(decimal(), { label: '给百分之几', help: '只写数，60 就是 60%。', example: 60 }),
});

/** The shapes of a part. */
const kinds = {
  fixed: '固定一个数',
  table: '看表：一类人一个数',
  each: '一亩、一人、一月多少',
  'top-up': '补差：标准 × 人数 − 收入',
  share: '花的钱报几成，可以分段',
} as const;

const part = z.strictObject({
  /** The name of the part, for readers. */
  name: field(text(MAX_SHORT_TEXT_LENGTH).optional(), {
    label: '这一份叫什么',
    help: '有几份钱的，一份一个名字。',
    example: '护理补贴',
  }),
  /** The shape. */
  kind: field(oneOf(kinds), { label: '怎么算', help: '从几种里选一种。', example: 'fixed' }),
  /** The amount: the sum, the amount of a unit, the standard of a top-up. */
  value: field(amountOrRate().optional(), {
    label: '多少元',
    help: '一个数，或者标准的 id。fixed、each、top-up 要写：固定的数、一份的数、一个人的标准。',
    example: 100,
  }),
  /** The question that it depends on. */
  question: field(text(MAX_SHORT_TEXT_LENGTH).optional(), {
    label: '看哪个问题',
    help: '上面问题的代号。table、each、top-up、share 要写；top-up 的是人数。',
    example: 'ren-shu',
  }),
  /** The question for the income of a top-up. */
  income: field(text(MAX_SHORT_TEXT_LENGTH).optional(), {
    label: '收入是哪个问题',
    help: '只有 top-up 写：问全家收入的那个问题的代号。',
    example: 'shou-ru',
  }),
  /** The rows of a table. */
  rows: field(z.array(row).min(1).optional(), {
    label: '表',
    help: '只有 table 写。每个选项、每个岁数都要有一行，也只有一行。',
    example: [
      { to: 79, value: 0 },
      { from: 80, value: 100 },
    ],
  }),
  /** How many units make one amount. */
  per: field(decimal().optional(), {
    label: '每多少算一份',
    help: '只有 each 写。每 139 元给 1 元，就写 139；不写就是 1。',
    example: 139,
  }),
  /** The least that is paid. */
  floor: field(amountOrRate().optional(), {
    label: '最少给多少',
    help: '只有 each 写，文件说了才写。',
    example: 200,
  }),
  /** The most that is paid. */
  ceiling: field(amountOrRate().optional(), {
    label: '最多给多少',
    help: 'each 和 share 可以写，文件说了才写。',
    example: 3000,
  }),
  /** The cost below which nothing is paid. */
  threshold: field(amountOrRate().optional(), {
    label: '起付线',
    help: '只有 share 写：花到多少元才开始报。',
    example: 300,
  }),
  /** The bands of a share. */
  bands: field(z.array(band).min(1).optional(), {
    label: '分段',
    help: '只有 share 写。从少到多，一段一行，最后一段不写 upTo。',
    example: [{ upTo: 5000, percent: 60 }, { percent: 70 }],
  }),
});

const example = z.strictObject({
  /** The case in words. */
  case: field(text(MAX_SHORT_TEXT_LENGTH), {
    label: '谁家的例子',
    help: '一句话，网页上给人看。不写真名。',
    example: '老王家三口人，每月一共收入900元',
  }),
  /** The answers, in the order of the questions. */
  answers: field(texts(MAX_SHORT_TEXT_LENGTH).optional(), {
    label: '怎么答',
    help: '按问题的顺序，一个问题一个答案。没有问题的不写。',
    example: ['3', '900'],
  }),
  /** The day for which the result holds; absent: today. */
  on: field(date().optional(), {
    label: '哪天的数',
    help: '不写就按今天。写了日子，以后调了标准也还照那天算。',
    example: '2026-07-01',
  }),
  /** The result. */
  amount: field(decimal(), {
    label: '应该是多少元',
    help: '照文件自己算一遍再写：和网页算的不一样，就不能发布。',
    example: 1350,
  }),
});

const fields = z.strictObject({
  /** What it is paid for. */
  every: field(oneOf({ once: '一次', day: '每天', month: '每月', year: '每年' }), {
    label: '按什么给',
    help: '算出来的是一次的钱，还是每月、每年的。',
    example: 'month',
  }),
  /** The questions for readers. */
  questions: field(z.array(question).max(MAX_QUESTIONS).optional(), {
    label: '要问什么',
    help: '越少越好，最多五个。每个都要用得上。',
    example: [{ id: 'ren-shu', ask: '您家里几口人？', unit: '人' }],
  }),
  /** The parts; the amount is their sum. */
  parts: field(z.array(part).min(1), {
    label: '几份钱',
    help: '一份一条，加起来就是总数。',
    example: [{ kind: 'each', question: 'mu-shu', value: 100 }],
  }),
  /** Worked examples, checked against the result. */
  examples: field(z.array(example).min(1), {
    label: '例子',
    help: '至少一个，网页上给人看，也拿来核对算法。',
    example: [{ case: '种了10亩', answers: ['10'], amount: 1000 }],
  }),
});

/** An amount in yuan, or the id of a rate. */
export type AmountValue = number | string;

export interface AmountQuestion {
  id: string;
  ask: string;
  unit?: AmountUnit | undefined;
  choices?: string[] | undefined;
}

/** A row of a table: for choices, or for whole numbers from `from` to `to`. */
export type AmountRow = z.infer<typeof row>;
export type AmountBand = z.infer<typeof band>;

/** One part; the shape says what belongs to it. Amounts are in yuan, questions are ids. */
export type AmountPart = { name?: string | undefined } & (
  | { kind: 'fixed'; value: AmountValue }
  | { kind: 'table'; question: string; rows: AmountRow[] }
  | {
      kind: 'each';
      question: string;
      value: AmountValue;
      per?: number | undefined;
      floor?: AmountValue | undefined;
      ceiling?: AmountValue | undefined;
    }
  | { kind: 'top-up'; question: string; income: string; value: AmountValue }
  | {
      kind: 'share';
      question: string;
      bands: AmountBand[];
      threshold?: AmountValue | undefined;
      ceiling?: AmountValue | undefined;
    }
);

export interface AmountData {
  every: keyof typeof amountPeriods;
  questions?: AmountQuestion[] | undefined;
  parts: AmountPart[];
  examples: z.infer<typeof example>[];
}

/** The schema of an amount. Its rules make sure that each part has the fields of its shape, which the type says. */
export const amountSchema = fields.superRefine(reportAmountProblems) as unknown as z.ZodType<
  AmountData,
  unknown
>;
