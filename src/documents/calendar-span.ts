/** Start and end of a notice for a calendar; the same span as that of its status. */
import { addDays, clockOf, dayOf, isoTime } from './dates.ts';
import { endOf, type NoticePeriod } from './status.ts';

export interface CalendarSpan {
  /** Whole days: RFC 5545 then requires an end in days as well, the day after the last. */
  isAllDay: boolean;
  /** The first moment; of whole days midnight UTC, so that the day stays the same on every machine. */
  start: Date;
  /** The first moment after the end. */
  end: Date;
}

/**
 * The span of a notice. A notice that starts on a date has whole days, the last one included; one that starts at a time ends at its
 * time, or, if only a date is given, at 24:00 of that day, Beijing time. Without an end it lasts for its day, as its status does.
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
