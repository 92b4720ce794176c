/** One change of a rate changes every text that takes it, on its day, and an old amount is never today's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RateData } from '../schema/rates.ts';
import type { ContentDocument } from './document.ts';
import { noDocuments } from './document.ts';
import { fillInRates, NO_AMOUNT, rateChanges, rateHtml, rateTextOn } from './rates.ts';

const source = { title: '通知', issuer: '市民政局' };
const rate: RateData = {
  id: 'di-bao',
  name: '城市低保标准',
  unit: '元',
  values: [
    { from: '2025-07-01', value: 700, source },
    { from: '2026-07-01', until: '2027-06-30', value: 750.5, source },
  ],
};
const policy = {
  collection: 'policies',
  slug: 'a',
  data: { title: '低保', benefit: ['每人每月{di-bao}。', '没有标准的一条'], steps: [{ detail: '{di-bao}' }] },
  body: { blocks: [{ html: `<p>每月${rateHtml('di-bao')}，{di-bao}</p>` }], headings: [] },
  hash: 'abc',
} as unknown as ContentDocument<'policies'>;
const filled = (day: string) => {
  const [document] = fillInRates({ ...noDocuments(), policies: [policy], rates: [rate] }, day).policies;
  return document as ContentDocument<'policies'>;
};

test.each([
  ['2025-06-30', NO_AMOUNT],
  ['2025-07-01', '700元'],
  ['2026-06-30', '700元'],
  ['2026-07-01', '750.5元'],
  ['2027-06-30', '750.5元'],
  ['2027-07-01', NO_AMOUNT],
])('on %s a reader sees %s in fields and body', (day, amount) => {
  expect(rateTextOn(rate, day)).toBe(amount);
  const { data, body } = filled(day);
  expect(data.benefit).toEqual([`每人每月${amount}。`, '没有标准的一条']);
  expect(data.steps[0]?.detail).toBe(amount);
  expect(body.blocks).toEqual([{ html: `<p>每月${amount}，{di-bao}</p>` }]);
});

test('a document with another amount is another document for the cache; one without a rate stays the same object', () => {
  expect(filled('2026-06-30').hash).not.toBe(filled('2026-07-01').hash);
  expect(filled('2026-07-01').rates).toEqual({ ids: ['di-bao'], since: '2026-07-01' });
  const plain = {
    ...policy,
    data: { ...policy.data, benefit: ['x'], steps: [] },
    body: { blocks: [], headings: [] },
  };
  expect(fillInRates({ ...noDocuments(), policies: [plain], rates: [rate] }, '2026-07-01').policies[0]).toBe(
    plain,
  );
});

test('a text is filled in once for the same rates and day, and again for others', () => {
  const fill = (rates: RateData[], day: string) =>
    fillInRates({ ...noDocuments(), policies: [policy], rates }, day).policies[0];
  const other: RateData = { ...rate, id: 'other' };
  const before = fill([rate], '2026-07-01');
  expect(fill([rate], '2026-07-01')).toBe(before);
  expect(fill([rate], '2026-06-30')?.data.benefit[0]).toBe('每人每月700元。');
  expect(fill([rate, other], '2026-07-01')).toEqual(before);
  const raised = { ...rate, values: [{ from: '2026-07-01', value: 800, source }] };
  expect(fill([raised], '2026-07-01')?.data.benefit[0]).toBe('每人每月800元。');
  // The first of two rates is the same object, the second another one.
  const second = { ...policy, data: { ...policy.data, benefit: ['{other}'] } };
  const last = (rates: RateData[]) =>
    fillInRates({ ...noDocuments(), policies: [second], rates }, '2026-07-01').policies[0]?.data.benefit[0];
  expect(last([rate, other])).toBe('750.5元');
  expect(last([rate, { ...raised, id: 'other' }])).toBe('800元');
});

test('a reader sees what changed, from when on, and nothing of the future', () => {
  const why = '城市低保标准从700元改成750.5元。';
  expect(rateChanges({ rates: [rate], today: '2026-07-01' }, filled('2026-07-01'))).toEqual([
    { day: '2026-07-01', why, fields: [] },
  ]);
  expect(rateChanges({ rates: [rate], today: '2026-06-30' }, filled('2026-06-30'))).toEqual([]);
});

test('on any day the amount is that of the value whose days contain it', () => {
  const days = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.uniqueArray(days, { minLength: 1, maxLength: 6 }), days, (froms, day) => {
      const values = froms.toSorted().map((from, index) => ({ from, value: index, source }));
      const expected = values.filter(({ from }) => from <= day).length - 1;
      expect(rateTextOn({ ...rate, values }, day)).toBe(expected < 0 ? NO_AMOUNT : `${expected}元`);
    }),
  );
});
