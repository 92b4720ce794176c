/**
 * The meaning of a line end in partly Chinese text. Markdown and YAML convert it to a space, which is right between English words and a
 * gap next to Chinese; a line that begins with 一、 or ① is a line of its own.
 */

/** Letters and marks that are always Chinese (or Japanese), and those shared with English. */
const CHINESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u;
const NEUTRAL = /[\p{P}\p{S}]/u;

/** Whether the last letter of a text is Chinese; skips marks that could be English; false for a text without letters. */
function endsChinese(units: readonly string[]): boolean {
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at] ?? '';
    if (CHINESE.test(unit)) return true;
    if (!NEUTRAL.test(unit)) return false;
  }
  return false;
}

/** Number of characters considered on each side. */
const CONTEXT_LENGTH = 12;

/**
 * Whether a line end between two texts is removed without a space: if either side is Chinese, except next to letters of a script other
 * than Latin that uses spaces.
 */
export function joinsLines(before: string, after: string): boolean {
  const [left, right] = [
    Array.from(before.slice(-CONTEXT_LENGTH)),
    Array.from(after.slice(0, CONTEXT_LENGTH)),
  ];
  const [last = '', first = ''] = [left.at(-1), right[0]];
  if (/\s/u.test(last) || /\s/u.test(first) || last === '' || first === '') return false;
  if (isSpacedScript(last) || isSpacedScript(first)) return false;
  return endsChinese(left) || endsChinese(right.toReversed());
}

function isSpacedScript(character: string): boolean {
  return /[\p{L}\p{M}]/u.test(character) && !/\p{Script=Latin}/u.test(character) && !CHINESE.test(character);
}

/** Joins a value folded by YAML: `isFolded` returns whether the space at an index was a line end. */
export function joinFolded(value: string, isFolded: (index: number) => boolean): string {
  let joined = '';
  for (let at = 0; at < value.length; at += 1) {
    const [before, after] = [
      value.slice(Math.max(0, at - CONTEXT_LENGTH), at),
      value.slice(at + 1, at + 1 + CONTEXT_LENGTH),
    ];
    const isGap = value[at] === ' ' && isFolded(at) && joinsLines(before, after) && !isOwnLine(before, after);
    if (!isGap) joined += value[at];
  }
  return joined;
}

/** Joins a text of several lines to one line. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split(/[ \t]*\n[ \t]*/)
    .reduce((before, line) => before + (joinsLines(before, line) ? '' : ' ') + line);
}

const ORDER = ['一二三四五六七八九十', '甲乙丙丁戊己庚辛壬癸', 'ABCDEFGH', 'abcdefgh', 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'];
const CHINESE_NUMBER = '(?:[一二三四五六七八九十百零]{1,4}|\\d{1,2}|[０-９]{1,2})';

/** Marks that always begin a line of their own. */
const BULLET =
  /^(?:[·•‧・●○◎◉■□▪▫◆◇▲△▶►➢➤➔→★☆※✓✔√☑☐✅✦❖–—－﹣①-⑳㉑-㉟㊱-㊿⓪❶-❿➀-➓⑴-⒇⒈-⒛㈠-㈩㊀-㊉ⓐ-ⓩ]|\p{Extended_Pictographic})/u;
/** A hyphen, star or # that is no Markdown mark because no space follows. */
const TIGHT_MARK = /^(?:[-+*＊]|[#＃]{1,6})(?=[\p{Script=Han}“《（])/u;
const BRACKETED = new RegExp(
  `^(?:[（(]${CHINESE_NUMBER}[)）]|[【〔\\[]${CHINESE_NUMBER}[】〕\\]]|[（(][A-Za-z甲乙丙丁][)）])(?![项条款目号])`,
  'u',
);
const NUMBERED = new RegExp(
  `^(?:(?:${CHINESE_NUMBER}|[甲乙丙丁戊己庚辛壬癸]|[A-Ha-h]|[IVX]{1,4}|[Ⅰ-Ⅻ])[、)）]|(?:[\\d０-９]{1,2}|[A-Ha-h]|[IVX]{1,4}|[Ⅰ-Ⅻ])[.．](?![\\d０-９])(?=\\s*[\\p{Script=Han}“《（]))`,
  'u',
);
const WORDED =
  /^(?:第[一二三四五六七八九十百零〇两\d]{1,5}|其[一二三四五六七八九十])(?:[，、：:]|步[，、：:\s\u3000])/u;
const ARTICLE = /^第[一二三四五六七八九十百零〇两\d]{1,5}(?:条|章|节|款|项|步|部分|类|批|期|阶段|编|篇)/u;
/** The end of a sentence. */
const ENDED = /[。；：！？…;:!?）)”」』]$/u;

/**
 * Whether a line begins with the mark of a list or an article and so is a line of its own. `before` is the line before it, `first` the
 * beginning of its paragraph. False for a line that continues an enumeration (残疾人分 ⏎ 一、二级).
 */
export function isOwnLine(before: string, line: string, first: string = before): boolean {
  if (BULLET.test(line)) return !isPartOfWord(before, line);
  if (TIGHT_MARK.test(line) || WORDED.test(line) || BRACKETED.test(line)) return true;
  const [numbered = ''] = NUMBERED.exec(line) ?? [];
  if (numbered !== '') return !goesOn(numbered.slice(0, -1), line.slice(numbered.length));
  const [article = ''] = ARTICLE.exec(line) ?? [];
  if (article === '') return false;
  return (
    ENDED.test(before) ||
    /^[\s\u3000、：:]/u.test(line.slice(article.length)) ||
    ARTICLE.test(first.trimStart())
  );
}

/** An enumeration, 一、二级 or 10、20元和30元, not an item: the next number of its row follows the mark directly. */
function goesOn(number: string, rest: string): boolean {
  if (/^\d+$/.test(number)) {
    const next = /^\d+/.exec(rest)?.[0];
    return (
      next !== undefined &&
      (Number(next) === Number(number) + 1 || /^[、和或至到]/u.test(rest.slice(next.length)))
    );
  }
  const row = ORDER.find((each) => each.includes(number));
  const next = row?.[row.indexOf(number) + 1];
  return next !== undefined && rest.startsWith(next);
}

/** ○ within 二○二六年, a dash or a dot between two parts of a word. */
function isPartOfWord(before: string, line: string): boolean {
  if (/^[○〇]/u.test(line))
    return /[一二三四五六七八九〇○]$/u.test(before) || /^○[一二三四五六七八九〇○]/u.test(line);
  return /^[–—－﹣]\d/u.test(line) && /\d$/u.test(before);
}

/** Two or more wide spaces, or four narrow ones with a wide one: the paragraph indent of Chinese print. */
export const INDENT: RegExp = /^[ \t]*\u3000[ \t]*\u3000[ \t\u3000]*/u;
