/**
 * Formats of values: dates, times, text length. Separate from the schema's fields, because pages and pictures need only these and then do
 * not load zod.
 */

/** Number of characters as readers count them: a rare character outside the basic plane is one, not two. */
export function countCharacters(text: string): number {
  return [...text].length;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a valid calendar date, `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  const parts = DATE.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the text is a valid time in Beijing, `YYYY-MM-DD HH:mm`. */
export function isTime(value: string): boolean {
  const day = TIME.exec(value)?.[1];
  return day !== undefined && isDate(day);
}
