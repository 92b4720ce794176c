/**
 * GBK read as UTF-8: most bytes are invalid and were replaced, but some pairs are letters of other scripts (通知 becomes ֪ͨ).
 * Detects letters of several scripts, or accents without a letter, that are Chinese as GBK; and single letters of scripts that are not
 * used in China, beside Chinese or a number (127 Ԫ for 127 元).
 */

import type { MojibakeMatch } from './double-byte.ts';
import { unitOf } from './encodings.ts';
import { isPlausible } from './plausible.ts';

const RUN = /[\u0100-\u07ff]+/gu;
/** Extended Cyrillic, Armenian, Hebrew, Syriac, Thaana, NKo. */
const UNUSED = /^[\u0460-\u05ff\u0700-\u07ff]$/;
const BESIDE_BEFORE = /[\p{Script=Han}\d，。、；：] ?$/u;
const SCRIPTS = [
  /[\u0100-\u024f]/,
  /[\u0250-\u036f]/,
  /[\u0370-\u03ff]/,
  /[\u0400-\u052f]/,
  /[\u0530-\u058f]/,
  /[\u0590-\u05ff]/,
  /[\u0600-\u06ff]/,
  /[\u0700-\u07ff]/,
];

/** The garbled stretches of a text, in order. */
export function utf8PairRuns(text: string): MojibakeMatch[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: garbled, index }): MojibakeMatch[] => {
    const right = Array.from({ length: garbled.length }, (_, at) => {
      const unit = garbled.charCodeAt(at);
      const bytes = ((0xc0 | (unit >> 6)) << 8) | 0x80 | (unit & 0x3f);
      return String.fromCharCode(unitOf('gbk', bytes));
    });
    const isMixed = SCRIPTS.filter((script) => script.test(garbled)).length > 1;
    const isAlone = UNUSED.test(garbled) && BESIDE_BEFORE.test(text.slice(Math.max(0, index - 2), index));
    return (isMixed || isAlone) && right.every(isPlausible)
      ? [{ index, garbled, right: right.join('') }]
      : [];
  });
}
