/**
 * Break opportunities in Chinese text (UAX 14): after punctuation and between words, never within a word. BudouX and the dictionary
 * have to agree; a phrase that is too long for the narrowest screen is also broken between words of the dictionary.
 */
import { phraseEnds, wordEnds } from './segmenters.ts';
import { unbreakableSpans } from './unbreakable-spans.ts';

/**
 * Longer phrases, in characters, are also broken between words: five characters of a title fill 320 px in the largest print, three
 * fill a tile.
 */
const MAX_PHRASE_LENGTH = { title: 5, narrow: 2 };

/** Never at the start of a line. */
const NEVER_FIRST = /^[\s，。、：；？！,.:;?!）)》〉」』”’】…—～~%％‰℃·／/-]/;
/** Never at the end. */
const NEVER_LAST = /[（(《〈「『“‘【第约不没很太\s/／-]$/;
/** Particles that belong to the word before them, and suffixes of place and office names: 神符村, 县民政局. */
const LEANS_BACK =
  /^(?:[的了吗呢吧啊着过地得们儿]|[村镇乡县市省区旗州局站所院办厅部委组户口人员工长费金款证卡券栏表书处])$/u;
const MARK = /[，。：；？！、,;?!…]$/;
const HAN = /\p{Script=Han}/u;

export interface BreakOptions {
  /** Names of places and people, which are never split. */
  names?: readonly string[] | undefined;
  /** Whether the text is in a box narrower than the screen. */
  isNarrow?: boolean;
}

/** Break opportunities in `text` as UTF-16 offsets, ascending. */
export function breakOpportunities(
  text: string,
  { names = [], isNarrow = false }: BreakOptions = {},
): number[] {
  if (!HAN.test(text)) return [];
  return findBreakOpportunities(text, names, isNarrow ? MAX_PHRASE_LENGTH.narrow : MAX_PHRASE_LENGTH.title);
}

function findBreakOpportunities(text: string, names: readonly string[], maxPhraseLength: number): number[] {
  const words = wordEnds(text, { guessesUnknown: false });
  const allowed = withoutNames(text, words).filter((at) => at > 0 && at < text.length && mayBreak(text, at));
  const whole = allowed.length > 0 ? unbreakableSpans(text, names) : [];
  const free = allowed.filter((at) => !whole.some(([start, end]) => start < at && at < end));
  // Half of all texts are one word: the two slower segmenters are not needed.
  if (free.length === 0) return [];
  const phrases = new Set(phraseEnds(text));
  const guessed = new Set(wordEnds(text, { guessesUnknown: true }));
  const agreed = free.filter((at) => (phrases.has(at) && guessed.has(at)) || MARK.test(text.charAt(at - 1)));
  const breaks = new Set(agreed);
  let start = 0;
  for (const end of [...agreed, text.length]) {
    if (end - start > maxPhraseLength)
      for (const at of free) if (at > start && at < end && guessed.has(at)) breaks.add(at);
    start = end;
  }
  return [...breaks].sort(ascending);
}

const ascending = (a: number, b: number) => a - b;

function mayBreak(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  // Other scripts break at spaces.
  return HAN.test(before) || HAN.test(after) || MARK.test(before) || /[”’》）」』】]/.test(before);
}

/** Word ends without those before a word that belongs to the one before it, or within a name. */
function withoutNames(text: string, ends: readonly number[]): number[] {
  const dropped = new Set<number>();
  ends.forEach((end, index) => {
    const word = text.slice(ends[index - 1] ?? 0, end);
    if (!LEANS_BACK.test(word)) return;
    // 县民政局: the office belongs to the county before it.
    if (/[县市省镇乡]/.test(word)) dropped.add(end);
    // The dictionary splits an unknown name into characters: 上|团|柏|村.
    for (let at = index - 1; at >= 0 && index - at <= 4; at -= 1) {
      if (!HAN.test(text.charAt((ends[at] ?? 0) - 1))) break;
      dropped.add(ends[at] ?? 0);
      const isSingle = (ends[at] ?? 0) - (ends[at - 1] ?? 0) === 1;
      if (!isSingle || !/[村镇乡]/.test(word)) break;
    }
  });
  return ends.filter((end) => !dropped.has(end));
}
