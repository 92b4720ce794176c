/** Numbers as people write them on a phone: 900, ９００, 1,500, 1千5, 一千五, 一万二, 二点五. Only what has one meaning is read. */

/** Numerals, capitals for money among them, and at the same place what they stand for. */
const NUMERALS = '零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖两俩拾佰仟点';
const STANDS_FOR = '0123456789012345678922十百千.';
/** Two numerals, or digits beside numerals: 三五 may be 35, or three to five; 3五 is a slip. */
const UNCLEAR = /^\D\D$|\d[^\d.,点]|[^\d.,点]\d/;

/** A number in digits and Chinese numerals at one place of a text: its sign, and its digits. */
export const WRITTEN_NUMBER = new RegExp(`([-−负]?)((?:[\\d.十百千万${NUMERALS}]|,(?=\\d))+)`, 'g');

/** The value of a number; undefined if it is none, or could mean two. Not negative. */
export function readNumber(written: string): number | undefined {
  const digits = written.replace(/./g, (char) => STANDS_FOR[NUMERALS.indexOf(char)] || char);
  // Commas only between thousands.
  const text = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replace(/,/g, '') : digits;
  const [, plain, scale] = /^(\d{1,12}(?:\.\d{1,4})?)([千万]?)$/.exec(text) || [];
  if (plain) {
    if (!scale && UNCLEAR.test(written)) return undefined;
    const value = Number(plain) * (scale === '万' ? 10_000 : scale ? 1000 : 1);
    // 1.0052 × 10,000 is 10052.000000000002 in binary.
    return Math.round(value * 10_000) / 10_000;
  }
  const [, high = '', low] = /^(.+?)万(.*)$/.exec(text) || [];
  if (low === undefined) return belowTenThousand(text, 1);
  const whole = /\D/.test(high) ? belowTenThousand(high, 1) : Number(high);
  const rest = belowTenThousand(low, 1000);
  return whole && rest !== undefined ? whole * 10_000 + rest : undefined;
}

/** 1千2百, 1千5, 十5, and four digits: a last digit alone is of the next scale, behind a zero of ones. `scale` is that of a digit alone. */
function belowTenThousand(text: string, scale: number): number | undefined {
  const found = /^(?:([1-9])千)?(?:0?([1-9])百)?(?:0?([1-9]?)十)?(?:(0?)([1-9]))?$/.exec(text);
  if (!found) return /^\d{4}$/.test(text) ? Number(text) : undefined;
  const [, thousands = '0', hundreds = '0', tens = '0', zero, ones = '0'] = found;
  const [thousand, hundred, ten] = [Number(thousands), Number(hundreds), Number(tens || 1)];
  const last = zero || ten ? 1 : hundred ? 10 : thousand ? 100 : scale;
  return thousand * 1000 + hundred * 100 + ten * 10 + Number(ones) * last;
}
