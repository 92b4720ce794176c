/** Full names of people in Chinese text: whether a text is one, and the one that ends or begins at a position. */
import { NO_PERSONS } from './rare-names.ts';
import { tagOf, type Word, wordsOf } from './segmenter.ts';
import {
  DOTTED,
  DOUBLE_SURNAMES,
  EVERYDAY,
  NEVER_GIVEN,
  NEVER_LAST,
  NO_NAMES,
  OTHER_NAME,
  OTHER_NAME_BEGINS,
  PARTICLE_SURNAMES,
  PLACE,
  SURNAMES,
  TITLE,
  VILLAGE_GIVEN,
  WORD_SURNAMES,
} from './surnames.ts';

/** `sure`: hardly anything but a name. `maybe`: also a word, such as 春花 or 高峰. */
export type Likeness = 'sure' | 'maybe' | 'no';

/** A cheap test: whether a text has the form of a full name. Does not use the dictionary. */
export function hasFormOfName(text: string): boolean {
  if (NO_PERSONS.has(text)) return false;
  if (isOtherName(text)) return true;
  const surname = surnameOf(text);
  const given = text.slice(surname.length);
  if (surname === '' || given.length < 1 || given.length > 2 || !/^\p{Script=Han}+$/u.test(given))
    return false;
  if (PARTICLE_SURNAMES.has(surname) && given.length === 1) return false;
  if (VILLAGE_GIVEN.test(given)) return !EVERYDAY.test(text);
  if (EVERYDAY.test(text) || TITLE.test(text) || PLACE.test(text) || NEVER_LAST.has(given.slice(-1)))
    return false;
  return ![...given].some((character) => NEVER_GIVEN.has(character));
}

/**
 * Whether a text is a name that does not begin with a surname. The long patterns are used only for the few texts that begin like
 * one or have its dots.
 */
function isOtherName(text: string): boolean {
  if (/[·•・‧．.]/.test(text)) return DOTTED.test(text);
  const mayBe = OTHER_NAME_BEGINS.has(text.slice(0, 2)) || OTHER_NAME_BEGINS.has(text.slice(0, 1));
  return mayBe && OTHER_NAME.test(text);
}

/** The likelihood that a whole text is a person's full name. */
export function likenessOf(text: string): Likeness {
  if (!hasFormOfName(text)) return 'no';
  if (isOtherName(text)) return 'sure';
  if (NO_NAMES.has(text) || NO_GIVEN.test(text.slice(1))) return 'no';
  const words = wordsOf(text);
  const [first] = words;
  if (words.length > 1) {
    const [surname, given] = [surnameOf(text), text.slice(1)];
    // 和丧事 is no name, 何爱民 is one; 何时打 is none.
    if (PARTICLE_SURNAMES.has(surname))
      return given.length === 2 && !isOrdinary(tagOf(given)) ? 'maybe' : 'no';
    const isWord = first !== undefined && first.word.length > 1 && !first.tag.startsWith('nr');
    return isWord && WORD_SURNAMES.has(surname) ? 'no' : 'sure';
  }
  if (!first?.tag.startsWith('nr')) return 'no';
  return text.length > 2 ? 'sure' : 'maybe';
}

/** Verbs, nouns and particles; not names that the dictionary knows, nor parts of names. */
function isOrdinary(tag: string | undefined): boolean {
  return tag !== undefined && /^(?:n$|v|d|p|c|r|m|f|u|t|s|a|b)/.test(tag);
}

const SINGLE_SURNAMES: ReadonlySet<string> = new Set([...SURNAMES, ...WORD_SURNAMES, ...PARTICLE_SURNAMES]);

function surnameOf(text: string): string {
  const double = text.slice(0, 2);
  if (text.length > 2 && DOUBLE_SURNAMES.has(double)) return double;
  const single = text.slice(0, 1);
  return SINGLE_SURNAMES.has(single) ? single : '';
}

/** Benefits and actions after a possible surname: 管低保. */
const NO_GIVEN = /低保|五保|特困|补[贴助]|救助|残疾|申请|发放|领|手续|材料|政策|电话|通知/;

/** Number of characters on either side of a name whose words are analysed. */
const CONTEXT_LENGTH = 10;
/** A part of a name with dots: without the particles that often surround names. */
const PART = '(?:(?![的了在是说领两户等今家有和给叫及与为员象助孙])\\p{Script=Han})';
const LONG_NAME_END = new RegExp(`(?:${PART}{1,6}[·•・‧．]){1,3}${PART}{1,8}$`, 'u');
const LONG_NAME_START = new RegExp(`^(?:${PART}{1,6}[·•・‧．]){1,3}${PART}{1,7}`, 'u');
const OTHER_LENGTHS = [7, 6, 5, 4];

/** The full name at the end of a text; undefined if none. */
export function nameAtEnd(text: string): string | undefined {
  const tail = text.slice(-40);
  const [dotted] = LONG_NAME_END.exec(tail) ?? [];
  if (dotted !== undefined) return dotted;
  for (const length of OTHER_LENGTHS) if (isOtherName(text.slice(-length))) return text.slice(-length);
  const lengths = [4, 3, 2].filter((length) => text.length >= length && hasFormOfName(text.slice(-length)));
  if (lengths.length === 0) return undefined;
  const context = text.slice(-CONTEXT_LENGTH);
  const words = wordsOf(context);
  const good = lengths.filter(
    (length) => likenessOf(text.slice(-length)) !== 'no' && beginsWord(words, context.length - length),
  );
  // 和李红 is 李红 preceded by a word.
  const length = good.find((each) => !PARTICLE_SURNAMES.has(text.slice(-each).slice(0, 1))) ?? good[0];
  return length === undefined ? undefined : text.slice(-length);
}

/** Whether a word begins at the position, or the word around it is still one without its beginning: 孩子｜王. */
function beginsWord(words: readonly Word[], at: number): boolean {
  const around = words.find(({ start, end }) => start < at && at < end);
  if (around === undefined) return true;
  const before = around.word.slice(0, at - around.start);
  return before.length > 1 && tagOf(before) !== undefined;
}

/** The full name at the beginning of a text; undefined if none. */
export function nameAtStart(text: string): string | undefined {
  const [dotted] = LONG_NAME_START.exec(text.slice(0, 40)) ?? [];
  if (dotted !== undefined) return dotted;
  for (const length of OTHER_LENGTHS) if (isOtherName(text.slice(0, length))) return text.slice(0, length);
  const lengths = [4, 3, 2].filter((length) => text.length >= length && hasFormOfName(text.slice(0, length)));
  if (lengths.length === 0) return undefined;
  const words = wordsOf(text.slice(0, CONTEXT_LENGTH));
  const [first] = words;
  // 单独立户 begins with 单独.
  const isWord = first !== undefined && first.end > 1 && !first.tag.startsWith('nr');
  if (isWord && WORD_SURNAMES.has(text.slice(0, 1)) && !lengths.includes(first.end)) return undefined;
  const length = lengths.find((each) => {
    const next = text.slice(each, each + 1);
    const endsWord = !/\p{Script=Han}/u.test(next) || words.some(({ end }) => end === each);
    return endsWord && likenessOf(text.slice(0, each)) !== 'no';
  });
  return length === undefined ? undefined : text.slice(0, length);
}
