/** Readings above the characters of a web page, copied with the text: 習(xí)近(jìn), 助zhù学xué. A lesson has them on purpose: a guess. */
import { commonCharacters, HAN } from '../../characters.ts';
import { isReadingOf } from '../../pinyin-readings.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch, type MatchMessage } from '../../texts.ts';

const [OPEN, CLOSE] = ['[(（\\[［【〔〖〈《<{｛「『“"/|｜]', '[)）\\]］】〕〗〉》>}｝」』”"/|｜]'];
const PINYIN = '[a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ\\u0300-\\u030c]{1,8}[1-5]?';
const ZHUYIN = '[˙]?[\\u3105-\\u312f]{1,3}[ˊˇˋ˙]?';
const READING = `\\s{0,2}(?:${OPEN}\\s{0,2})?(?:${PINYIN}|${ZHUYIN})(?:\\s{0,2}${CLOSE})?`;
/** Characters with a reading after each, or before each; up to three without one may be between. */
const BEHIND = new RegExp(`${HAN}${READING}(?:\\s{0,2}${HAN}{0,3}?\\s{0,2}${HAN}${READING})*`, 'giu');
/** Syllables with a tone mark, each before its character. */
const BEFORE = `(?:(?=[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])${PINYIN}\\s{0,2}${HAN}\\s{0,2}){2,}`;
/** Words followed by the syllables of each in brackets. */
const OF_WORDS = `(?:${HAN}{2,4}\\s?${OPEN}\\s?${PINYIN}(?:\\s+${PINYIN}){1,3}\\s?${CLOSE}){2,}`;
/** The syllables of a word, then the word: báo xiāo 报销. */
const SYLLABLE = '(?:(?=[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,8})';
const BEFORE_WORD = `(?<![a-z“"(（《])${SYLLABLE}(?:\\s{1,2}${SYLLABLE}){1,7}\\s{0,2}${HAN}{2,8}`;
const EITHER = new RegExp(`${OF_WORDS}|${BEHIND.source}|(?<![a-z])${BEFORE}|${BEFORE_WORD}`, 'giu');
const PAIR = new RegExp(`(${HAN})(${READING})`, 'giu');
const LETTERS = new RegExp(`${PINYIN}|${ZHUYIN}`, 'iu');

export const rule: Rule = {
  name: 'text/reading-in-brackets',
  severity: 'warning',
  guesses: true,
  finds: '一个个字后面带着拼音或注音：政(zhèng)策(cè)、助zhù学xué、养(ㄧㄤˇ)老(ㄌㄠˇ)。',
  why: '多半是从别的网页粘贴带来的，一句话断成几截，读出来也不成句。',
  write: '删掉拼音，只留字。一个生僻字后面用括号注一个音，可以留。',
  bad: [
    '先看▶政(zhèng)策(cè)，再去办。',
    { fields: 'title: 申▶请(qǐng)补(bǔ)贴怎么领' },
    '去▶镇（zhen4）里问。',
    '▶报[bào]销[xiāo]要带发票。',
    '▶取 (qǔ) 暖 (nuǎn)的钱。',
    '▶助zhù学xué金。',
    '▶养(ㄧㄤˇ)老(ㄌㄠˇ)钱。',
    '▶红（hóng ）旗村。',
    '▶危房(wēi fáng)改造(gǎi zào)怎么申请。',
    '▶shēn申 qǐng请要趁早。',
    '▶báo xiāo 报销的钱七天到账。',
  ],
  good: [
    '先看政策，再去办。',
    '利率不超过LPR（每月公布一次）。',
    '老乡（xiang）都来了。',
    '生字：垚（yáo）、犇（bēn）、淼（miǎo）。',
    '生字：旅（lǚ）、游（yóu）、路（lù）。',
    '砼（tóng）就是混凝土。',
    '岢（kě）岚（lán）县。',
    '角（jué）色不是角（jiǎo）落，好（hào）学不是好（hǎo）人。',
    '超过LPR，张A，甲B。',
    '用APP申请，A类a档，维生素C和D都行。',
    '到旅（lǚ）店门口。',
    '六安（lù ān）人，洪洞（hóng tóng）人。',
  ],
  checkFile: forEachMatch(EITHER, ([found]) => {
    if (!new RegExp(`^${HAN}`, 'u').test(found)) {
      if (isOtherWord(found)) return undefined;
      const right = found.replace(new RegExp(`[^${HAN}]`, 'gu'), '');
      return guessFor(found, '字前面', right);
    }
    if (new RegExp(`^${HAN}{2}`, 'u').test(found)) {
      const right = found.replace(new RegExp(`[^${HAN}]`, 'gu'), '');
      return guessFor(found, '词后面', right);
    }
    const candidates = Array.from(found.matchAll(PAIR), ([, character = '', reading = '']) => ({
      character,
      reading,
      letters: LETTERS.exec(reading)?.[0] ?? '',
    }));
    // Before the dictionary of readings is loaded: a single pair is reported only if it is an odd gloss.
    if (candidates.length < 2 && !candidates.some(isOddGloss)) return undefined;
    const pairs = candidates.filter(({ character, letters }) => isReading(letters, character));
    // A single reading is a gloss; so are those of characters that few can read.
    const common = pairs.filter(({ character }) => commonCharacters.has(character));
    // 角（jué）色不是角（jiǎo）落 explains the readings of one character.
    const isLesson = pairs.length > 1 && new Set(pairs.map(({ character }) => character)).size === 1;
    if (isLesson && new Set(pairs.map(({ letters }) => letters)).size > 1) return undefined;
    const isPasted = common.length >= 2 ? common.length * 2 > pairs.length : common.some(isOddGloss);
    if (!isPasted) return undefined;
    const right = pairs
      .reduce((text, { character, reading }) => text.replace(character + reading, character), found)
      .replace(/\s/g, '');
    return guessFor(found, '字后面', right);
  }),
};

function guessFor(found: string, where: string, right: string): MatchMessage {
  const message = `「${found}」每个${where}带着拼音，多半是粘贴时带来的，读不成句。请改成「${right}」。`;
  return { message, guess: found };
}

/** Whether syllables precede a word with other readings, or are next to rare characters, as a gloss. */
function isOtherWord(found: string): boolean {
  const [, letters = '', word = ''] = new RegExp(`^([^${HAN}]+)(${HAN}+)$`, 'u').exec(found) ?? [];
  const syllables = letters.trim().split(/\s+/);
  if (syllables.length < 2 || word === '') return false;
  const characters = [...word];
  return !syllables.every((syllable, at) => {
    const character = characters[at];
    return character !== undefined && commonCharacters.has(character) && isReadingOf(syllable, character);
  });
}

function isReading(letters: string, character: string): boolean {
  return /[\u3105-\u312f]/.test(letters) || isReadingOf(letters, character);
}

/** A reading of a common character in an unusual form: a digit for the tone, a space in the brackets. */
function isOddGloss({ reading, letters }: { reading: string; letters: string }): boolean {
  return new RegExp(OPEN).test(reading) && (/[1-5]$/.test(letters) || /^\s*\S\s|\s\S$/.test(reading));
}
