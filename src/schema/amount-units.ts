/** The units of the numbers that people give to work out an amount, with the limits of a believable answer. */

export interface UnitLimits {
  /** The meaning, for editors. */
  label: string;
  isWhole: boolean;
  min: number;
  max: number;
  /** A number for the example of an answer. */
  typical: number;
  /** What people write behind the number, as alternatives of a regular expression, longer ones first. */
  words: string;
}

export const amountUnits = {
  人: { label: '几口人', isWhole: true, min: 1, max: 30, typical: 3, words: '口之家|口人|个人|口|人|位|个' },
  岁: { label: '年纪', isWhole: true, min: 0, max: 120, typical: 65, words: '周岁|岁' },
  亩: { label: '几亩地，可以有小数', isWhole: false, min: 0, max: 10_000, typical: 2.5, words: '亩地|亩' },
  元: {
    label: '多少钱，可以有小数',
    isWhole: false,
    min: 0,
    max: 10_000_000,
    typical: 900,
    words: '元钱|块钱|元整|元|块|圆',
  },
  公里: { label: '多远，可以有小数', isWhole: false, min: 0, max: 10_000, typical: 12, words: '公里|千米' },
  平方米: {
    label: '多大的房、棚，可以有小数',
    isWhole: false,
    min: 0,
    max: 100_000,
    typical: 80,
    words: '平方米|平米|个平方|平方|平',
  },
  天: { label: '几天', isWhole: true, min: 0, max: 366, typical: 7, words: '天|日' },
  月: { label: '几个月', isWhole: true, min: 0, max: 600, typical: 6, words: '个月|月' },
  年: { label: '几年', isWhole: true, min: 0, max: 100, typical: 15, words: '年' },
  头: { label: '几头牲口', isWhole: true, min: 0, max: 10_000, typical: 2, words: '头' },
  只: { label: '几只羊、鸡', isWhole: true, min: 0, max: 100_000, typical: 20, words: '只' },
} as const satisfies Readonly<Record<string, UnitLimits>>;

export type AmountUnit = keyof typeof amountUnits;

/** What an amount is paid for: 每月. Empty for a single payment. */
export const amountPeriods = { once: '', day: '每天', month: '每月', year: '每年' } as const;
