/**
 * Half-width kana: Shift_JIS decodes single bytes from A1 to DF as these. Chinese texts have none, and quotations from Japanese
 * are in full width; kana adjacent to Chinese characters, or that are Chinese as GBK, are garbled.
 */

import type { MojibakeMatch } from './double-byte.ts';
import { bytesOf, unitOf } from './encodings.ts';
import { isPlausible } from './plausible.ts';

/** Kana, and letters between them: the second byte of a pair may be ASCII. */
const RUN = /[\uff61-\uff9f](?:[@-~]{0,1}[\uff61-\uff9f])*[@-~]?/gu;

/** The garbled stretches of a text, in order. */
export function halfWidthKanaRuns(text: string): MojibakeMatch[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }): MojibakeMatch[] => {
    for (const garbled of [run, run.replace(/[@-~]$/, '')]) {
      const right = asPairs(garbled, 'gbk') ?? asPairs(garbled, 'big5');
      const around = (text[index - 1] ?? '') + (text[index + garbled.length] ?? '');
      if (right !== undefined || /\p{Script=Han}/u.test(around)) return [{ index, garbled, right }];
    }
    return [];
  });
}

/** The run decoded with a double-byte encoding; undefined if the result is not plausible. */
function asPairs(run: string, encoding: 'gbk' | 'big5'): string | undefined {
  const bytes = Array.from(run, (character) =>
    character < '\x7f' ? character.charCodeAt(0) : bytesOf('shift_jis', character.charCodeAt(0)),
  );
  if (bytes.length % 2 > 0) return undefined;
  let right = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const character = String.fromCharCode(unitOf(encoding, ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)));
    if (!isPlausible(character)) return undefined;
    right += character;
  }
  return right;
}
