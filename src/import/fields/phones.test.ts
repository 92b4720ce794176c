/** Editors get the telephones of offices in one form, and no sums, years, faxes or telephones of persons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phonesIn } from './phones.ts';

test.each([
  ['联系电话：0357-5120001', ['0357-5120001']],
  ['电话：（0357）5120001、5120002', ['0357-5120001', '5120002']],
  ['县人社局：0357－5120001，5120002', ['0357-5120001', '5120002']],
  ['咨询电话 0357 5120001', ['0357-5120001']],
  ['联系人：王某，联系电话：5120001', ['5120001']],
  ['服务热线12393，监督电话：12345。', ['12393', '12345']],
  ['县民政局：400-100-1234', ['400-100-1234']],
  ['传真：0357-5120009，电话：0357-5120001', ['0357-5120001']],
])('%s', (line, phones) => expect(phonesIn([line])).toEqual(phones));

test.each([
  '联系人：王某，手机13812345678。',
  '一次给15000元，一共12800人。',
  '投资5120000元，电话通知。',
  '编号：5120001',
  '2026-2027年度',
])('none is in: %s', (line) => expect(phonesIn([line])).toEqual([]));

test('each is found once, wherever it stands', () => {
  const phone = fc.integer({ min: 2_000_000, max: 8_999_999 }).map((number) => `0357-${number}`);
  fc.assert(
    fc.property(fc.array(phone, { minLength: 1, maxLength: 4 }), (phones) => {
      expect(phonesIn(phones.map((each) => `找县民政局，电话${each}。`))).toEqual([...new Set(phones)]);
    }),
  );
});
