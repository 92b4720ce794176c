/**
 * Words as people type them, cut the same way for the index and for the query: pairs of neighbouring characters
 * for Chinese and other scripts that put no blank between words, so that any part of a word is found and no segmenter has a
 * say; whole words for all other letters; numbers whole, by themselves and with what stands beside them. Runs in the build
 * and on the phone.
 */
import {
  askedTelephones,
  extensionOf,
  isCertain,
  telephoneIndexWords,
  telephonesIn,
  withoutTelephones,
} from './telephones.ts';

/** Scripts without blanks between words. A mark of theirs counts as a character. */
const UNSPACED_SCRIPTS = ['Han', 'Yi', 'Tai_Le', 'New_Tai_Lue', 'Thai', 'Lao', 'Myanmar', 'Khmer']
  .map((script) => `\\p{Script=${script}}`)
  .join('');

const HAN = /\p{Script=Han}+/gu;
/** Runs of each kind; other letters with their marks. Tibetan is cut at its tsheg, which is neither. */
export const RUNS = new RegExp(
  `[${UNSPACED_SCRIPTS}]+|[0-9]+(?:\\.[0-9]+)?|(?:(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{M}])+`,
  'gu',
);
const UNSPACED_RUN = new RegExp(`^[${UNSPACED_SCRIPTS}]`, 'u');

/** The first code point of a script that is written in pairs: Thai. Most runs need no pattern to tell. */
const FIRST_UNSPACED_CODE_POINT = 0x0e00;

/** The most characters of a query that are looked at: a pasted page is no question. */
export const MAX_QUERY_LENGTH = 60;

/** Half of a character that takes two units. */
export const SURROGATE = /[\ud800-\udfff]/;

/** What is not seen: joiners, direction marks, and selectors of how a character is drawn (in names, and in Mongolian). */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const ISO_DATE = /(^|[^0-9])((?:19|20)[0-9]{2})([-./])(0?[1-9]|1[0-2])\3(0?[1-9]|[12][0-9]|3[01])(?![0-9])/g;
const AMOUNT = /(^|[^0-9])([0-9]{1,3}(?:,[0-9]{3})+)(?=(?:\.[0-9]+)?\s*[元块万亿])/g;

/** Full-width to half-width, capitals to small letters, 2026-03-15 to 2026年3月15日, 1,500元 to 1500元. */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(
      ISO_DATE,
      (_, before, year, _mark, month, day) => `${before}${year}年${Number(month)}月${Number(day)}日`,
    )
    .replace(AMOUNT, (_, before, amount) => before + amount.replace(/,/g, ''));
}

/** Takes the words of a text one after another; a pair by its code points, because a string of each would cost most. */
export interface TokenSink {
  bigram(first: number, second: number): void;
  token(word: string): void;
}

/**
 * Gives a taker the words under which a text is put into the index: pairs, and each character alone, because one
 * character would else be looked for in all pairs that begin with it, and not be found at the end of a run.
 */
export function tokenizeInto(text: string, taker: TokenSink): void {
  const plain = normalizeText(text);
  for (const run of plain.match(RUNS) ?? []) {
    if (isUnspaced(run)) emitBigramsAndUnigrams(run, taker);
    else if (!isNumber(run)) taker.token(wholeToken(run));
  }
  if (!/[0-9]/.test(plain)) return;
  for (const telephone of telephonesIn(plain)) {
    for (const word of telephoneIndexWords(telephone)) taker.token(word);
    const extension = extensionOf(plain, telephone);
    if (extension !== undefined) taker.token(wholeToken(extension));
  }
  // A part of a telephone number is no number.
  const others = withoutTelephones(plain, askedTelephones(plain).filter(isCertain));
  for (const { whole, beside } of findNumbers(others))
    for (const word of [whole, ...beside]) taker.token(word);
}

/** The same words as a list. */
export function tokenize(text: string): string[] {
  const words: string[] = [];
  tokenizeInto(text, {
    bigram: (first, second) => words.push(String.fromCodePoint(first, second)),
    token: (word) => words.push(word),
  });
  return words;
}

/** Whether a run is of a script that is put into the index by pairs. */
export function isUnspaced(run: string): boolean {
  return run.charCodeAt(0) >= FIRST_UNSPACED_CODE_POINT && UNSPACED_RUN.test(run);
}

/** Of what RUNS finds. */
export function isNumber(run: string): boolean {
  return run.charCodeAt(0) <= 0x39;
}

/**
 * Stands behind a word that is whole. Pagefind answers a word on no page by an indexed word that it begins with: by `a` for
 * `anzhi`. No word begins with one that ends so.
 */
