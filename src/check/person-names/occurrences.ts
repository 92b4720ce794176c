/** Where a known name occurs in a text, and whether it can be another word there. */
import { isFrequentWord, isOtherWord, wordsOf } from './segmenter.ts';

/** An occurrence of a name; `isCertain` if it can be nothing else. */
export interface Occurrence {
  index: number;
  isCertain: boolean;
}

/** Spaces and invisible characters that do not hide a name from a reader. */
const GAP = '[ \\u00a0\\u3000\\u200b-\\u200f\\u2060\\ufeff*·]{0,2}';
/** Characters on either side whose words are compared. */
const CONTEXT_LENGTH = 6;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** All occurrences of a name in a text, except those within a longer word: 高峰 in 高峰期, 于会 in 关于会议. */
export function occurrencesOf(name: string, text: string): Occurrence[] {
  // Nearly no text has the name: compiling its pattern takes far longer than this.
  if (!text.includes(name.charAt(0)) || !text.includes(name.charAt(name.length - 1))) return [];
  const pattern = new RegExp(Array.from(name, (each) => each.replace(SPECIAL, '\\$&')).join(GAP), 'gu');
  const isWord = isOtherWord(name) || isFrequentWord(name);
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index }): Occurrence[] => {
    if (found !== name || name.length > 2) return [{ index, isCertain: !isWord }];
    const position = positionOf(name, text, index);
    return position === 'within' ? [] : [{ index, isCertain: !isWord && position === 'apart' }];
  });
}

/** Whether a name of two characters is apart from the words around it, within longer ones, or overlaps one of them. */
function positionOf(name: string, text: string, index: number): 'apart' | 'within' | 'overlaps' {
  const from = Math.max(0, index - CONTEXT_LENGTH);
  const [start, end] = [index - from, index - from + name.length];
  const longer = wordsOf(text.slice(from, index + name.length + CONTEXT_LENGTH)).filter(
    (word) =>
      word.start < end && word.end > start && word.tag !== 'x' && (word.start < start || word.end > end),
  );
  const covered = longer.reduce(
    (sum, word) => sum + Math.min(word.end, end) - Math.max(word.start, start),
    0,
  );
  return longer.length === 0 ? 'apart' : covered === name.length ? 'within' : 'overlaps';
}
