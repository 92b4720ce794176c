/**
 * The text that a spreadsheet shows for a number. The library's formatter (SSF) knows the formats of English Excel; the Chinese ones are
 * rewritten for it here: built-in dates, 星期, 上午, G/通用格式, e for the year, [DBNum1], 3.5万 and currency signs (ECMA-376, 18.8.30 and
 * 18.8.31).
 */
import { type NumeralStyle, spellAmounts, spellDate } from './chinese-numerals.ts';
import { scaledSection } from './scaled-section.ts';

/** The part of the library used here, passed in because it is loaded on first use. */
export interface NumberFormatter {
  format(format: string, value: number, options?: { date1904?: boolean }): string;
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options?: { date1904?: boolean },
  ): { y: number; m: number; d: number; H: number; M: number; S: number; q: number } | null;
}

export interface ShownNumber {
  text: string;
  date?: string;
  showsYear?: boolean;
}

/** Built-in formats of Chinese Excel that the library does not know, by number (ECMA-376, 18.8.30, zh-cn). */
export const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** English defaults that Chinese Excel shows in the order of its locale. */
const LOCALIZED: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy/m/d',
  'm/d/yy h:mm': 'yyyy/m/d h:mm',
};

const WEEKDAYS = '日一二三四五六';
const TOKENS =
  /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|上午\/下午|G\/通用格式|General|a{3,4}(?![\w/])|[^\p{ASCII}]+|[\s\S]/giu;

/** The shown text of a number under a format, and its date; `format` is undefined for none. */
export function shownNumber(
  value: number,
  format: string | undefined,
  formatter: NumberFormatter,
  date1904: boolean,
): ShownNumber {
  if (format === undefined || /^(?:General|G\/通用格式|@)?$/i.test(format)) {
    return { text: generalText(value, formatter) };
  }
  const code = LOCALIZED[format] ?? format;
  const isDate = formatter.is_date(withoutLiterals(code));
  const parts = isDate ? formatter.parse_date_code(value, { date1904 }) : null;
  const scaled = isDate ? undefined : scaledSection(code, value);
  const rewritten = rewrite(scaled?.code ?? code, value, formatter, parts?.q);
  const text =
    formatted(rewritten, scaled?.value ?? value, formatter, date1904) ?? generalText(value, formatter);
  const numerals = /\[DBNum([12])\]/i.exec(code)?.[1];
  const style = numerals === undefined ? undefined : (Number(numerals) as NumeralStyle);
  const shown = style === undefined ? text : isDate ? spellDate(text, style) : spellAmounts(text, style);
  if (!parts) return { text: shown };
  const letters = withoutLiterals(code);
  // An m beside hours or seconds is minutes.
  const hasDay = (/[dey]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) && parts.y > 1900;
  if (!hasDay) return { text: shown };
  return { text: shown, date: isoDate(parts, code), showsYear: /[ye]/i.test(letters) };
}

/** Digits in full: Excel shows an integer above 11 digits as 1.23E+11, which is no telephone number. */
function generalText(value: number, formatter: NumberFormatter): string {
  return Number.isSafeInteger(value) ? String(value) : formatter.format('General', value);
}

/** Undefined for a format that the formatter does not take. */
function formatted(
  format: string,
  value: number,
  formatter: NumberFormatter,
  date1904: boolean,
): string | undefined {
  try {
    return formatter.format(format, value, { date1904 }).trim();
  } catch {
    return undefined;
  }
}

/** The format in terms that the formatter knows, with every Chinese character as a literal. */
function rewrite(
  code: string,
  value: number,
  formatter: NumberFormatter,
  weekday: number | undefined,
): string {
  if (/\[\$-F800\]/i.test(code)) return 'yyyy"年"m"月"d"日"';
  if (/\[\$-F400\]/i.test(code)) return 'h:mm:ss';
  return code.replace(TOKENS, (token) => {
    if (/^["\\_*]/.test(token) || token === '上午/下午') return token;
    if (/^(?:General|G\/通用格式)$/i.test(token)) return `"${generalText(Math.abs(value), formatter)}"`;
    if (token.startsWith('[')) return bracket(token);
    if (weekday !== undefined && /^a{3,4}$/i.test(token)) {
      return `"${token.length === 4 ? '星期' : ''}${WEEKDAYS[weekday] ?? ''}"`;
    }
    if (weekday !== undefined && /^e$/i.test(token)) return 'yyyy';
    return /^[^\p{ASCII}]/u.test(token) ? `"${token}"` : token;
  });
}

/** A bracket of a format: `[$￥-804]` is its sign, a locale or a digit style nothing; colours, hours and conditions stay. */
function bracket(token: string): string {
  const sign = /^\[\$([^\]-]*)(?:-[^\]]*)?\]$/.exec(token)?.[1];
  if (sign !== undefined) return sign === '' ? '' : `"${sign}"`;
  return /^\[(?:DBNum\d|ENG|[^\]]*[\u4e00-\u9fff][^\]]*)\]$/i.test(token) ? '' : token;
}

const withoutLiterals = (code: string) =>
  code
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]|General|G\/通用格式/gi, '')
    .replace(/上午\/下午/g, 'AM/PM')
    .replace(/a{3,4}(?![\w/])/gi, 'd')
    .replace(/^[^;]*\be(?=年)/u, 'yyyy')
    .replace(/[^\p{ASCII}]/gu, '');

function isoDate(parts: { y: number; m: number; d: number; H: number; M: number }, code: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  return /h/i.test(withoutLiterals(code)) ? `${day} ${two(parts.H)}:${two(parts.M)}` : day;
}
