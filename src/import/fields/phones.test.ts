/** Editors get the telephones of offices in one form, and no sums, years, faxes or telephones of persons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mobilesIn, phonesIn } from './phones.ts';

test.each([
  ['联系电话：0357-5120001', ['0357-5120001']],
  ['电话：（0357）5120001、5120002', ['0357-5120001', '5120002']],
  ['县人社局：0357－5120001，5120002', ['0357-5120001', '5120002']],
  ['咨询电话 0357 5120001', ['0357-5120001']],
  ['联系人：王某，联系电话：5120001', ['5120001']],
  ['服务热线12393，监督电话：12345。', ['12393', '12345']],
  ['县民政局：400-100-1234', ['400-100-1234']],
  ['联系人：杜科长　5990633', ['5990633']],
  ['监督电话0816-7720300转2，报案95599转3', ['0816-7720300转2', '95599转3']],
  ['咨询电话：5568032，5568037；监督电话：5561100。', ['5568032', '5568037', '5561100']],
  ['城关市场监管所：5023301；河口市场监管所：5023302', ['5023301', '5023302']],
  ['服务热线 0359-12345', ['0359-12345']],
  ['下载“掌上12333”，打12345', ['12345']],
  ['传真：0357-5120009，电话：0357-5120001', ['0357-5120001']],
])('%s', (line, phones) => expect(phonesIn([line])).toEqual(phones));

test.each([
  '联系人：王某，手机13812345678。',
  '一次给15000元，一共12800人。',
  '投资5120000元，电话通知。',
  '编号：5120001',
  '2026-2027年度',
])('none is in: %s', (line) => expect(phonesIn([line])).toEqual([]));

test('below a heading for telephones, and in such a column of a table, it needs no other word', () => {
  expect(phonesIn(['六、联系方式', '城关镇卫生院 3211890', '县疾控中心 3210099'])).toEqual([
    '3211890',
    '3210099',
  ]);
  const rows = [
    ['学校', '电话', '代码'],
    ['第一小学', '8862301', '8862399'],
  ];
  expect(phonesIn([], [rows])).toEqual(['8862301']);
});

test('a mobile number is found apart, only where the line is about telephones', () => {
  expect(mobilesIn(['咨询：残联康复股 13945620118', '货号13945620119'])).toEqual(['13945620118']);
});

test('each is found once, wherever it stands', () => {
  const phone = fc.integer({ min: 2_000_000, max: 8_999_999 }).map((number) => `0357-${number}`);
  fc.assert(
    fc.property(fc.array(phone, { minLength: 1, maxLength: 4 }), (phones) => {
      expect(phonesIn(phones.map((each) => `找县民政局，电话${each}。`))).toEqual([...new Set(phones)]);
    }),
  );
});
