/** Text that was saved in one encoding and read in another, with the original text where that is certain. */
import { doubleByteRuns, type MojibakeMatch } from './double-byte.ts';
import { halfWidthKanaRuns } from './half-width-kana.ts';
import { interleavedRuns } from './interleaved.ts';
import { mixedScriptRuns } from './mixed-scripts.ts';
import { isOdd } from './plausible.ts';
import { shortWordRuns } from './short-words.ts';
import { singleByteRuns } from './single-byte.ts';
import { utf8PairRuns } from './utf8-pairs.ts';

export type { MojibakeMatch } from './double-byte.ts';

/** Every garbled stretch of a text, in order. */
export function findMojibake(text: string): MojibakeMatch[] {
  // Most texts have none of the characters that garbled text begins with.
  if (!hasOdd(text)) return [];
  const finders = [
    singleByteRuns,
    utf8PairRuns,
    doubleByteRuns,
    shortWordRuns,
    halfWidthKanaRuns,
    interleavedRuns,
  ];
  const found = [...finders, mixedScriptRuns].flatMap((runs) => runs(text));
  found.sort((one, other) => one.index - other.index);
  // Two detectors may find the same stretch.
  return found.filter(({ index }, at) => {
    const before = found[at - 1];
    return before === undefined || index >= before.index + before.garbled.length;
  });
}

function hasOdd(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isOdd(text.charAt(at))) return true;
  return false;
}
