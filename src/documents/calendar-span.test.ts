/** A notice ends at the same moment in a calendar, by its status and by the text of its page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarSpan } from './calendar-span.ts';
import { addDays, clockOf, dayOf } from './dates.ts';
import { endOf, isRunning, type NoticePeriod, noticeStatusAt } from './status.ts';
import { noticeStatusWords } from './status-words.ts';

describe('in a calendar', () => {
  test.each([
    ['a day', { starts: '2026-12-05' }, '2026-12-05T00:00', '2026-12-06T00:00'],
    ['three days', { starts: '2027-05-13', ends: '2027-05-15' }, '2027-05-13T00:00', '2027-05-16T00:00'],
    [
      'days until an hour',
      { starts: '2027-05-13', ends: '2027-05-15 11:30' },
      '2027-05-13T00:00',
      '2027-05-16T00:00',
    ],
    [
      'a day until an hour',
      { starts: '2027-05-13', ends: '2027-05-13 11:30' },
      '2027-05-13T00:00',
      '2027-05-14T00:00',
    ],
    [
      'days until midnight, which has nothing of the next day',
      { starts: '2027-05-13', ends: '2027-05-15 00:00' },
      '2027-05-13T00:00',
      '2027-05-15T00:00',
    ],
    [
      'an evening until midnight',
      { starts: '2027-05-13 19:00', ends: '2027-05-14 00:00' },
      '2027-05-13T11:00',
      '2027-05-13T16:00',
    ],
    // Beijing is eight hours ahead.
    [
      'an hour until a day',
      { starts: '2027-05-13 09:00', ends: '2027-05-15' },
      '2027-05-13T01:00',
      '2027-05-15T16:00',
    ],
    [
      'an hour until its day',
      { starts: '2026-12-05 17:00', ends: '2026-12-05' },
      '2026-12-05T09:00',
      '2026-12-05T16:00',
    ],
    [
      'an hour until an hour',
      { starts: '2026-12-05 09:00', ends: '2026-12-05 11:30' },
      '2026-12-05T01:00',
      '2026-12-05T03:30',
    ],
    ['an hour alone', { starts: '2026-12-05 09:00' }, '2026-12-05T01:00', '2026-12-05T16:00'],
  ])('%s', (_, period, start, end) => {
    const span = calendarSpan(period);
    expect([span.start, span.end].map((date) => date.toISOString().slice(0, 16))).toEqual([start, end]);
    expect(span.isAllDay).toBe(period.starts.length === 10);
  });
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const moment = (day: string) => fc.option(clock).map((at) => (at === null ? day : `${day} ${at}`));
const period: fc.Arbitrary<NoticePeriod> = fc
  .tuple(fc.nat(700), fc.option(fc.nat(5)))
  .chain(([from, days]) => {
    const first = addDays('2026-01-01', from);
    const ends = days === null ? fc.constant(undefined) : moment(addDays(first, days));
    return fc.record({ starts: moment(first), ends });
  })
  .filter(
    ({ starts, ends }) => ends === undefined || ends.slice(0, starts.length) >= starts.slice(0, ends.length),
  );

/** Converts a minute of Beijing to a moment, and back. */
const toDate = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`);
const toText = (date: Date) =>
  new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const beijing = (date: Date, isAllDay: boolean) =>
  isAllDay ? date.getTime() - 8 * 3_600_000 : date.getTime();

test('calendar and status agree on the end for any start and end', () => {
  fc.assert(
    fc.property(period, (notice) => {
      const { isAllDay, start, end } = calendarSpan(notice);
      const [from, to] = [beijing(start, isAllDay), beijing(end, isAllDay)];
      expect(to).toBeGreaterThanOrEqual(from);
      const ends = endOf(notice);
      // The last day is included, up to its end.
      expect(to).toBe(
        isAllDay || clockOf(ends) === undefined
          ? toDate(`${addDays(dayOf(ends), 1)} 00:00`).getTime()
          : toDate(ends).getTime(),
      );
      // A calendar of whole days cannot store the hour at which the last ends.
      const over = isAllDay && clockOf(ends) !== undefined ? toDate(ends).getTime() : to;
      if (over > from) expect(noticeStatusAt(notice, toText(new Date(over - 60_000)))).not.toBe('over');
      expect(noticeStatusAt(notice, toText(new Date(over + 60_000)))).toBe('over');
      expect(isRunning(notice, toText(new Date(from)))).toBe(true);
      expect(isRunning(notice, toText(new Date(from - 60_000)))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('a notice of several days is on, not today; a notice of one day is today', () => {
  fc.assert(
    fc.property(period, clock, (notice, at) => {
      const last = dayOf(endOf(notice));
      for (let day = dayOf(notice.starts); day <= last; day = addDays(day, 1)) {
        const now = `${day} ${at}`;
        if (noticeStatusAt(notice, now) === 'over') continue;
        const { label, sentence } = noticeStatusWords(notice, now);
        const expected = isRunning(notice, now) ? '正在进行' : '今天开始';
        expect(label).toBe(last === dayOf(notice.starts) ? '就在今天' : expected);
        expect(sentence).toMatch(/。$/);
      }
    }),
  );
});

test.each([
  ['2026-12-10 08:00', '今天开始', '今天上午9点开始。'],
  ['2026-12-10 09:00', '正在进行', '2026年12月12日下午5点结束。'],
  ['2026-12-11', '正在进行', '2026年12月12日下午5点结束。'],
  ['2026-12-12 16:00', '正在进行', '今天下午5点结束。'],
  ['2026-12-12 17:01', '已经过去', '这件事已经过去了，留在这里备查。'],
])('at %s a training of three days is %s', (now, label, sentence) => {
  const training = { starts: '2026-12-10 09:00', ends: '2026-12-12 17:00' };
  expect(noticeStatusWords(training, now)).toEqual({ label, sentence });
});

test('the status of a running notice whose deadline has passed names both', () => {
  const training = { starts: '2026-12-10', ends: '2026-12-12', deadline: '2026-12-05' };
  expect(noticeStatusWords(training, '2026-12-12')).toEqual({
    label: '正在进行',
    sentence: '今天是最后一天。报名已经截止。',
  });
});

test('an evening until midnight is today and ends tonight; the day after it is over', () => {
  const play = { starts: '2026-12-10 19:00', ends: '2026-12-11 00:00' };
  expect(noticeStatusWords(play, '2026-12-10').label).toBe('就在今天');
  expect(noticeStatusAt(play, '2026-12-11')).toBe('over');
  expect(noticeStatusAt(play, '2026-12-10 23:59')).toBe('today');
});
