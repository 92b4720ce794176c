/** Numbers as people write them on a phone: 900, ９００, 1,500, 1千5, 一千五, 一万二, 两亩半. Only what has one meaning is read. */

const DIGITS = '零一二三四五六七八九';
const CAPITALS = '〇壹贰叁肆伍陆柒捌玖';
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
};

/** A number in digits and Chinese numerals at one place of a text. */
export const WRITTEN_NUMBER =
  /[-−负]?(?:[\d零〇一二三四五六七八九两俩壹贰叁肆伍陆柒捌玖十拾百佰千仟万.]|,(?=\d))+/g;

/** The value of a number; undefined if it is none, or could mean two. Not negative. */
export function readNumber(written: string): number | undefined {
  const text = written.replace(/[两俩]/g, '二');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replace(/,/g, ''));
  if (/^\d{1,12}(?:\.\d{1,4})?$/.test(text)) return Number(text);
  const tokens = Array.from(text.matchAll(/\d+(?:\.\d+)?|./g), ([token]) => tokenOf(token));
  if (tokens.length === 0 || tokens.includes(undefined)) return undefined;
  const known = tokens as Token[];
  return known.some(({ scale }) => scale) ? inScales(known) : inDigits(known);
}

interface Token {
  digit?: number;
  scale?: number;
  isArabic?: boolean;
}

function tokenOf(token: string): Token | undefined {
  const scale = SCALES[token];
  if (scale) return { scale };
  if (/^\d/.test(token)) return { digit: Number(token), isArabic: true };
  const digit = Math.max(DIGITS.indexOf(token), CAPITALS.indexOf(token));
  return digit < 0 ? undefined : { digit };
}

/** 三, 一五〇〇; several digits without a scale are read one by one. */
function inDigits(tokens: readonly Token[]): number | undefined {
  if (tokens.some(({ isArabic }) => isArabic)) return undefined;
  const written = tokens.map(({ digit }) => digit).join('');
  // 三五 may be 35, or three to five.
  return tokens.length === 2 || tokens.length > 9 ? undefined : Number(written);
}

/** 一千二百, 1千5, 一万二, 十五: scales descend; a last digit alone is of the next scale, behind 零 of ones. */
function inScales(tokens: readonly Token[]): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  let isAfterZero = false;
  let hasTenThousands = false;
  // 1.5万 has one meaning, 1.5万5 has none.
  if (tokens.length > 2 && tokens.some(({ digit: part = 0 }) => part % 1 > 0)) return undefined;
  for (const token of tokens) {
    if (token.scale) {
      if (token.scale === 10_000 && hasTenThousands) return undefined;
      hasTenThousands = hasTenThousands || token.scale === 10_000;
      if (token.scale === 10_000 && total + (digit ?? 0) > 0 && last < 10_000) {
        total = (total + (digit ?? 0)) * 10_000;
      } else {
        const isTen = token.scale === 10 && digit === undefined;
        if (token.scale >= last || (digit === undefined && !isTen) || (digit ?? 1) === 0) return undefined;
        if (token.scale < 10_000 && (digit ?? 1) >= 10) return undefined;
        total += (digit ?? 1) * token.scale;
      }
      last = token.scale;
      digit = undefined;
      isAfterZero = false;
    } else if (token.digit === 0 && !token.isArabic && digit === undefined && total > 0) isAfterZero = true;
    else if (digit === undefined) digit = token.digit;
    else return undefined;
  }
  if (digit === undefined) return isAfterZero ? undefined : total;
  if (digit > 9 || digit % 1 > 0 || (digit === 0 && total > 0)) return undefined;
  return total + (isAfterZero || last === 10 ? digit : (digit * last) / 10);
}
