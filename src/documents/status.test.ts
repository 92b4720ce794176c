/** The status of a policy or a notice on a day. */
import { describe, expect, test } from 'vitest';
import { beijingNow, formatDate, weekdayOf } from './dates.ts';
import { noticeStatusAt, policyStatusOn } from './status.ts';
import { noticeStatusWords, policyStatusWords } from './status-words.ts';

describe('a policy', () => {
  test.each([
    ['without dates is always open', {}, '2026-11-23', 'active'],
    ['is open on its first day', { validFrom: '2026-11-23' }, '2026-11-23', 'active'],
    ['is not open the day before', { validFrom: '2026-11-24' }, '2026-11-23', 'upcoming'],
    ['with 31 days left is simply open', { validUntil: '2026-12-24' }, '2026-11-23', 'active'],
    ['with 30 days left is ending soon', { validUntil: '2026-12-23' }, '2026-11-23', 'ending-soon'],
    ['still holds on its last day', { validUntil: '2026-11-23' }, '2026-11-23', 'ending-soon'],
    ['has ended the day after', { validUntil: '2026-11-22' }, '2026-11-23', 'ended'],
    ['can be applied for on the last day to apply', { applyBy: '2026-11-23' }, '2026-11-23', 'ending-soon'],
    ['cannot be applied for the day after', { applyBy: '2026-11-22' }, '2026-11-23', 'ended'],
    [
      'cannot be applied for though it begins later',
      { applyBy: '2026-11-22', validFrom: '2027-01-01' },
      '2026-11-23',
      'ended',
    ],
    [
      'that one may still apply for ends soon',
      { applyBy: '2026-12-10', validUntil: '2027-12-31' },
      '2026-11-23',
      'ending-soon',
    ],
    ['whose deadline is in words has none', { applyBy: '1月1日以前都能办' }, '2026-11-23', 'active'],
  ])('%s', (_, period, today, status) => expect(policyStatusOn(period, today)).toBe(status));

  test('that is closed for applications says so, with its day, and whom to ask', () => {
    const period = { applyBy: '2026-09-30', validUntil: '2027-08-31' };
    expect(policyStatusWords(period, '2026-11-23')).toEqual({
      label: '申请已截止',
      sentence: '2026年9月30日申请已经截止。没赶上的，打电话问问还有没有下一次。',
    });
    expect(policyStatusWords(period, '2027-09-01').label).toBe('已经结束');
  });

  test('names the day to apply, if that is before its last day', () => {
    const period = { applyBy: '2027-03-31', validUntil: '2027-12-31' };
    expect(policyStatusWords(period, '2026-11-23').sentence).toBe('现在可以办，2027年3月31日截止。');
  });

  test('says on its last day that it is the last', () => {
    expect(policyStatusWords({ validUntil: '2026-11-23' }, '2026-11-23').sentence).toBe(
      '今天（2026年11月23日）是最后一天。',
    );
  });
});

describe('a notice', () => {
  const training = { starts: '2026-12-10 09:00', ends: '2026-12-11 17:00', deadline: '2026-12-05' };
  test.each([
    ['is open long before', training, '2026-11-23', 'open'],
    ['closes soon three days before its deadline', training, '2026-12-02', 'closing-soon'],
    ['still closes soon on the last day to sign up', training, '2026-12-05', 'closing-soon'],
    ['is today on its first day', training, '2026-12-10 08:00', 'today'],
    ['is today until its last minute', training, '2026-12-11 17:00', 'today'],
    ['is over a minute later', training, '2026-12-11 17:01', 'over'],
    ['lasts all day when only the day is known', { starts: '2026-12-10' }, '2026-12-10 23:59', 'today'],
    [
      'lasts all day when only its beginning is known',
      { starts: '2026-12-10 09:00' },
      '2026-12-10 23:59',
      'today',
    ],
    ['is over the day after', { starts: '2026-12-10 09:00' }, '2026-12-11', 'over'],
    ['without deadline closes soon before it begins', { starts: '2026-12-10' }, '2026-12-07', 'closing-soon'],
  ])('%s', (_, period, now, status) => expect(noticeStatusAt(period, now)).toBe(status));

  test('whose deadline has passed says so, though it has not begun', () => {
    expect(noticeStatusWords(training, '2026-12-07').label).toBe('报名已截止');
  });
});

test('a day is said as people say it', () => {
  expect(formatDate('2026-11-05 14:30')).toBe('2026年11月5日下午2点30分');
  expect(weekdayOf('2026-11-23')).toBe('星期一');
});

test('the day changes at midnight in Beijing, in any time zone of the machine', () => {
  expect(beijingNow(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23 00:00');
  expect(beijingNow(new Date('2026-11-22T15:59:00Z'))).toBe('2026-11-22 23:59');
});

describe('a policy whose local terms are unknown', () => {
  const unknown = { localTerms: 'unknown' };
  test.each([
    ['is to be asked about', unknown, 'ask-first', '本地怎么办还不知道，先打电话问清楚。'],
    [
      'is so until its last day, with that date',
      { ...unknown, validUntil: '2026-12-01' },
      'ask-first',
      '本地怎么办还不知道，先打电话问清楚，2026年12月1日截止。',
    ],
    ['still ends', { ...unknown, validUntil: '2026-11-01' }, 'ended', undefined],
    ['begins when it begins', { ...unknown, validFrom: '2026-12-01' }, 'upcoming', undefined],
  ])('%s', (_, period, status, sentence) => {
    expect(policyStatusOn(period, '2026-11-23')).toBe(status);
    if (sentence) expect(policyStatusWords(period, '2026-11-23').sentence).toBe(sentence);
  });
});

test.each([
  ['2026-12-20', '2026年12月20日开始，还有27天。'],
  ['2026-12-22', '2026年12月22日开始，还有29天。'],
  ['2026-12-23', '2026年12月23日开始。'],
  ['2027-05-08', '2027年5月8日开始。'],
])('days to go are counted below 30: start on %s', (starts, sentence) => {
  expect(noticeStatusWords({ starts }, '2026-11-23').sentence).toBe(sentence);
});

test('without counted days the date is given, and the last day is still said', () => {
  const onPage = (validUntil: string) => policyStatusWords({ validUntil }, '2026-11-23', false).sentence;
  expect(onPage('2026-12-01')).toBe('2026年12月1日截止。');
  expect(onPage('2026-11-23')).toBe('今天（2026年11月23日）是最后一天。');
  expect(noticeStatusWords({ starts: '2026-12-01' }, '2026-11-23', false).sentence).toBe(
    '2026年12月1日开始。',
  );
});
