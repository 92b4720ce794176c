/**
 * Words of Chinese text, by jieba's dictionary (@node-rs/jieba: Rust, kept up, from npm alone for all systems that Node runs
 * on). It tells where words begin and end and what is a word at all; its tags of names (nr) are given to 孤儿 and 黄牛
 * too, so that no name rests on a tag. Loaded when a text has something to look at.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);

/**
 * Words of up to four characters that its corpus has ten times or more: a quarter of the dictionary, and what names are
 * mistaken for. It loads in a third of the time.
 */
const FREQUENT = /^\S{1,4} [1-9]\d+ .*$/gm;

let jieba: Jieba | undefined;
let lines: readonly string[] | undefined;
let frequent: Set<string> | undefined;

const readDictionary = () => readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8');

/** The lines of the dictionary with frequent words, each `word count tag`. */
function frequentLines(): readonly string[] {
  lines ??= readDictionary().match(FREQUENT) ?? [];
  return lines;
}

/** How often the corpus has each of the frequent words. */
export function frequentWordCounts(): Map<string, number> {
  return new Map(
    frequentLines().map((line) => {
      const end = line.indexOf(' ');
      return [line.slice(0, end), Number.parseInt(line.slice(end + 1), 10)];
    }),
  );
}

function segmenter(): Jieba {
  if (jieba === undefined) {
    const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    jieba = Jieba.withDict(Buffer.from(frequentLines().join('\n')));
  }
  return jieba;
}

/** A word, with where it stands in its text. */
export interface Word {
  word: string;
  /** Part of speech, as jieba tags it. */
  tag: string;
  start: number;
  end: number;
}

/** The words of a text; what the dictionary does not know comes character by character. */
export function wordsOf(text: string): Word[] {
  let end = 0;
  return segmenter()
    .tag(text, false)
    .map(({ word, tag }) => {
      const start = end;
      end += word.length;
      return { word, tag, start, end };
    });
}

/** Words of two characters that its corpus has 200 times or more: 8,000 of the 12 million pairs of common characters. */
const EVERYDAY_WORD = /^(\p{Script=Han}{2}) (?:[2-9]\d\d|\d{4,}) /gmu;

/** Whether a text is one of the frequent words of two characters. */
export function isFrequentWord(text: string): boolean {
  frequent ??= new Set(Array.from(readDictionary().matchAll(EVERYDAY_WORD), ([, word = '']) => word));
  return frequent.has(text);
}

let dictionary: string | undefined;
const otherWords = new Map<string, boolean>();

/** Whether the whole dictionary has a text as a word that is nobody's name, the rare ones as well: 龙凤胎, 金银花. */
export function isOtherWord(text: string): boolean {
  const known = otherWords.get(text);
  if (known !== undefined) return known;
  dictionary ??= `\n${readDictionary()}`;
  const at = dictionary.indexOf(`\n${text} `);
  const isOther = at >= 0 && !/^\n\S+ \d+ nr/.test(dictionary.slice(at, at + 40));
  otherWords.set(text, isOther);
  return isOther;
}

/** The tag of a text that is one word of the dictionary; undefined where it is none. */
export function tagOf(text: string): string | undefined {
  const [first, ...others] = wordsOf(text);
  return others.length === 0 && first?.tag !== 'x' ? first?.tag : undefined;
}
