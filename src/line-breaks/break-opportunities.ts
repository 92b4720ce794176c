/**
 * Where a line of Chinese may be broken: after marks and between words, never in one. A border counts where BudouX and
 * the dictionary agree; a phrase longer than a line of the narrowest screen may hold is broken between words of the dictionary.
 */
import { phraseEnds, wordEnds } from './segmenters.ts';
import { unbreakableSpans } from './unbreakable-spans.ts';

/**
 * Longer phrases, in characters, are broken between words too: five characters of a title fill 320 px in the largest print,
 * three fill a tile.
 */
const MAX_PHRASE_LENGTH = { title: 5, narrow: 2 };

/** None of these begins a line. */
const NEVER_FIRST = /^[\s，。、：；？！,.:;?!）)》〉」』”’】…—～~%％‰℃·／/-]/;
/** None of these ends one. */
const NEVER_LAST = /[（(《〈「『“‘【第约不没很太\s/／-]$/;
/** Small words that lean on the word before them, and what closes the name of a place or an office: 神符村, 县民政局. */
const LEANS_BACK =
  /^(?:[的了吗呢吧啊着过地得们儿]|[村镇乡县市省区旗州局站所院办厅部委组户口人员工长费金款证卡券栏表书处])$/u;
const MARK = /[，。：；？！、,;?!…]$/;
const HAN = /\p{Script=Han}/u;

/** The same titles and headings stand on many pages. */
const cached = new Map<string, number[]>();

export interface BreakOptions {
  /** Names of places and people, which are never cut. */
  names?: readonly string[] | undefined;
  /** Whether the text stands in a box that may be narrower than a screen. */
  isNarrow?: boolean;
}

/** Where `text` may be broken, in UTF-16 units from its start, ascending. */
export function breakOpportunities(
  text: string,
  { names = [], isNarrow = false }: BreakOptions = {},
): number[] {
  if (!HAN.test(text)) return [];
  const key = [isNarrow, text, ...names].join('\n');
  const maxLength = isNarrow ? MAX_PHRASE_LENGTH.narrow : MAX_PHRASE_LENGTH.title;
  const breaks = cached.get(key) ?? findBreakOpportunities(text, names, maxLength);
  cached.set(key, breaks);
  return breaks;
}

function findBreakOpportunities(text: string, names: readonly string[], maxPhraseLength: number): number[] {
  const words = new Set(wordEnds(text, { guessesUnknown: false }));
  const phrases = new Set(phraseEnds(text));
  const guessed = new Set(wordEnds(text, { guessesUnknown: true }));
  const allowed = withoutNames(text, [...words].sort(ascending)).filter(
    (at) => at > 0 && at < text.length && mayBreak(text, at),
  );
  const whole = unbreakableSpans(text, names);
  const free = allowed.filter((at) => !whole.some(([start, end]) => start < at && at < end));
  const agreed = free.filter((at) => (phrases.has(at) && guessed.has(at)) || MARK.test(text.slice(0, at)));
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
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  // Letters of other scripts break at their blanks.
  return (
    HAN.test(before.slice(-1)) ||
    HAN.test(after.slice(0, 1)) ||
    MARK.test(before) ||
    /[”’》）」』】]$/.test(before)
  );
}

/** The ends of words without those in front of a word that leans on the one before, or among the characters of a name. */
function withoutNames(text: string, ends: readonly number[]): number[] {
  const dropped = new Set<number>();
  ends.forEach((end, index) => {
    const word = text.slice(ends[index - 1] ?? 0, end);
    if (!LEANS_BACK.test(word)) return;
    // 县民政局: the office belongs to what stands before it.
    if (/[县市省镇乡]/.test(word)) dropped.add(end);
    // A name that the dictionary does not know stands there character by character: 上|团|柏|村.
    for (let at = index - 1; at >= 0 && index - at <= 4; at -= 1) {
      if (!HAN.test(text.charAt((ends[at] ?? 0) - 1))) break;
      dropped.add(ends[at] ?? 0);
      const isSingle = (ends[at] ?? 0) - (ends[at - 1] ?? 0) === 1;
      if (!isSingle || !/[村镇乡]/.test(word)) break;
    }
  });
  return ends.filter((end) => !dropped.has(end));
}
