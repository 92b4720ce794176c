/** From when until when a rule is valid, only as far as it says so. */
import { expect, test } from 'vitest';
import { validityFields } from './validity.ts';

const of = (line: string, documentDay?: string) => {
  const { validFrom, validUntil } = validityFields([line], documentDay);
  return [validFrom?.value, validUntil?.value];
};

test.each([
  ['本办法自2026年7月1日起施行，有效期至2031年6月30日。', '2026-07-01', '2031-06-30'],
  ['本办法自2026年7月1日起施行，有效期5年。', '2026-07-01', '2031-06-30'],
  ['本办法自2026年1月1日起试行，试行期二年。', '2026-01-01', '2027-12-31'],
  ['执行期限为2026年1月1日至2026年12月31日。', '2026-01-01', '2026-12-31'],
  ['本方案自2026年4月1日起实施，至2026年12月31日止。', '2026-04-01', '2026-12-31'],
  ['本办法自印发之日起施行。', undefined, undefined],
  ['培训时间：2026年1月1日至2026年1月5日。', undefined, undefined],
  ['证书有效期5年。', undefined, undefined],
  ['从2026年7月1日起提高我县低保标准。', '2026-07-01', undefined],
  ['自二〇二二年一月一日起，在全县实行惠民殡葬政策。', '2022-01-01', undefined],
  ['保险期间为2023年12月10日零时至2024年6月30日二十四时。', '2023-12-10', '2024-06-30'],
  ['收购期限：2024年8月1日至2024年9月30日。', '2024-08-01', '2024-09-30'],
  ['自2026年1月10日起，长期受理。', undefined, undefined],
  ['待遇享受期为2027年1月1日至2027年12月31日。', undefined, undefined],
])('%s', (line, from, until) => expect(of(line)).toEqual([from, until]));

test('from the day of printing is from the day of the document, and not certain', () => {
  expect(of('本办法自印发之日起施行，有效期5年。', '2024-05-20')).toEqual(['2024-05-20', '2029-05-19']);
  expect(of('本办法自印发之日起施行，有效期5年。')).toEqual([undefined, undefined]);
  expect(validityFields(['本通知自发布之日起执行。'], '2024-05-20').validFrom?.certainty).toBe('position');
});
