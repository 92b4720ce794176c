/**
 * Text that was saved in one encoding and read in another. UTF-8 read as Latin becomes Ã¤Â¸, read as GBK 鏀跨瓥; both
 * ways lead back, so that the right text can be told. Tables of encodings are made once, from the decoders.
 */
import { commonCharacters, HAN, standardCharacters } from './characters.ts';

export interface Garbled {
  index: number;
  garbled: string;
  /** The text as it was meant; undefined where it cannot be had back whole. */
  right: string | undefined;
}

const LATIN_RUN =
  /[\u0080-\u024f\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+(?:[\u0020-\u007e]?[\u0080-\u024f\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+)*/gu;
// Half a character, or a private one, may stand where a byte was left over.
const HAN_RUN = new RegExp(`(?:${HAN}|[€\ue000-\uf8ff])+`, 'gu');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Every garbled run of a text, with what it was meant to be where that is certain. */
export function readAgain(text: string): Garbled[] {
  return [...latinRuns(text), ...gbkRuns(text)];
}

function latinRuns(text: string): Garbled[] {
  if (!/[\u00c3-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]/u.test(text)) return [];
  return Array.from(text.matchAll(LATIN_RUN)).flatMap(({ 0: garbled, index }): Garbled[] => {
    // Twice garbled is read again twice: Ã¤Â¸Â­ is ä¸­ is 中.
    const once = decode(garbled, latinByte);
    if (once === undefined) {
      return /[\u00e4-\u00e9][\u0080-\u00bf\u2013-\u203a]{1,2}[\u00e4-\u00e9]/u.test(garbled)
        ? [{ index, garbled, right: undefined }]
        : [];
    }
    const right = decode(once, latinByte) ?? once;
    return new RegExp(HAN, 'u').test(right) ? [{ index, garbled, right }] : [];
  });
}

/** Three bytes of UTF-8 make one and a half characters of GBK, and rare ones at that: so a run gives itself away. */
function gbkRuns(text: string): Garbled[] {
  const found: Garbled[] = [];
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    if (rareIn(run) === 0) continue;
    for (let at = 0; at < run.length - 2; at += 1) {
      const right = longestFrom(run, at);
      if (right === undefined) continue;
      found.push({ ...right, index: index + at });
      at += right.garbled.length - 1;
    }
  }
  return found;
}

/** The longest stretch from `at` that is UTF-8 read as GBK: at least three characters, a third of them rare. */
function longestFrom(run: string, at: number): Omit<Garbled, 'index'> | undefined {
  for (let end = Math.min(run.length, at + LONGEST); end >= at + 3; end -= 1) {
    const garbled = run.slice(at, end);
    if (rareIn(garbled) * 3 < garbled.length) continue;
    const right = decode(garbled, gbkBytes);
    if (right && [...right].every((character) => standardCharacters.has(character)))
      return { garbled, right };
  }
  return undefined;
}

/** Characters that are tried together, for speed. */
const LONGEST = 60;

function rareIn(text: string): number {
  return [...text].filter((character) => !commonCharacters.has(character)).length;
}

/** The text that comes of reading as UTF-8 the bytes that each character stands for. */
function decode(
  text: string,
  bytesOf: (character: string) => readonly number[] | undefined,
): string | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const some = bytesOf(character);
    if (some === undefined) return undefined;
    bytes.push(...some);
  }
  try {
    return utf8.decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}

let latin: Map<string, number> | undefined;

function latinByte(character: string): readonly number[] | undefined {
  latin ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1252').decode(new Uint8Array([byte])),
      byte,
    ]),
  );
  const code = character.codePointAt(0) ?? 0;
  const byte = latin.get(character) ?? (code < 256 ? code : undefined);
  return byte === undefined ? undefined : [byte];
}

let gbk: Uint16Array | undefined;

function gbkBytes(character: string): readonly number[] | undefined {
  gbk ??= gbkTable();
  const code = character.length === 1 ? (gbk[character.charCodeAt(0)] ?? 0) : 0;
  if (code === 0) return undefined;
  return code > 0xff ? [code >> 8, code & 0xff] : [code];
}

const LINE_FEED = 0x0a;
const UNKNOWN = 0xfffd;

/** By character its one or two bytes as a number, 0 for none. All pairs are decoded at once, parted by line feeds. */
function gbkTable(): Uint16Array {
  const [rows, cells] = [0xfe - 0x81 + 1, 0xfe - 0x40 + 1];
  const bytes = new Uint8Array(3 * rows * cells).fill(LINE_FEED);
  for (let pair = 0; pair < rows * cells; pair += 1) {
    bytes[3 * pair] = 0x81 + Math.floor(pair / cells);
    bytes[3 * pair + 1] = 0x40 + (pair % cells);
  }
  const text = new TextDecoder('gbk').decode(bytes);
  const table = new Uint16Array(0x10000);
  table['€'.charCodeAt(0)] = 0x80;
  for (let at = 0, from = 0, pair = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== LINE_FEED) continue;
    const character = text.charCodeAt(from);
    // What is no pair leaves nothing, or a sign of it and the second byte as a character of its own.
    if (at - from === 1 && character !== UNKNOWN) {
      table[character] = ((bytes[3 * pair] ?? 0) << 8) | (bytes[3 * pair + 1] ?? 0);
    }
    from = at + 1;
    pair += 1;
  }
  return table;
}
