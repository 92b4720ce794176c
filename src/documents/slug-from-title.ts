/** A file name made from a title: the pinyin of its first words, as editors name their files. */
import { pinyin } from 'pinyin-pro';

/** The most syllables of a proposed name: long enough to tell files apart, short enough to type. */
const SYLLABLES = 5;

/** A slug for a title, `di-bao-shen-qing`; `xin-wen-jian` where the title has nothing that can be spelt. */
export function slugFromTitle(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}|[a-z0-9]+/gu);
  const syllables = (words ?? []).map((word) =>
    /\p{Script=Han}/u.test(word) ? pinyin(word, { toneType: 'none', v: true }).replace(/[^a-z]/g, '') : word,
  );
  return syllables.filter(Boolean).slice(0, SYLLABLES).join('-') || 'xin-wen-jian';
}
