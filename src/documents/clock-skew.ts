/**
 * How far a phone's clock can be trusted. A page knows the day of its build, or an earlier one since which it says the same
 * (steady-day.ts), and cannot be read before that day. A clock far ahead
 * may be right, on an old copy, or wrong: only the reader can tell, so the page warns.
 */
import { beijingNow, dayOf, daysBetween, formatDate } from './dates.ts';

/** From this many days after its build, the page is old or the clock is wrong. */
const MAX_AHEAD_DAYS = 90;
/** A clock less far behind needs no warning. */
const MIN_BEHIND_DAYS = 2;

/** Now in Beijing, or the day of the build if the phone's clock is before it and so wrong. */
export function effectiveNow(clock: Date, builtOn: string): string {
  const now = beijingNow(clock);
  return dayOf(now) < builtOn ? builtOn : now;
}

/** The warning before a status; undefined if the clock is plausible. */
export function clockSkewWarning(clock: Date, builtOn: string): string | undefined {
  const today = dayOf(beijingNow(clock));
  const days = daysBetween(builtOn, today);
  if (days <= -MIN_BEHIND_DAYS) {
    return `您手机上是${formatDate(today)}，日期不对。能不能办，这里按${formatDate(builtOn)}算的。`;
  }
  if (!(days >= MAX_AHEAD_DAYS)) return undefined;
  return `这一页是${formatDate(builtOn)}的，您手机上是${formatDate(today)}。日期不对，先改对；日期对，这一页就旧了，办之前打电话问一句。`;
}
