/** Converts a written telephone number to the dialled one. A separate module: the phone's script needs no more. */

/** The number to dial: 0357-5122345 → 03575122345; for a number with an extension, 转2, the number before it. */
export function dialledBy(phone: string): string {
  const number = phone.replace(/(?:转|分机|ext).*$/i, '');
  const digits = number.replace(/\D/g, '');
  // Dialled within China: with a zero before the area code, and without the country code.
  const home = /^\s*(?:\+|00)?86/.test(number) ? digits.replace(/^(?:00)?86/, '') : digits;
  if (home !== digits && /^(?:0|1[3-9]\d{9}$|[48]00\d{7}$)/.test(home)) return home;
  return /^\s*\+/.test(number) ? `+${digits}` : digits;
}
