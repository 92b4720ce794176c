/**
 * Words as people type them, cut the same way for the index and for the query: pairs of neighbouring characters
 * for Chinese, so that any part of a word is found and no segmenter has a say; whole words for Latin letters and
 * digits. Runs in the build and on the phone.
 */

const HAN = /\p{Script=Han}+/gu;
const RUNS = /\p{Script=Han}+|[a-z]+|[0-9]+/gu;

/** The most characters of a query that are looked at: a pasted page is no question. */
export const QUERY_CHARACTERS = 60;

/** Half of a character that takes two units. */
export const HALF = /[\ud800-\udfff]/;

/** Full-width to half-width, capitals to small letters. */
export function plainForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Takes the words of a text one after another; a pair by its code points, because a string of each would cost most. */
export interface WordTaker {
  pair(first: number, second: number): void;
  word(word: string): void;
}

/**
 * Gives a taker the words under which a text is put into the index: pairs, and each character alone, because one
 * character would else be looked for in all pairs that begin with it, and not be found at the end of a run.
 */
export function takeIndexWords(text: string, taker: WordTaker): void {
  for (const run of plainForm(text).match(RUNS) ?? []) {
    if (isHan(run)) takePairsAndCharacters(run, taker);
    else taker.word(run);
  }
}

/** The same words as a list. */
export function indexWords(text: string): string[] {
  const words: string[] = [];
  takeIndexWords(text, {
    pair: (first, second) => words.push(String.fromCodePoint(first, second)),
    word: (word) => words.push(word),
  });
  return words;
}

/** Of what RUNS finds, all that is not Chinese is ASCII. */
function isHan(run: string): boolean {
  return run.charCodeAt(0) > 0x7f;
}

/** Stands behind a character that is looked for by itself, so that it is not taken for the beginning of a pair. */
const ALONE = 'z';
const ALONE_CODE = 0x7a;

/** The word under which the index has a single character. */
export function aloneWord(character: string): string {
  return character + ALONE;
}

/** Whether a word of the index is a single character. */
export function isAlone(word: string): boolean {
  return word.endsWith(ALONE) && isHan(word);
}

/** A word of the index as it is typed. */
export function unmarked(word: string): string {
  return isAlone(word) ? word.slice(0, -ALONE.length) : word;
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters.map(aloneWord);
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}

function takePairsAndCharacters(run: string, taker: WordTaker): void {
  let before = 0;
  for (let at = 0; at < run.length; ) {
    const character = run.codePointAt(at) ?? 0;
    if (before !== 0) taker.pair(before, character);
    taker.pair(character, ALONE_CODE);
    before = character;
    at += character > 0xffff ? 2 : 1;
  }
}

/** Marks a word with a gap, so that it is not taken for a pair. */
const GAP = 'q';

/** Pairs with the character between them left out: 养老金 is found by 养金 and, when a query leaves its own out, by 养考金. */
export function gapWords(text: string): string[] {
  return Array.from(plainForm(text).matchAll(HAN), ([run]) => run)
    .flatMap(gapPairs)
    .map((pair) => pair + GAP);
}

function gapPairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(0, -2).map((character, index) => character + (characters[index + 2] ?? ''));
}

function gapsIn(phrase: string): Gap[] {
  const words = pairs(phrase);
  return gapPairs(phrase).map((word, index) => ({ word, around: words.slice(index, index + 2) }));
}

/**
 * What stands in a question but says nothing of its subject. Words of the language, not of a county; the longer
 * ones first, so that 能不能办 goes whole.
 */
const FILLERS = [
  '能不能',
  '可不可以',
  '有没有',
  '是不是',
  '要不要',
  '怎么样',
  '多少钱',
  '什么时候',
  '为什么',
  '在哪里',
  '哪里办',
  '怎么办理',
  '怎么申请',
  '怎么领取',
  '怎么办',
  '怎么领',
  '怎么报',
  '怎么交',
  '怎么弄',
  '如何办理',
  '如何申请',
  '如何',
  '怎么',
  '怎样',
  '什么',
  '哪些',
  '哪里',
  '哪儿',
  '多少',
  '可以',
  '需要',
  '我们',
  '我家',
  '请问',
  '想要',
  '申请',
  '办理',
  '一个',
  '这个',
  '那个',
  '的话',
  '给谁',
  '找谁',
  '我',
  '你',
  '您',
  '吗',
  '呢',
  '吧',
  '啊',
  '的',
  '了',
  '想',
  '要',
  '能',
].sort((a, b) => b.length - a.length);

const FILLER = new RegExp(FILLERS.join('|'), 'g');
const HOW = /怎么|怎样|如何|能不能|可不可以|找谁|多少|什么时候|哪里|哪儿|申请|办理|吗/;

/** Two characters of a query with one between them, which may be wrong, and the two words that it is in. */
export interface Gap {
  word: string;
  around: string[];
}

/** A query, taken apart. */
export interface QueryParts {
  /** The words to look up in the index. */
  words: string[];
  /** To look up when a word is not found: what is left when one character is wrong. */
  gaps: Gap[];
  /** Runs of Latin letters, which may be pinyin. */
  latin: string[];
  /** Runs of Chinese without fillers, for marking and for the nearest titles. */
  phrases: string[];
  /** Whether it asks how: then policies come before stories. */
  asksHow: boolean;
}

/** Takes a query apart; one of fillers alone is taken at its word. */
export function queryParts(query: string): QueryParts {
  const text = [...plainForm(query)].slice(0, QUERY_CHARACTERS).join('');
  const runs = Array.from(text.matchAll(RUNS), ([run]) => run);
  const han = runs.filter(isHan);
  const said = han.flatMap((run) => run.split(FILLER)).filter((phrase) => phrase !== '');
  const phrases = said.some((phrase) => phrase.length > 1) || han.length === 0 ? said : han;
  const digits = runs.filter((run) => /^[0-9]/.test(run));
  return {
    words: [...new Set([...phrases.flatMap((phrase) => pairs(phrase)), ...digits])],
    gaps: phrases.flatMap(gapsIn),
    latin: runs.filter((run) => /^[a-z]/.test(run)),
    phrases: [...phrases, ...digits],
    asksHow: HOW.test(text),
  };
}

/**
 * Pinyin as it is often mistyped and misheard: zh, ch, sh without their h, ang, eng, ing, ong without their g, n for l.
 * Index and query both go through here.
 */
export function loosePinyin(letters: string): string {
  return letters
    .replace(/([zcs])h/g, '$1')
    .replace(/([aeio])ng/g, '$1n')
    .replace(/l/g, 'n');
}
