/**
 * What a phone's clock is worth. A page knows the day on which it was built, and no phone can read it before that day. A
 * clock far ahead may be right, on a copy kept for long, or wrong: nobody can tell but the reader, who is told.
 */
import { beijingNow, dayOf, daysBetween, sayDate } from './dates.ts';

/** A page read so many days after it was built is old, or the clock is wrong. */
const LONG_AGO_DAYS = 90;
/** A clock this little behind changes nothing worth a word. */
const BEHIND_DAYS = 2;

/** Now in Beijing, or the day of the build where the phone's clock lies before it and must be wrong. */
export function trustedNow(clock: Date, builtOn: string): string {
  const now = beijingNow(clock);
  return dayOf(now) < builtOn ? builtOn : now;
}

/** What a reader must know before believing a status; undefined where the clock gives no doubt. */
export function clockDoubt(clock: Date, builtOn: string): string | undefined {
  const today = dayOf(beijingNow(clock));
  const days = daysBetween(builtOn, today);
  if (days <= -BEHIND_DAYS) {
    return `您手机上是${sayDate(today)}，日期不对。能不能办，这里按${sayDate(builtOn)}算的。`;
  }
  if (!(days >= LONG_AGO_DAYS)) return undefined;
  return `这一页是${sayDate(builtOn)}的，您手机上是${sayDate(today)}。日期不对，先改对；日期对，这一页就旧了，办之前打电话问一句。`;
}
