/**
 * Digits in forms that evade programs, or typing slips: letters that look like them (15O9372O418), circled (①③⑦), superscript and
 * subscript, radio code words (洞, 拐, 勾). Each is replaced by one ASCII digit, so that positions do not change.
 */

const SIGNS: Readonly<Record<string, string>> = {};
const add = (signs: string, first: number) => {
  Array.from(signs).forEach((sign, at) => {
    (SIGNS as Record<string, string>)[sign] = String(first + at);
  });
};
add('⓪①②③④⑤⑥⑦⑧⑨', 0);
add('⓿❶❷❸❹❺❻❼❽❾', 0);
add('⑴⑵⑶⑷⑸⑹⑺⑻⑼', 1);
add('㈠㈡㈢㈣㈤㈥㈦㈧㈨', 1);
add('㊀㊁㊂㊃㊄㊅㊆㊇㊈', 1);
add('⒈⒉⒊⒋⒌⒍⒎⒏⒐', 1);
add('⁰¹²³⁴⁵⁶⁷⁸⁹', 0);
add('₀₁₂₃₄₅₆₇₈₉', 0);
const LETTERS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Ｏ: '0',
  О: '0',
  о: '0',
  I: '1',
  l: '1',
  ｌ: '1',
};
const SPOKEN: Readonly<Record<string, string>> = {
  ...{
    么: '1',
    洞: '0',
    零: '0',
    〇: '0',
    '○': '0',
    幺: '1',
    一: '1',
    两: '2',
    二: '2',
    三: '3',
    四: '4',
    五: '5',
  },
  ...{ 六: '6', 拐: '7', 七: '7', 八: '8', 勾: '9', 九: '9' },
};

/** Signs and digits with at most one space between: at least as long as a telephone number. */
const SIGN_RUN = /(?:[⓪①-⑨⓿❶-❾⑴-⑼㈠-㈨㊀-㊈⒈-⒐⁰¹²³⁴-⁹₀-₉\d][\s-]?){11,24}/gu;
const ANY_SIGN = /[⓪①-⑨⓿❶-❾⑴-⑼㈠-㈨㊀-㊈⒈-⒐⁰¹²³⁴-⁹₀-₉]/u;
const LETTER_RUN =
  /(?<![A-Za-z0-9])(?=[\dOoIlＯОоｌ\s-]*[OoIlＯОоｌ])[1-9lI][\dOoIlＯОоｌ]{1,5}[\s-]?[\dOoIlＯОоｌ]{3,8}[\s-]?[\dOoIlＯОоｌ]{4,11}(?![A-Za-wyz0-9])/gu;
/** A telephone number directly after the letters of a chat account. */
const BEHIND_LETTERS = /(?<=[A-Za-z_]{2})1[\dOoIlＯОоｌ]{10}(?![A-Za-z0-9])/gu;
const ANY_LETTER = /\d[OoIlＯОоｌ]|[OoIlＯОоｌ]\d/u;
const SPOKEN_RUN = /[么洞零〇○幺一两二三四五六拐七八勾九]{11,18}/gu;
const ANY_SPOKEN = /[么洞拐勾]/u;
/** yi33零零零零8871 after a label: digits and Chinese numerals mixed, with at most the first one as pinyin. */
const MIXED_RUN =
  /(?<![A-Za-z\d])(?<pinyin>yi|yao)?(?<rest>[\d零〇幺一二三四五六七八九]{10,11})(?![\d零〇幺一二三四五六七八九十百千万])/gi;
const MAY_BE_MIXED = /\d[零〇幺一二三四五六七八九]|[零〇幺一二三四五六七八九]\d/;
const CONTACT = /微信|薇信|[vVＶ]信|[vV][xX]|电话|手机|号码|加[我他她]/;
const MAX_CONTACT_DISTANCE = 20;
const TELEPHONE_LENGTH = 11;
const MIN_DIGITS = 6;

/** The text with such digits as ASCII ones, of the same length; undefined if it has none. */
export function withPlainDigits(text: string): string | undefined {
  let read = text;
  if (ANY_SIGN.test(text)) read = read.replace(SIGN_RUN, (run) => replaced(run, SIGNS));
  if (ANY_LETTER.test(text)) {
    const asDigits = (run: string) =>
      (run.match(/\d/g)?.length ?? 0) < MIN_DIGITS ? run : replaced(run, LETTERS);
    read = read.replace(LETTER_RUN, asDigits).replace(BEHIND_LETTERS, asDigits);
  }
  if (ANY_SPOKEN.test(text)) {
    read = read.replace(SPOKEN_RUN, (run) => (ANY_SPOKEN.test(run) ? replaced(run, SPOKEN) : run));
  }
  if (MAY_BE_MIXED.test(text)) read = withMixedDigits(read);
  return read === text ? undefined : read;
}

function withMixedDigits(text: string): string {
  return text.replace(MIXED_RUN, (run: string, pinyin: string | undefined, rest: string, index: number) => {
    const length = rest.length + (pinyin === undefined ? 0 : 1);
    if (length !== TELEPHONE_LENGTH || !MAY_BE_MIXED.test(rest)) return run;
    if (!CONTACT.test(text.slice(Math.max(0, index - MAX_CONTACT_DISTANCE), index))) return run;
    const first = pinyin === undefined ? '' : '1'.padEnd(pinyin.length);
    return first + replaced(rest, SPOKEN);
  });
}

function replaced(run: string, signs: Readonly<Record<string, string>>): string {
  return Array.from(run, (sign) => signs[sign] ?? sign).join('');
}
