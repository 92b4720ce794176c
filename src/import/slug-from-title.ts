/** Generates a file name from a title: the pinyin of its first words, as editors name their files. Never cut inside a word. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import { syllablesOf } from '../documents/pinyin.ts';

/** The maximum syllables of a proposed name, unless its first word is longer: distinctive, and short enough to type. */
const MAX_SLUG_SYLLABLES = 6;
/** Enough syllables at the end of a clause. */
const ENOUGH_SYLLABLES = 3;

/** Characters that end a word and are not part of it. */
const PARTICLES = /^[的和与及或在对为把被向了着过]$/;

/** Common openings of official titles: they do not distinguish files. */
const OFFICE_WORDS = /^[\s《]*(?:(?:关于|转发|印发|发放|开展|组织|举办|做好|认真|切实|进一步)[\s《]*)+/;

const require = createRequire(import.meta.url);
let jieba: Jieba | undefined;

/** A slug for a title, `di-bao-shen-qing`, cut between words; `xin-wen-jian` if the title has no pinyin. */
export function slugFromTitle(title: string): string {
  const taken: { syllables: string[]; isParticle: boolean }[] = [];
  let count = 0;
  const subject = title.replace(OFFICE_WORDS, '') || title;
  for (const clause of clausesOf(subject)) {
    if (count >= ENOUGH_SYLLABLES) break;
    for (const word of clause) {
      if (count > 0 && count + word.syllables.length > MAX_SLUG_SYLLABLES) return named(taken);
      taken.push(word);
      count += word.syllables.length;
    }
  }
  return named(taken);
}

function named(words: readonly { syllables: readonly string[]; isParticle: boolean }[]): string {
  const last = words.findLastIndex(({ isParticle }) => !isParticle);
  const syllables = words.slice(0, last + 1).flatMap((word) => word.syllables);
  return syllables.join('-') || 'xin-wen-jian';
}

/** The clauses between marks, as words: Chinese by syllables, Latin letters and digits without diacritics: é becomes e. */
function clausesOf(title: string) {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const clauses = plain.match(/[\p{Script=Han}a-z0-9 ]+/gu) ?? [];
  return clauses.map((clause) => (clause.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []).flatMap(wordsOfRun));
}

/** The words of a run, each as its syllables. The pinyin is determined in the whole run, and cut afterwards. */
function wordsOfRun(run: string) {
  if (!/\p{Script=Han}/u.test(run)) return [{ syllables: [run], isParticle: false }];
  const syllables = syllablesOf(run);
  return segmented(run)
    .map((word) => {
      const own = syllables.slice(word.from, word.to).map((syllable) => syllable.replace(/[^a-z]/g, ''));
      return { syllables: own.filter(Boolean), isParticle: PARTICLES.test(word.text) };
    })
    .filter((word) => word.syllables.length > 0);
}

interface Word {
  text: string;
  /** Positions in the run, in characters. */
  from: number;
  to: number;
}

/**
 * The words of a run, by jieba's dictionary, without 的, which adds nothing to a name. Adjacent single characters count as one word unknown
 * to it, so that a name may be shorter than possible but is never cut inside a word.
 */
function segmented(run: string): Word[] {
  jieba ??= openJieba();
  const words: Word[] = [];
  let to = 0;
  let isOpen = false;
  for (const text of jieba.cut(run, false)) {
    const from = to;
    to += [...text].length;
    const isSingle = to - from === 1 && !PARTICLES.test(text);
    const before = isSingle && isOpen ? words.pop() : undefined;
    isOpen = isSingle;
    if (text === '的') continue;
    words.push(before ? { text: before.text + text, from: before.from, to } : { text, from, to });
  }
  return words;
}

/** Loads jieba on first use: it takes half a second. */
function openJieba(): Jieba {
  const { Jieba: Segmenter } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  return Segmenter.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
}
