/** Numbers as people write them on a phone: 900, ９００, 1,500, 1千5, 一千五, 一万二, 二点五. Only what has one meaning is read. */

/** The digits, then their capitals for money. */
const DIGITS = '零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖';
const HAN_DIGIT = new RegExp(`[${DIGITS}]`, 'g');
const HAN = new RegExp(`[${DIGITS}两俩]`);

/** A number in digits and Chinese numerals at one place of a text. */
export const WRITTEN_NUMBER = new RegExp(
  `[-−负]?(?:[\\d${DIGITS}两俩十拾百佰千仟万.]|,(?=\\d)|点(?=[\\d${DIGITS}]))+`,
  'g',
);

/** The value of a number; undefined if it is none, or could mean two. Not negative. */
export function readNumber(written: string): number | undefined {
  const digits = written
    .replace(/[两俩]/g, '二')
    .replace(HAN_DIGIT, (digit) => String(DIGITS.indexOf(digit) % 10))
    .replace(/[拾佰仟点]/g, (mark) => ({ 拾: '十', 佰: '百', 仟: '千' })[mark] || '.');
  // Commas only between thousands.
  const text = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replace(/,/g, '') : digits;
  const [, plain, scale] = /^(\d{1,12}(?:\.\d{1,4})?)([千万]?)$/.exec(text) || [];
  if (plain) {
    // 三五 may be 35, or three to five; 3五 is a slip.
    const isUnclear =
      !scale && HAN.test(written) && plain.length > 1 && (plain.length < 3 || /\d/.test(written));
    const value = Number(plain) * (scale === '万' ? 10_000 : scale ? 1000 : 1);
    // 1.0052 × 10,000 is 10052.000000000002 in binary.
    return isUnclear ? undefined : Math.round(value * 10_000) / 10_000;
  }
  const [high = '', low, more] = text.split('万');
  if (low === undefined) return belowTenThousand(text);
  const whole = /^\d{1,4}$/.test(high) ? Number(high) : belowTenThousand(high);
  const rest = /^[1-9]$/.test(low)
    ? Number(low) * 1000
    : /^\d{4}$/.test(low)
      ? Number(low)
      : belowTenThousand(low);
  return whole && rest !== undefined && more === undefined ? whole * 10_000 + rest : undefined;
}

/** 1千2百, 1千5, 十5: a last digit alone is of the next scale, behind a zero of ones. */
function belowTenThousand(text: string): number | undefined {
  const [found, thousands, hundreds, tens, ones] =
    /^(?:([1-9])千)?0?(?:([1-9])百)?0?(?:([1-9]?)十)?0?([1-9]?)$/.exec(text) || [];
  if (found === undefined || /0$/.test(text)) return undefined;
  const scale = /0.$/.test(text) || tens !== undefined ? 1 : hundreds ? 10 : thousands ? 100 : 1;
  const ten = tens === undefined ? 0 : Number(tens || 1);
  return Number(thousands || 0) * 1000 + Number(hundreds || 0) * 100 + ten * 10 + Number(ones || 0) * scale;
}
