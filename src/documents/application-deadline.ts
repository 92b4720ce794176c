/** The last day on which one can apply for a policy. */
import { isDate } from '../schema/formats.ts';

/** The earlier of the last day to apply and the last day of validity; undefined if neither is a date. */
export function applicationDeadline({
  applyBy,
  validUntil,
}: {
  applyBy?: string | undefined;
  validUntil?: string | undefined;
}): string | undefined {
  return [applyBy, validUntil].filter((day): day is string => day !== undefined && isDate(day)).sort()[0];
}
