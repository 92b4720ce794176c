/**
 * Numbers as [DBNum1] and [DBNum2] of a number format show them: 二千〇二十六, 贰仟零贰拾陆 (ECMA-376, 18.8.31; compared with LibreOffice 7.4).
 * Excel writes 一十 where people say 十, except in dates.
 */

interface Numerals {
  digits: string;
  /** Tens, hundreds, thousands. */
  units: readonly string[];
}

const NUMERALS = {
  1: { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'] },
  2: { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] },
} as const satisfies Record<1 | 2, Numerals>;

/** Names of the groups of four digits. */
const GROUP_UNITS = ['', '万', '亿', '万亿'];

/** Ordinary numerals or those of amounts in full, by the number behind DBNum. */
export type NumeralStyle = keyof typeof NUMERALS;

/** Replaces each number in a shown text, `1,234.50元`, by its numerals. */
export function spellAmounts(text: string, style: NumeralStyle): string {
  return text.replace(/(\d[\d,]*)(\.\d+)?/g, (_, whole: string, fraction: string = '') => {
    const digits = whole.replace(/,/g, '').replace(/^0+(?=\d)/, '');
    if (digits.length > 4 * GROUP_UNITS.length) return spellEach(digits, style);
    return `${spellWhole(digits, style)}${spellEach(fraction, style)}`;
  });
}

/** Replaces the numbers of a shown date: a year digit by digit, a month, a day and a time as people say them. */
export function spellDate(text: string, style: NumeralStyle): string {
  return text.replace(/\d+/g, (run) => {
    if (run.length > 2) return spellEach(run, style);
    const spelled = spellWhole(String(Number(run)), style);
    return style === 1 ? spelled.replace(/^一十/, '十') : spelled;
  });
}

const spellEach = (text: string, style: NumeralStyle) =>
  text.replace(/\d/g, (digit) => NUMERALS[style].digits[Number(digit)] ?? digit);

function spellWhole(number: string, style: NumeralStyle): string {
  const zero = NUMERALS[style].digits[0] ?? '';
  const padded = number.padStart(Math.ceil(number.length / 4) * 4, '0');
  const groups = padded.match(/\d{4}/g) ?? [];
  const spelled = groups
    .map((group, at) => {
      const name = group === '0000' ? '' : GROUP_UNITS[groups.length - 1 - at];
      return `${spellGroup(group, style)}${name}`;
    })
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
    .replace(new RegExp(`^${zero}|${zero}$`, 'g'), '');
  return spelled === '' ? zero : spelled;
}

/** Four digits; zeros are left in where one is read, in places also twice. */
function spellGroup(group: string, style: NumeralStyle): string {
  const { digits, units } = NUMERALS[style];
  return Array.from(group, (digit, at) =>
    digit === '0' ? digits[0] : `${digits[Number(digit)]}${units[3 - at]}`,
  )
    .join('')
    .replace(new RegExp(`${digits[0]}+$`), '');
}
