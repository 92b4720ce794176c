/** Verse in quotation marks: what has the form of a name in it is none (“戎马关山北，凭轩涕泗流”). */

const MAX_VERSE_LENGTH = 80;
/** Lines of classical verse, of couplets and of four-character phrases. */
const LINE_LENGTHS = new Set([4, 5, 6, 7]);
/** Somebody's own words are quoted with a verb of speech: 他说：“老王有肝癌，家里没有钱。” */
const SPOKEN = /(?:[说讲问答喊道称]|告诉\p{Script=Han}{0,4})[：:，,]?$/u;
/** 匾上写着“急公好义” */
const PHRASE_LENGTH = 4;
const NAMES_PHRASE = /(?:匾|碑|联|横批|题|成语|[刻写题]着|写下|[叫是]|所谓)[^，。“”]{0,4}$/u;
const OF_VERSE = /诗|词|曲|赋|联|匾|碑|铭|歌|谣|吟|咏|写[下道过有]|题|名句|佳句|古人|唱|曰|云[：:]/;

/** Whether a position is in quoted lines of the same length. */
export function isInVerse(sentence: string, index: number): boolean {
  const before = sentence.slice(Math.max(0, index - MAX_VERSE_LENGTH), index);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('‘'), before.lastIndexOf('「'));
  if (open < 0 || /[”’」]/.test(before.slice(open))) return false;
  const [after = ''] = /^[^”’」]*/u.exec(sentence.slice(index, index + MAX_VERSE_LENGTH)) ?? [];
  const lines = (before.slice(open + 1) + after).split(/[，。；、！？\s]/u).filter((line) => line !== '');
  const [first = ''] = lines;
  if (lines.length === 1) return first.length === PHRASE_LENGTH && NAMES_PHRASE.test(before.slice(0, open));
  if (lines.length < 2 || !LINE_LENGTHS.has(first.length)) return false;
  if (!lines.every((line) => line.length === first.length && /^\p{Script=Han}+$/u.test(line))) return false;
  const said = before.slice(0, open);
  return OF_VERSE.test(said) || !SPOKEN.test(said);
}
