/** The text for a voice of numbers that people dial, and of quantities. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spellNumbers } from './spell-numbers.ts';

test.each([
  ['各档多少钱打12333问', '各档多少钱打1 2 3 3 3问'],
  ['救命的急事，打110、119、120', '救命的急事，打1 1 0、1 1 9、1 2 0'],
  ['打0357-5123401转801问', '打0 3 5 7，5 1 2 3 4 0 1转 8 0 1 问'],
  ['打 12345 政务服务热线', '打 1 2 3 4 5 政务服务热线'],
  ['010-12345678不是，010-62345678是', '010-12345678不是，0 1 0，6 2 3 4 5 6 7 8是'],
  ['400-123-4567', '4 0 0，1 2 3，4 5 6 7'],
  ['3·15前交申请', '3 1 5前交申请'],
  // A voice that takes these for amounts says thirteen thousand million, and twelve thousand.
  ['手机13812345678，白天打', '手机1 3 8 1 2 3 4 5 6 7 8，白天打'],
  ['138 1234 5678', '1 3 8，1 2 3 4，5 6 7 8'],
  ['(0357)5123401、（0357）512 3401', '0 3 5 7，5 1 2 3 4 0 1、0 3 5 7，5 1 2，3 4 0 1'],
  ['0357—5123401', '0 3 5 7，5 1 2 3 4 0 1'],
  ['消费投诉12315，供电95598', '消费投诉1 2 3 1 5，供电9 5 5 9 8'],
])('%s is said figure by figure', (text, said) => {
  expect(spellNumbers(text)).toBe(said);
});

test.each([
  '每月500元',
  '钱打3000元到卡上',
  '打300个电话',
  '打了100多个电话',
  '打100多个电话',
  '2026年11月29日上午11点30分',
  '500*12个月',
  '每人12345元',
  '12315户，12300棵',
  '12100—12300元',
  '投资13000000000元',
  '收入95000',
  '2026-2027',
  '3.15%',
  '汾民发〔2026〕38号',
])('%s is said as it is counted', (text) => {
  expect(spellNumbers(text)).toBe(text);
});

test('no letter and no figure is lost, in any text', () => {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const pieces = fc.constantFrom(...'打拨电话转元、·-0123456789 .，', '0357-5123401', '12345');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      expect(bare(spellNumbers(parts.join('')))).toBe(bare(parts.join('')));
    }),
  );
});
