/** A telephone number is one number, however a page or a reader writes it, and never a part of another. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitNumberIn } from './split-number.ts';
import { askedTelephones, telephoneIndexTokens, telephoneQueryTokens, telephonesIn } from './telephones.ts';
import { normalizeText } from './tokenizer.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
/** A landline: its area code and its local number. */
const landline = fc.oneof(
  fc.tuple(
    fc.constantFrom('0357', '0851', '0991'),
    digits(6).map((rest) => `5${rest}`),
  ),
  fc.tuple(
    fc.constantFrom('010', '021', '029'),
    digits(7).map((rest) => `6${rest}`),
  ),
);
const writtenLandline = landline.chain(([area, local]) => {
  const split = `${local.slice(0, -4)}-${local.slice(-4)}`;
  return fc
    .constantFrom(
      `${area}-${local}`,
      `${area}${local}`,
      `${area} ${local}`,
      `${area}—${local}`,
      `（${area}）${local}`,
      `(${area}) ${split}`,
      `${area}-${split}`,
      `+86-${area}-${local}`,
      `+86 ${area.slice(1)} ${local}`,
      `+86${area.slice(1)}${local}`,
      `0086 ${area.slice(1)} ${local}`,
    )
    .map((written) => ({ written, area, local }));
});

const found = (written: string, asked: string): boolean => {
  const indexed = telephonesIn(normalizeText(`电话：${written}。`)).flatMap(telephoneIndexTokens);
  const wanted = askedTelephones(normalizeText(asked)).flatMap(telephoneQueryTokens);
  return wanted.some((word) => indexed.some((each) => each.startsWith(word)));
};

describe('a telephone number', () => {
  test('is found by each way of writing it, and by its local part', () => {
    fc.assert(
      fc.property(writtenLandline, ({ written, area, local }) => {
        for (const asked of [area + local, `${area}-${local}`, `（${area}） ${local}`, local]) {
          if (local.endsWith('0000') || telephonesIn(local).length === 0) continue;
          expect(found(written, asked), `${written} by ${asked}`).toBe(true);
          expect(found(asked, written), `${asked} by ${written}`).toBe(true);
        }
      }),
    );
  });

  test('is not found by another one, by one of another area, or by a part', () => {
    fc.assert(
      fc.property(writtenLandline, landline, ({ written, area, local }, [otherArea, otherLocal]) => {
        if (otherLocal !== local) expect(found(written, otherLocal)).toBe(false);
        if (otherArea !== area) expect(found(written, `${otherArea}-${local}`)).toBe(false);
        expect(found(written, local.slice(1))).toBe(false);
        expect(found(written, `${area}${local.slice(0, -2)}`)).toBe(false);
      }),
    );
  });

  test.each([
    ['139 1234 5678', '13912345678'],
    ['139-1234-5678', '+86 13912345678'],
    ['400-123-4567', '4001234567'],
    ['4001234567', '400-1234-567'],
    ['800 810 1234', '8008101234'],
    ['12345', '１２３４５'],
    ['12345', '0357-12345'],
    ['95588', '95588'],
    ['95013123456', '95013123456'],
    ['10690123456', '10690123456'],
    ['118114', '118114'],
    ['110', '110'],
    ['+852 2345 6789', '00852 23456789'],
    ['5126789', '0357-5126789'],
  ])('%s is found by %s', (written, asked) => expect(found(written, asked)).toBe(true));

  test.each([
    ['打12345或96110', ['12345', '96110']],
    ['0357-5122345、5122346', ['03575122345', '5122346']],
    ['12345 12333', ['12345', '12333']],
    ['0357-5122345-2', ['03575122345']],
  ])('in %s are distinguished', (written, numbers) => {
    expect(telephonesIn(written).map((telephone) => telephone.digits)).toEqual(numbers);
  });
});

test.each([
  '5000元',
  '12000元',
  '5122345元',
  '1,200元',
  '2026年',
  '2026年3月15日',
  '20260315',
  '2026-03-15',
  '2025-2026',
  '3000-5000',
  '12000',
  '3000000',
  '12345人',
  '第12345号',
  '〔2026〕38号',
  '￥12345',
  'A12345',
  '85%',
  '10kW',
  '50000',
  '043500',
  '777',
  '110101199003071234',
])('%s is not looked up as a telephone number', (query) =>
  expect(askedTelephones(normalizeText(query))).toEqual([]),
);

test.each([
  ['12 2345', '122345', true],
  ['51 22345', '5122345', true],
  ['122 345', '122345', true],
  ['0357.5122345', '03575122345', false],
  ['13 91 23 45 678', '13912345678', false],
])('%s is typed in groups for %s', (query, digits, isPossible) =>
  expect(splitNumberIn(normalizeText(query))).toMatchObject({ digits, isPossible }),
);

test.each([
  '110 119',
  '12345 12333',
  '0357-5122345-2',
  '5123456 8001',
  '60 70',
  '3000 5000元',
  '第12 2345号',
  '2.5 10.55',
  '1-3岁',
  '2026年3月15日',
])('%s is not taken for one number in groups', (query) =>
  expect(splitNumberIn(normalizeText(query))).toBeUndefined(),
);
