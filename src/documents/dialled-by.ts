/** From a telephone number as it is written to what is dialled. By itself, for the phone needs no more. */

/** What a telephone number is dialled by: 0357-5122345 → 03575122345; of one with an extension, 转2, the number before it. */
export function dialledBy(phone: string): string {
  const number = phone.replace(/(?:转|分机|ext).*$/i, '');
  const digits = number.replace(/\D/g, '');
  // Dialled at home: with a zero before the area code, and without the country code.
  const home = /^\s*(?:\+|00)?86/.test(number) ? digits.replace(/^(?:00)?86/, '') : digits;
  if (home !== digits && /^(?:0|1[3-9]\d{9}$|[48]00\d{7}$)/.test(home)) return home;
  return /^\s*\+/.test(number) ? `+${digits}` : digits;
}
