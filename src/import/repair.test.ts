import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairText } from './repair.ts';

const repaired = (text: string) => repairText(text, new Map());

describe('certain errors are repaired', () => {
  test.each([
    ['习(xí)近平', '习近平'],
    ['惠(huì)民（mín）政策', '惠民（mín）政策'.replace('（mín）', '')],
    ['可以&nbsp;申请', '可以 申请'],
    ['２０２６年，ＬＰＲ', '2026年，LPR'],
    ['带上\u200B身份证', '带上身份证'],
    ['先问æ”¿ç­–，再去办', '先问政策，再去办'],
  ])('%s', (found, right) => expect(repaired(found)).toBe(right));
});

describe('uncertain errors are unchanged', () => {
  test.each(['確?;鶎', '补贴(bt)办法', '（见附件）', '办（ban）理?！', '价格 €5…', 'café “好”', '贷款(LPR)'])(
    '%s',
    (found) => expect(repaired(found)).toBe(found),
  );
});

test('a text that is in order is not touched', () => {
  const clean = fc.stringMatching(/^[一-龥，。、；：“”（）0-9a-zA-Z ]{0,80}$/);
  fc.assert(fc.property(clean, (text) => repaired(text) === text));
});

test('repairs are counted', () => {
  const done = new Map<string, number>();
  repairText('１２月\u200B', done);
  expect([...done]).toEqual([
    ['看不见的字符', 1],
    ['全角的数字和字母', 2],
  ]);
});
