/** The last day on which one can apply for a policy. */

/** A checked `applyBy` with this form is a date. The whole check (isDate) would make the scripts of every page larger. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The last day to apply; undefined if it is given in words, or not at all. */
export function dayToApply({ applyBy }: { applyBy?: string | undefined }): string | undefined {
  return applyBy && DAY.test(applyBy) ? applyBy : undefined;
}

/** The earlier of the last day to apply and the last day of validity; undefined if neither is a date. */
export function applicationDeadline(period: {
  applyBy?: string | undefined;
  validUntil?: string | undefined;
}): string | undefined {
  const day = dayToApply(period);
  const { validUntil = day } = period;
  return day && validUntil && day < validUntil ? day : validUntil;
}
