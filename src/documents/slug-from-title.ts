/** A file name made from a title: the pinyin of its first words, as editors name their files. */
import { syllablesOf } from './pinyin.ts';

/** The most syllables of a proposed name, where its first word is no longer: long enough to tell files apart, short enough to type. */
const MAX_SLUG_SYLLABLES = 5;

/** Characters that end a word and are none of it. */
const PARTICLES = /^[的和与及或在对为把被向了着过]$/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A slug for a title, `di-bao-shen-qing`, cut between words; `xin-wen-jian` where the title has nothing that can be spelt. */
export function slugFromTitle(title: string): string {
  const words = runsOf(title).flatMap(wordsOfRun);
  const taken: string[] = [];
  for (const word of words) {
    if (taken.length > 0 && taken.length + word.length > MAX_SLUG_SYLLABLES) break;
    taken.push(...word);
  }
  return taken.join('-') || 'xin-wen-jian';
}

/** Runs of Chinese, and words of Latin letters and digits, whose marks are left out: é is spelt e. */
function runsOf(title: string): string[] {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return plain.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
}

/** A run as words, each as its syllables. They are read in the whole run, and cut afterwards. */
function wordsOfRun(run: string): string[][] {
  if (!/\p{Script=Han}/u.test(run)) return [[run]];
  const syllables = syllablesOf(run);
  let at = 0;
  return segmented(run)
    .map((word) => {
      const from = at;
      at += [...word].length;
      return syllables.slice(from, at).map((syllable) => syllable.replace(/[^a-z]/g, ''));
    })
    .map((word) => word.filter(Boolean))
    .filter((word) => word.length > 0);
}

/**
 * The words of a run. ICU's dictionary knows no 低保 and gives 低 and 保: single characters beside each other are taken for one
 * word, so that a name may come out shorter than it could be but is never cut inside a word.
 */
function segmented(run: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const { segment } of segmenter.segment(run)) {
    const isSingle = [...segment].length === 1 && !PARTICLES.test(segment);
    if (isSingle && isOpen) words.push((words.pop() ?? '') + segment);
    else words.push(segment);
    isOpen = isSingle;
  }
  return words;
}
