/**
 * Bytes of a double-byte encoding shown one by one, with ASCII between them, since the second byte of a pair may be a letter: 申請 in Big5 read
 * on an old Mac (•”Ω–). No text of a language has letters with accents, currency signs and mathematical signs in turn.
 */
import type { MojibakeMatch } from './double-byte.ts';

const RUN =
  /(?:[\u00a1-\u024f\u02c6-\u02dd\u0393-\u03c9\u2018-\u203a\u20ac\u2122\u2202-\u2265\u25ca\uf8ff\ufb01\ufb02][@-~]?){4,}/gu;
const LETTER = /[\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0393-\u03c9\ufb01\ufb02]/gu;
const SIGN =
  /[\u00a1-\u00a9\u00ab-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c6-\u02dd\u20ac\u2122\u2202-\u2265\u25ca\uf8ff]/gu;
const MIN_OF_EACH = 2;
const MIN_KINDS = 4;

/** The garbled stretches of a text, in order. */
export function interleavedRuns(text: string): MojibakeMatch[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }): MojibakeMatch[] => {
    const letters = run.match(LETTER) ?? [];
    const signs = run.match(SIGN) ?? [];
    const kinds = new Set([...letters, ...signs]).size;
    const isGarbled =
      letters.length + signs.length >= MIN_KINDS &&
      kinds >= MIN_KINDS &&
      Math.min(letters.length, signs.length) >= MIN_OF_EACH;
    return isGarbled ? [{ index, garbled: run, right: undefined }] : [];
  });
}
