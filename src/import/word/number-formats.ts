/** Writes a number in the formats of Word's automatic numbering (ECMA-376 17.18.59). */

const DIGITS = '零一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL_DIGITS = '零壹貳參肆伍陸柒捌玖';
const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

type Format = (number: number) => string;

/** Counted in tens, hundreds and thousands: 二十三, 一百零一. */
function counted(number: number, digits: string, units: readonly string[], shortTen: boolean): string {
  if (number <= 0 || number > 9999) return number === 0 ? (digits[0] ?? '') : String(number);
  const figures = [...String(number)].map(Number);
  let text = '';
  let gap = false;
  for (const [index, figure] of figures.entries()) {
    if (figure === 0) {
      gap = true;
      continue;
    }
    if (gap && text !== '') text += digits[0];
    gap = false;
    text += (digits[figure] ?? '') + (units[figures.length - index - 1] ?? '');
  }
  return shortTen && number >= 10 && number < 20 ? text.slice(1) : text;
}

const chinese: Format = (number) => counted(number, DIGITS, ['', '十', '百', '千'], true);
const digitwise =
  (digits: string): Format =>
  (number) =>
    [...String(number)].map((figure) => digits[Number(figure)] ?? figure).join('');

const roman: Format = (number) => {
  if (number <= 0 || number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
};

/** a … z, then aa, bb: Word repeats the letter. */
const letters: Format = (number) =>
  number <= 0 ? '' : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

/** Characters in a row of Unicode; beyond its end the plain number, as Word writes it. */
const row =
  (first: string, count: number): Format =>
  (number) =>
    number >= 1 && number <= count
      ? String.fromCodePoint((first.codePointAt(0) ?? 0) + number - 1)
      : String(number);

const cycle =
  (names: readonly string[]): Format =>
  (number) =>
    number >= 1 ? (names[(number - 1) % names.length] ?? '') : String(number);

const ordinal: Format = (number) => {
  const ending =
    number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
};

const fullWidth: Format = (number) =>
  String(number).replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0));

const formats: Readonly<Record<string, Format>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (number) => letters(number).toUpperCase(),
  lowerLetter: letters,
  ordinal,
  hex: (number) => number.toString(16).toUpperCase(),
  numberInDash: (number) => `- ${number} -`,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: digitwise('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digitwise('〇一二三四五六七八九'),
  taiwaneseDigital: digitwise('○一二三四五六七八九'),
  chineseLegalSimplified: (number) => counted(number, LEGAL_DIGITS, ['', '拾', '佰', '仟'], false),
  ideographLegalTraditional: (number) =>
    counted(number, LEGAL_TRADITIONAL_DIGITS, ['', '拾', '佰', '仟'], false),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: (number) => cycle(STEMS)(number) + cycle(BRANCHES)(number),
  decimalEnclosedCircle: row('①', 20),
  decimalEnclosedCircleChinese: row('①', 20),
  decimalEnclosedFullstop: row('⒈', 20),
  decimalEnclosedParen: row('⑴', 20),
  ideographEnclosedCircle: row('㊀', 10),
};

/** The number as it is seen; a format that is unknown here is written in plain figures. */
export function formatNumber(number: number, format: string): string {
  return formats[format]?.(number) ?? String(number);
}
