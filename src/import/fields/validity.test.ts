/** From when until when a rule is valid, only as far as it says so. */
import { expect, test } from 'vitest';
import { validityFields } from './validity.ts';

const of = (line: string) => {
  const { validFrom, validUntil } = validityFields([line]);
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
])('%s', (line, from, until) => expect(of(line)).toEqual([from, until]));
