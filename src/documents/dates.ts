/**
 * Dates and times as strings, `YYYY-MM-DD` and `YYYY-MM-DD HH:mm`, in Beijing time. As strings they compare and sort correctly, and
 * no machine's time zone interferes.
 */

/** The milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** Now in Beijing, `YYYY-MM-DD HH:mm`; China has had one time zone and no summer time since 1991. */
export function beijingNow(clock: Date): string {
  return new Date(clock.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The day of a date or time. */
export function dayOf(when: string): string {
  return when.slice(0, 10);
}

/** The time of day, `HH:mm`; undefined for a bare date. */
export function clockOf(when: string): string | undefined {
  return when.length > 10 ? when.slice(11) : undefined;
}

/** Whole days from one day to another; negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS);
}

/** The day `days` days after another, `YYYY-MM-DD`; before it when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(dayOf(day)) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A date as people say it, 2026年11月5日; with hour and minute if it has them. */
export function formatDate(when: string): string {
  const clock = clockOf(when);
  return formatBareDate(dayOf(when)) + (clock ? formatTime(clock) : '');
}

/** A date without a time as people say it. Scripts that have no use for times then do without their words. */
export function formatBareDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A day without its year, 11月5日（星期四）. */
export function formatDay(when: string): string {
  const [, month, day] = dayOf(when).split('-').map(Number);
  return `${month}月${day}日（${weekdayOf(when)}）`;
}

/** The day of the week, 星期四. */
export function weekdayOf(when: string): string {
  return `星期${'日一二三四五六'[new Date(Date.parse(dayOf(when))).getUTCDay()]}`;
}

/** The hour as people say it, 上午9点30分. */
export function formatTime(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  return `${part}${hour > 12 ? hour - 12 : hour}点${minute === 0 ? '' : `${minute}分`}`;
}

/** The moment for machines, 2026-11-05T09:00:00+08:00; a bare date stays a date. */
export function isoTime(when: string): string {
  const clock = clockOf(when);
  return clock ? `${dayOf(when)}T${clock}:00+08:00` : when;
}
