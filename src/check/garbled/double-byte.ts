/**
 * A Chinese text decoded with a wrong double-byte encoding: UTF-8 read as GBK (鏀跨瓥), GBK read as Big5 or as Korean, UTF-16 with
 * swapped bytes. A run is detected if it has characters that no ordinary text has, and is ordinary Chinese when decoded again.
 */

import { isNameCharacter } from '../name-characters.ts';
import { bytesOf, type DoubleByte, unitOf, utf8At } from './encodings.ts';
import { isKnown, isOdd, isPlausible, wordShare } from './plausible.ts';

/** A stretch of a text that was decoded with the wrong encoding. */
export interface MojibakeMatch {
  index: number;
  garbled: string;
  /** The original text; undefined if it cannot be recovered completely. */
  right: string | undefined;
  /** Whether it may be correct text. */
  isGuess?: boolean;
}

interface EncodingPair {
  written: 'utf-8' | 'gbk' | 'big5' | 'utf-16le';
  read: DoubleByte;
}

/** The likelier ones first: the first that explains a run is reported. */
const ENCODING_PAIRS: readonly EncodingPair[] = [
  { written: 'utf-8', read: 'gbk' },
  { written: 'utf-8', read: 'shift_jis' },
  { written: 'utf-8', read: 'big5' },
  { written: 'utf-8', read: 'euc-kr' },
  { written: 'utf-8', read: 'utf-16le' },
  { written: 'utf-8', read: 'utf-16be' },
  { written: 'utf-16le', read: 'utf-16be' },
  { written: 'gbk', read: 'big5' },
  { written: 'gbk', read: 'euc-kr' },
  { written: 'gbk', read: 'shift_jis' },
  { written: 'gbk', read: 'utf-16le' },
  { written: 'gbk', read: 'utf-16be' },
  { written: 'big5', read: 'gbk' },
  { written: 'big5', read: 'euc-kr' },
];

/** A word of one alphabetic script: valid in a text as it is. */
const ALPHABET =
  /^(?:[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Latin}]+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+)$/u;

/** Characters that are tried together, so that the time is linear in the length of the text. */
const MAX_RUN_LENGTH = 60;
const MAX_ATTEMPTS = 100;
const MAX_CHARACTER_BYTES = 4;
/** A run is correct if it has at most this many odd characters and all are from names. */
const MAX_NAME_CHARACTERS = 4;

/** The garbled stretches of a text, in order. */
export function doubleByteRuns(text: string): MojibakeMatch[] {
  const found: MojibakeMatch[] = [];
  for (const { 0: run, index } of text.matchAll(/[^\p{ASCII}，。；！？“”]{2,}/gu)) {
    const odd = [...run].filter(isOdd);
    // The encoding tables are not loaded for 临汾市汾西县.
    if (odd.length < 2 || (odd.length <= MAX_NAME_CHARACTERS && odd.every(isNameCharacter))) continue;
    // A garbled run is detected in the first attempts; the limit bounds the time for other runs.
    let attempts = 0;
    for (let at = 0; at < run.length - 1 && attempts < MAX_ATTEMPTS; at += 1) {
      if (![...run.slice(at, at + 3)].some(isOdd)) continue;
      attempts += 1;
      const stretch = run.slice(at, at + MAX_RUN_LENGTH);
      const best = ENCODING_PAIRS.map((confusion) => redecode(stretch, confusion)).find(Boolean);
      if (best === undefined) continue;
      found.push({ ...best, index: index + at });
      at += best.garbled.length - 1;
    }
  }
  return found;
}

/** The longest prefix of `stretch` that one encoding pair explains. */
function redecode(stretch: string, confusion: EncodingPair): Omit<MojibakeMatch, 'index'> | undefined {
  const bytes: number[] = [];
  const owner: number[] = [];
  let next = 0;
  let at = 0;
  let right = '';
  let count = 0;
  for (;;) {
    // Bytes are computed on demand: most attempts fail at the first character.
    while (bytes.length < at + MAX_CHARACTER_BYTES && next < stretch.length) {
      const some = bytesIn(confusion.read, stretch, next);
      if (some.length === 0) break;
      for (const byte of some) {
        bytes.push(byte);
        owner.push(next);
      }
      next += 1;
    }
    const step = stepOf(confusion.written, bytes, at);
    if (step === undefined || !isKnown(step.character)) break;
    right += step.character;
    count += 1;
    at += step.length;
  }
  if (count < 2) return undefined;
  const last = owner[at - 1] ?? 0;
  // A partially read character belongs to the garbled stretch.
  const isWhole = owner[at] !== last;
  const garbled = stretch.slice(0, last + 1);
  const whole = { garbled, right: isWhole ? right : undefined };
  if (isConvincing(garbled, right, confusion)) return whole;
  // Correct text after the garbled part may have been decoded too, if each character has two bytes in both encodings.
  const end = [...garbled].findLastIndex(isOdd) + 1;
  const [shorter, meant] = [garbled.slice(0, end), right.slice(0, end)];
  const isOneToOne = garbled.length === right.length && end >= 2 && end < garbled.length;
  return isOneToOne && isConvincing(shorter, meant, confusion)
    ? { garbled: shorter, right: meant }
    : undefined;
}

function isConvincing(garbled: string, right: string, { written }: EncodingPair): boolean {
  const odd = [...garbled].filter(isOdd).length;
  const meant = [...right];
  if (odd < 2 || odd * 3 < garbled.length || ALPHABET.test(garbled)) return false;
  if (meant.filter(isPlausible).length * 4 < meant.length * 3) return false;
  // Few byte sequences are valid UTF-8, so two characters are proof; nearly any two bytes are a character of the other encodings.
  if (written === 'utf-8') return true;
  if (meant.length === 2)
    return wordShare(right) === 1 && [...garbled].some((character) => !isKnown(character));
  return wordShare(right) >= 0.5 && wordShare(garbled) < wordShare(right);
}

/** The bytes of a UTF-16 unit of the text; none if the encoding lacks the character. */
function bytesIn(encoding: DoubleByte, text: string, index: number): number[] {
  // In GBK the single byte 80 is the euro sign.
  const pair = encoding === 'gbk' && text[index] === '€' ? 0x80 : bytesOf(encoding, text.charCodeAt(index));
  if (pair === 0) return [];
  return pair > 0xff || encoding.startsWith('utf') ? [pair >> 8, pair & 0xff] : [pair];
}

interface Step {
  character: string;
  length: number;
}

function stepOf(written: EncodingPair['written'], bytes: readonly number[], at: number): Step | undefined {
  if (written === 'utf-8') {
    const found = utf8At(bytes, at);
    return found && { character: String.fromCodePoint(found.code), length: found.length };
  }
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  const unit = unitOf(written, (first << 8) | second);
  return unit === 0 ? undefined : { character: String.fromCharCode(unit), length: 2 };
}
