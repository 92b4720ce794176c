/**
 * The tokenizer, the same for the index and for queries. Chinese and other scripts without spaces: bigrams, so that any part of a word is
 * found without a segmenter. Other letters: whole words. Numbers: the whole number, alone and with the adjacent text. Runs in the build
 * and on the phone.
 */
import {
  askedTelephones,
  extensionOf,
  isCertain,
  lastDigits,
  telephoneIndexTokens,
  telephonesIn,
  withoutTelephones,
} from './telephones.ts';

/** Scripts without spaces between words. A combining mark of theirs counts as a character. */
const UNSPACED_SCRIPTS = ['Han', 'Yi', 'Tai_Le', 'New_Tai_Lue', 'Thai', 'Lao', 'Myanmar', 'Khmer']
  .map((script) => `\\p{Script=${script}}`)
  .join('');

const HAN = /\p{Script=Han}+/gu;
/** Runs of one kind; other letters with their marks. Tibetan is split at its tsheg, which is neither. */
export const RUNS = new RegExp(
  `[${UNSPACED_SCRIPTS}]+|[0-9]+(?:\\.[0-9]+)?|(?:(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{M}])+`,
  'gu',
);
const UNSPACED_RUN = new RegExp(`^[${UNSPACED_SCRIPTS}]`, 'u');

/** The first code point of these scripts: Thai. Most runs are decided without the pattern. */
const FIRST_UNSPACED_CODE_POINT = 0x0e00;

/** Maximum characters of a query; the rest of a pasted page is ignored. */
export const MAX_QUERY_LENGTH = 60;

/** One UTF-16 unit of a character outside the basic plane. */
export const SURROGATE = /[\ud800-\udfff]/;

/** Joiners, direction marks, and variation selectors (in names, and in Mongolian). */
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

/** Receives the tokens of a text; a bigram by its code points, because a string for each would take most of the time. */
export interface TokenSink {
  bigram(first: number, second: number): void;
  token(word: string): void;
}

/**
 * Emits the tokens under which a text is indexed: bigrams, and each character as a unigram, because a query of one character
 * would otherwise be looked up in all bigrams that begin with it, and not be found at the end of a run.
 */
export function tokenizeInto(text: string, sink: TokenSink): void {
  const normalized = normalizeText(text);
  for (const run of normalized.match(RUNS) ?? []) {
    if (isUnspaced(run)) emitBigramsAndUnigrams(run, sink);
    else if (!isNumber(run)) sink.token(wholeToken(run));
  }
  if (!/[0-9]/.test(normalized)) return;
  for (const telephone of telephonesIn(normalized)) {
    for (const word of telephoneIndexTokens(telephone)) sink.token(word);
    for (const digits of [extensionOf(normalized, telephone), lastDigits(telephone)]) {
      if (digits !== undefined) sink.token(wholeToken(digits));
    }
  }
  // Parts of a telephone number are not indexed as numbers.
  const others = withoutTelephones(normalized, askedTelephones(normalized).filter(isCertain));
  for (const { whole, beside } of findNumbers(others))
    for (const word of [whole, ...beside]) sink.token(word);
}

/** The same tokens as a list. */
export function tokenize(text: string): string[] {
  const words: string[] = [];
  tokenizeInto(text, {
    bigram: (first, second) => words.push(String.fromCodePoint(first, second)),
    token: (word) => words.push(word),
  });
  return words;
}

/** Whether a run is of a script that is indexed as bigrams. */
export function isUnspaced(run: string): boolean {
  return run.charCodeAt(0) >= FIRST_UNSPACED_CODE_POINT && UNSPACED_RUN.test(run);
}

/** Whether a run of RUNS is a number. */
export function isNumber(run: string): boolean {
  return run.charCodeAt(0) <= 0x39;
}

/**
 * Suffix of a whole word. For a word on no page Pagefind answers with an indexed word that is a prefix of it: `a` for `anzhi`. No
 * query is continued by this suffix.
 */
