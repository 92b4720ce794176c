/**
 * Half-width kana: what a reader of Shift_JIS makes of single bytes from A1 to DF. Chinese texts have none, and Japanese
 * ones quote in full width; what stands beside Chinese characters, or is Chinese as GBK, is garbled.
 */

import type { Garbled } from './double-byte.ts';
import { bytesOf, unitOf } from './encodings.ts';
import { isPlausible } from './plausible.ts';

/** The garbled stretches of a text, in order. */
export function halfWidthKanaRuns(text: string): Garbled[] {
  return Array.from(text.matchAll(/[\uff61-\uff9f]+/gu)).flatMap(({ 0: garbled, index }): Garbled[] => {
    const right = asGbk(garbled);
    const around = (text[index - 1] ?? '') + (text[index + garbled.length] ?? '');
    if (right === undefined && !/\p{Script=Han}/u.test(around)) return [];
    return [{ index, garbled, right }];
  });
}

function asGbk(kana: string): string | undefined {
  const bytes = Array.from(kana, (character) => bytesOf('shift_jis', character.charCodeAt(0)));
  if (bytes.length % 2 > 0) return undefined;
  let right = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const character = String.fromCharCode(unitOf('gbk', ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)));
    if (!isPlausible(character)) return undefined;
    right += character;
  }
  return right;
}
