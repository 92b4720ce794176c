/** Plausibility of Chinese text: its characters, and the share of words in it. */
import { commonCharacters, standardCharacters } from '../characters.ts';

const MARKS = new Set(
  '，。、；：！？“”‘’（）《》〈〉【】「」『』〔〕—…·～￥％＋－＝／〇№①②③④⑤⑥⑦⑧⑨⑩■□●○★→\u3000\ufeff',
);

/** A character of ordinary Chinese text: one of the 3,500 common ones, a mark, a full-width letter or digit. */
export function isPlausible(character: string): boolean {
  return commonCharacters.has(character) || MARKS.has(character) || /^[\uff10-\uff5a]$/.test(character);
}

/** A character that may occur in Chinese text: also the less common ones of the national standard. */
export function isKnown(character: string): boolean {
  return isPlausible(character) || standardCharacters.has(character);
}

/** By the first UTF-16 unit of a character: 1 for ordinary, 2 for odd, 0 for not yet classified. */
const kinds = new Uint8Array(0x1_0000);

/** Whether a character does not occur in ordinary Chinese text: beyond ASCII, and neither common nor a mark. */
export function isOdd(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return false;
  kinds[unit] ||= isPlausible(character) ? 1 : 2;
  return kinds[unit] === 2;
}

/** Words of this field that the dictionary lacks. */
const WORDS =
  /低保|医保|社保|五保|特困|残联|民政|村委|镇政府|新农合|农合|危改|光伏|扶贫|脱贫|帮扶|补助|户口本|身份证|养老|高龄|津贴|救助|两补|临补|公益岗|务工|就业/gu;

let segmenter: Intl.Segmenter | undefined;

/** The share of the characters, 0 to 1, in words of two characters or more, by the dictionary of ICU. */
export function wordShare(text: string): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const own = (text.match(WORDS) ?? []).join('').length;
  let inWords = own;
  for (const { segment } of segmenter.segment(text.replace(WORDS, ' '))) {
    if (segment.length > 1 && /^\p{Script=Han}+$/u.test(segment)) inWords += segment.length;
  }
  return inWords / Math.max(1, text.length);
}