const WHOLE_TOKEN_SUFFIX = '_';

/** The word under which the index has a word of letters, or a number. */
export function wholeToken(word: string): string {
  return word + WHOLE_TOKEN_SUFFIX;
}

/** A number in a text. */
export interface NumberTokens {
  /** The number by itself. */
  whole: string;
  /** With the character or the letters before and behind it, or with the number behind a mark: 第777, 777号, 2026〕38. */
  beside: string[];
}

/** The words of all numbers in a text in plain form. Only the whole number is one: 77 is not found in 777, nor in 77.5. */
export function findNumbers(plain: string): NumberTokens[] {
  return Array.from(plain.matchAll(/[0-9]+(?:\.[0-9]+)?/g), ({ 0: digits, index: at = 0 }) => {
    const number = formatDigits(digits);
    const behind = plain.slice(at + digits.length, at + digits.length + MAX_BESIDE_LENGTH);
    const before = LETTERS_BEFORE.exec(plain.slice(Math.max(0, at - MAX_BESIDE_LENGTH), at))?.[0];
    const after = LETTERS_BEHIND.exec(behind)?.[0];
    const next = /^[^0-9\s\p{L}]([0-9]+(?:\.[0-9]+)?)/u.exec(behind)?.[1];
    const beside = [
      ...(before === undefined ? [] : [wholeToken(before + number)]),
      ...(after === undefined ? [] : [isUnspaced(after) ? number + after : wholeToken(number + after)]),
      ...(next === undefined ? [] : [wholeToken(`${number}x${formatDigits(next)}`)]),
    ];
    return { whole: wholeToken(number), beside };
  });
}

/** The most units of a text that are looked at beside a number. */
const MAX_BESIDE_LENGTH = 12;
const LETTERS_BEFORE = new RegExp(`(?:[${UNSPACED_SCRIPTS}]|[a-z]+)$`, 'u');
const LETTERS_BEHIND = new RegExp(`^(?:[${UNSPACED_SCRIPTS}]|[a-z]+)`, 'u');

/** Without a zero before one digit (05月), and with a letter for the point, which Pagefind leaves out. */
function formatDigits(digits: string): string {
  return digits.replace(/^0(?=[0-9]$)/, '').replace('.', 'd');
}

/** Stands behind a character that is looked for by itself, so that it is not taken for the beginning of a pair. */
const UNIGRAM_SUFFIX = 'z';
const UNIGRAM_SUFFIX_CODE = 0x7a;

/** The word under which the index has a single character. */
export function unigram(character: string): string {
  return character + UNIGRAM_SUFFIX;
}

/** Whether a word of the index is a single character. */
export function isUnigram(word: string): boolean {
  return word.endsWith(UNIGRAM_SUFFIX) && isUnspaced(word);
}

/** A word of the index as it is typed. */
export function stripSuffix(word: string): string {
  return isUnigram(word) || word.endsWith(WHOLE_TOKEN_SUFFIX) ? word.slice(0, -1) : word;
}

/** A run as pairs; a single character as it stands in the index. */
export function bigrams(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters.map(unigram);
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}

function emitBigramsAndUnigrams(run: string, taker: TokenSink): void {
  let before = 0;
  for (let at = 0; at < run.length; ) {
    const character = run.codePointAt(at) ?? 0;
    if (before !== 0) taker.bigram(before, character);
    taker.bigram(character, UNIGRAM_SUFFIX_CODE);
    before = character;
    at += character > 0xffff ? 2 : 1;
  }
}

/** Marks a word with a gap, so that it is not taken for a pair. */
const SKIP_BIGRAM_SUFFIX = 'q';

/** Pairs with the character between them left out: 养老金 is found by 养金 and, when a query leaves its own out, by 养考金. */
export function skipBigramTokens(text: string): string[] {
  return Array.from(normalizeText(text).matchAll(HAN), ([run]) => run)
    .flatMap(skipBigrams)
    .map((pair) => pair + SKIP_BIGRAM_SUFFIX);
}

export function skipBigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(0, -2).map((character, index) => character + (characters[index + 2] ?? ''));
}

/**
 * Pinyin as it is often mistyped and misheard: zh, ch, sh without their h, ang, eng, ing, ong without their g, n for l.
 * Index and query both go through here.
 */
export function normalizePinyin(letters: string): string {
  return letters
    .replace(/([zcs])h/g, '$1')
    .replace(/([aeio])ng/g, '$1n')
    .replace(/l/g, 'n');
}
