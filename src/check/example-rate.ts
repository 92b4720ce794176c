/** A rate for the examples of rules. */
import type { ExampleFolder } from './rule.ts';

const rate = (lastDay: string) => `id: di-bao-biao-zhun
name: 城市低保标准
unit: 元
values:
  - from: 2026-01-01
${lastDay}    value: 700
    source: {title: 关于调整低保标准的通知, issuer: 市民政局}
`;

/** A rate that is valid on the day of the examples, as a file. */
export const exampleRate: NonNullable<ExampleFolder['files']> = { 'rates/di-bao-biao-zhun.yml': rate('') };

/** A rate that ended before it, with the mark of the expected match. */
export const endedExampleRate: NonNullable<ExampleFolder['files']> = {
  'rates/di-bao-biao-zhun.yml': rate('    until: ▶2026-10-31\n'),
};
