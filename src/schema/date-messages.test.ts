/** For a date or time in another notation the message has the correct one, and that one is valid. */
import { expect, test } from 'vitest';
import { explainInvalidDate } from './date-messages.ts';
import { isDate, isTime } from './formats.ts';

test.each([
  ['2027-05-12 24:00', '2027-05-12 23:59'],
  ['2027-05-12 9:00', '2027-05-12 09:00'],
  ['2027-5-2 9:00', '2027-05-02 09:00'],
  ['2027-05-12T09:00', '2027-05-12 09:00'],
  ['2027-05-12 09:00:00', '2027-05-12 09:00'],
  ['2027-05-12　09：00', '2027-05-12 09:00'],
  ['2027年5月12日', '2027-05-12'],
  ['2027年5月12日上午9点半', '2027-05-12 09:30'],
  ['2027/5/12 下午3点', '2027-05-12 15:00'],
  ['2027.05.12', '2027-05-12'],
  ['２０２７－０５－１２', '2027-05-12'],
  ['27-5-12', '2027-05-12'],
])('%s is to be %s', (written, right) => {
  expect(isDate(right) || isTime(right)).toBe(true);
  expect(explainInvalidDate(written, true)).toContain(`请写成「${right}」`);
});

test.each([
  ['2027-05-12 23:60', '没有 23:60 这个钟点'],
  ['2027-05-12 25:00', '没有 25:00 这个钟点'],
  ['2027-05-12 24:30', '没有 24:30 这个钟点'],
  ['2027-02-30', '2月只有28天'],
  ['2028-02-30', '2月只有29天'],
  ['2027-04-31 09:00', '4月只有30天'],
  ['2027-13-01', '没有13月'],
  ['5月12日', '少了年份'],
  ['09:00', '少了日子'],
  ['上午9点', '少了日子'],
  ['2027-05-12 09:00-11:00', '开始的写在 starts，结束的写在 ends'],
  ['2027-05-12 9:00至11:30', '开始的写在 starts，结束的写在 ends'],
  ['下个月', '不是日期或时间'],
])('%s: %s', (written, why) => {
  expect(explainInvalidDate(written, true)).toContain(why);
  expect(explainInvalidDate(written, true)).not.toContain('请写成');
});

test('in a field for a day the hour must be removed', () => {
  expect(explainInvalidDate('2027-05-12 09:00', false)).toContain('请写成「2027-05-12」');
});