const WHOLE_TOKEN_SUFFIX = '_';

/** The token of a word of letters or of a number. */
export function wholeToken(word: string): string {
  return word + WHOLE_TOKEN_SUFFIX;
}

/** A number in a text. */
export interface NumberTokens {
  /** The number alone. */
  whole: string;
  /** With the character or letters before and after it, or with the number after a mark: 第777, 777号, 2026〕38. */
  beside: string[];
}

/** The tokens of all numbers in a normalized text. Only whole numbers: 77 is not found in 777, nor in 77.5. */
export function findNumbers(normalized: string): NumberTokens[] {
  return Array.from(normalized.matchAll(/[0-9]+(?:\.[0-9]+)?/g), ({ 0: digits, index: at = 0 }) => {
    const number = formatDigits(digits);
    const behind = normalized.slice(at + digits.length, at + digits.length + MAX_BESIDE_LENGTH);
    const before = LETTERS_BEFORE.exec(normalized.slice(Math.max(0, at - MAX_BESIDE_LENGTH), at))?.[0];
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

/** Maximum UTF-16 units next to a number that belong to its tokens. */
const MAX_BESIDE_LENGTH = 12;
const LETTERS_BEFORE = new RegExp(`(?:[${UNSPACED_SCRIPTS}]|[a-z]+)$`, 'u');
const LETTERS_BEHIND = new RegExp(`^(?:[${UNSPACED_SCRIPTS}]|[a-z]+)`, 'u');

/** Without a leading zero (05月), and with a letter for the decimal point, which Pagefind drops. */
function formatDigits(digits: string): string {
  return digits.replace(/^0(?=[0-9]$)/, '').replace('.', 'd');
}

/** Suffix of a unigram, so that it is no prefix of bigrams. */
const UNIGRAM_SUFFIX = 'z';
const UNIGRAM_SUFFIX_CODE = 0x7a;

/** The token of a single character. */
export function unigram(character: string): string {
  return character + UNIGRAM_SUFFIX;
}

/** Whether a token is a unigram. */
export function isUnigram(word: string): boolean {
  return word.endsWith(UNIGRAM_SUFFIX) && isUnspaced(word);
}

/** A token without its suffix, as it is typed. */
export function stripSuffix(word: string): string {
  return isUnigram(word) || word.endsWith(WHOLE_TOKEN_SUFFIX) ? word.slice(0, -1) : word;
}

/** The bigrams of a run; the unigram of a single character. */
export function bigrams(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters.map(unigram);
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}

function emitBigramsAndUnigrams(run: string, sink: TokenSink): void {
  let before = 0;
  for (let at = 0; at < run.length; ) {
    const character = run.codePointAt(at) ?? 0;
    if (before !== 0) sink.bigram(before, character);
    sink.bigram(character, UNIGRAM_SUFFIX_CODE);
    before = character;
    at += character > 0xffff ? 2 : 1;
  }
}

/** Suffix of a skip-bigram, so that it is no bigram. */
const SKIP_BIGRAM_SUFFIX = 'q';

/** Skip-bigram tokens: 养金 for 养老金, which is then also found by 养考金. */
export function skipBigramTokens(text: string): string[] {
  return Array.from(normalizeText(text).matchAll(HAN), ([run]) => run)
    .flatMap(skipBigrams)
    .map((bigram) => bigram + SKIP_BIGRAM_SUFFIX);
}

/** Two characters of a run with the one between them left out. */
export function skipBigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(0, -2).map((character, index) => character + (characters[index + 2] ?? ''));
}

/**
 * Pinyin normalised for common confusions: zh, ch, sh without h, ang, eng, ing, ong without g, n for l. For the index and for
 * queries.
 */
export function normalizePinyin(letters: string): string {
  return letters
    .replace(/([zcs])h/g, '$1')
    .replace(/([aeio])ng/g, '$1n')
    .replace(/l/g, 'n');
}
