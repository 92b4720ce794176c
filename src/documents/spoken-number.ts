/**
 * Numbers as they are said in Chinese. Written here and not taken from a package: the packages that read numbers say 二千 where
 * people say 两千, and support neither telephones nor years.
 */

const DIGITS = '零一二三四五六七八九';
/** Nobody says a larger number as a quantity; it is read digit by digit. */
const MAX_QUANTITY = 999_999_999_999;

/** Digit by digit, 12345 → 一二三四五; a year has 〇 for its zero, 2025 → 二〇二五. */
export function speakDigits(digits: string, zero: '零' | '〇' = '零'): string {
  return digits
    .replace(/\D/g, '')
    .replace(/\d/g, (digit) => (digit === '0' ? zero : (DIGITS[Number(digit)] ?? '')));
}

/** A telephone number, 12345 → 幺二三四五: 一 and 七 are mistaken for one another over a loudspeaker. */
export function speakPhone(phone: string): string {
  return phone
    .split(/\D+/)
    .map(speakFigures)
    .filter((part) => part !== '')
    .join('，');
}

/** Figures one by one, without 〇 and with 幺, as rooms, roads and plates are said: 302 → 三零二, 108 → 幺零八. */
export function speakFigures(figures: string): string {
  return speakDigits(figures).replace(/一/g, '幺');
}

/** A year, 2025 → 二〇二五. */
export function speakYear(year: string): string {
  return speakDigits(year, '〇');
}

/**
 * A number as a quantity: 1500 → 一千五百, 10 → 十, 2000 → 两千, 3.5 → 三点五, 1,200 → 一千二百. A number that starts with a zero, or is longer
 * than any quantity, is a code and is read digit by digit.
 */
export function speakNumber(text: string): string {
  const [whole = '', decimals] = text.replace(/,/g, '').split('.');
  const isCode = /^0\d/.test(whole) || Number(whole) > MAX_QUANTITY;
  const spoken = isCode ? speakDigits(whole) : speakWhole(Number(whole));
  return decimals === undefined || decimals === '' ? spoken : `${spoken}点${speakDigits(decimals)}`;
}

/** A number before a measure word: a lone 2 is 两, 2个 → 两个; all others as they are. */
export function speakCount(text: string): string {
  return text === '2' ? '两' : speakNumber(text);
}

function speakWhole(value: number): string {
  if (value === 0) return '零';
  const groups = [
    { size: 100_000_000, name: '亿' },
    { size: 10_000, name: '万' },
    { size: 1, name: '' },
  ];
  let rest = value;
  let spoken = '';
  for (const { size, name } of groups) {
    const group = Math.floor(rest / size);
    rest %= size;
    if (group === 0) continue;
    // A gap is said once: 10500 → 一万零五百, 1050 → 一千零五十.
    const gap = spoken !== '' && group < 1000 ? '零' : '';
    spoken += `${gap}${speakGroup(group)}${name}`;
  }
  return spoken.replace(/^一十/, '十').replace(/^二(?=[千万亿])/, '两');
}

/** 1 to 9999. */
function speakGroup(value: number): string {
  let spoken = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = spoken !== '';
      continue;
    }
    spoken += `${gap ? '零' : ''}${DIGITS[digit]}${name}`;
    gap = false;
  }
  return spoken;
}
