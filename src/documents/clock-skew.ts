/**
 * What a phone's clock is worth. A page knows the day on which it was built, and no phone can read it before that day. A
 * clock far ahead may be right, on a copy kept for long, or wrong: nobody can tell but the reader, who is told.
 */
import { beijingNow, dayOf, daysBetween, formatDate } from './dates.ts';

/** A page read so many days after it was built is old, or the clock is wrong. */
const MAX_AHEAD_DAYS = 90;
/** A clock this little behind changes nothing worth a word. */
const MIN_BEHIND_DAYS = 2;

/** Now in Beijing, or the day of the build where the phone's clock lies before it and must be wrong. */
export function effectiveNow(clock: Date, builtOn: string): string {
  const now = beijingNow(clock);
  return dayOf(now) < builtOn ? builtOn : now;
}

/** What a reader must know before believing a status; undefined where the clock gives no doubt. */
export function clockSkewWarning(clock: Date, builtOn: string): string | undefined {
  const today = dayOf(beijingNow(clock));
  const days = daysBetween(builtOn, today);
  if (days <= -MIN_BEHIND_DAYS) {
    return `您手机上是${formatDate(today)}，日期不对。能不能办，这里按${formatDate(builtOn)}算的。`;
  }
  if (!(days >= MAX_AHEAD_DAYS)) return undefined;
  return `这一页是${formatDate(builtOn)}的，您手机上是${formatDate(today)}。日期不对，先改对；日期对，这一页就旧了，办之前打电话问一句。`;
}
