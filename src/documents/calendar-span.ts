/** When a notice begins and ends, as a calendar has it; the same span as that of its status. */
import { addDays, clockOf, dayOf, isoTime } from './dates.ts';
import { endOf, type NoticePeriod } from './status.ts';

export interface CalendarSpan {
  /** Whole days: RFC 5545 then wants an end in days as well, the day after the last. */
  isAllDay: boolean;
  /** The first moment; of whole days midnight UTC, so that the day stays the same on every machine. */
  start: Date;
  /** The moment that is no longer in it. */
  end: Date;
}

/**
 * The span of a notice. One that begins on a day has whole days, its last one in full; one that begins at an hour ends at
 * its hour, or where only a day is known at 24:00 of that, Beijing time. Nothing is made up: without an end it lasts for
 * its day, as its status does.
 */
export function calendarSpan(period: NoticePeriod): CalendarSpan {
  const { starts } = period;
  const end = endOf(period);
  const dayAfter = addDays(dayOf(end), 1);
  if (clockOf(starts) === undefined) {
    return { isAllDay: true, start: new Date(`${starts}T00:00:00Z`), end: new Date(`${dayAfter}T00:00:00Z`) };
  }
  const isDay = clockOf(end) === undefined;
  return {
    isAllDay: false,
    start: new Date(isoTime(starts)),
    end: new Date(isDay ? `${dayAfter}T00:00:00+08:00` : isoTime(end)),
  };
}
