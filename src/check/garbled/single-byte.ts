/**
 * A Chinese text decoded with a single-byte encoding: UTF-8 read as Latin (æ”¿ç­–, Â°, â€œ), once or more, and GBK read as Latin
 * (ÐÂÅ©ºÏ). Often only marks are garbled, among correct characters.
 */

import type { MojibakeMatch } from './double-byte.ts';
import { bytesOf, type SingleByte, unitOf, utf8At } from './encodings.ts';
import { isKnown, isPlausible, wordShare } from './plausible.ts';

// Every character that these encodings have for a byte from 80 on; ASCII letters may occur between them.
const RUN =
  /[\u0080-\u024f\u02c6-\u02dd\u0400-\u045f\u0490\u0491\u03a9\u03c0\u2013-\u203a\u2044\u20ac\u2116\u2122\u2202-\u2265\u2310\u2320-\u2321\u2500-\u259f\u25ca\u0393-\u03c6\u207f\uf8ff\ufb01\ufb02]+/gu;
const OTHERS: readonly SingleByte[] = ['macintosh', 'windows-1251', 'windows-1250', 'koi8-r', 'ibm866'];
/** Maximum number of successive wrong decodings. */
const MAX_ROUNDS = 3;

/** The garbled stretches of a text, in order. */
export function singleByteRuns(text: string): MojibakeMatch[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }): MojibakeMatch[] => {
    // Marks of correct text, for which no encoding table is loaded: no UTF-8 character begins with one.
    if (/^[“”‘’—…·×]+$/.test(run)) return [];
    const around = { before: text[index - 1] ?? '', after: text[index + run.length] ?? '' };
    return (
      redecodeUtf8(run, index, around) ??
      redecodeGbk(run, index, around) ??
      redecodeOtherGbk(run, index, around) ??
      redecodeCyrillic(run, index, around) ??
      truncatedBytes(run, index, around)
    );
  });
}

interface Around {
  before: string;
  after: string;
}

function redecodeUtf8(run: string, index: number, { before }: Around): MojibakeMatch[] | undefined {
  const latin = decodedParts(run, 'windows-1252');
  if (latin.some(({ right }) => right !== undefined)) {
    // “café”—: the last letter of a word and the marks after it.
    if (/[a-z]/i.test(before) && /^[à-ï][\u2013-\u203a]+$/.test(run)) return [];
    return joinParts(run, index, latin);
  }
  for (const encoding of OTHERS) {
    const parts = decodedParts(run, encoding);
    const right = parts.map(({ part, right }) => right ?? part).join('');
    if ((right.match(/\p{Script=Han}/gu) ?? []).length >= 2 && [...right].every(isKnown))
      return [{ index, garbled: run, right }];
  }
  return undefined;
}

/** One finding from the first to the last part that is UTF-8; decoded again while that changes it. */
function joinParts(run: string, index: number, parts: readonly Part[]): MojibakeMatch[] {
  const first = parts.findIndex(({ right }) => right !== undefined);
  const last = parts.findLastIndex(({ right }) => right !== undefined);
  const start = parts.slice(0, first).reduce((sum, { part }) => sum + part.length, 0);
  const within = parts.slice(first, last + 1);
  let right = within.map(({ part, right }) => right ?? part).join('');
  for (let round = 1; round < MAX_ROUNDS; round += 1) {
    right = decodedParts(right, 'windows-1252')
      .map(({ part, right }) => right ?? part)
      .join('');
  }
  const garbled = run.slice(start, start + within.reduce((sum, { part }) => sum + part.length, 0));
  // A part that cannot be decoded has lost a byte.
  const isWhole = [...right].every((character) => isKnown(character) || SIGNS.test(character));
  return [
    { index: index + start, garbled, right: isWhole && garbled.length === run.length ? right : undefined },
  ];
}

const SIGNS = /^[\u00a0×÷°²³±·é-ýà-íÀ-ÿ²¥§«»±½¼¾™€•–—†\u2000-\u27bf\u3000\ufeff\uff01-\uff65]$/u;

interface Part {
  part: string;
  /** The part decoded as UTF-8; undefined if it is not valid. */
  right: string | undefined;
}

function decodedParts(text: string, encoding: SingleByte): Part[] {
  const bytes = Array.from({ length: text.length }, (_, index) => bytesOf(encoding, text.charCodeAt(index)));
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    const found = utf8At(bytes, at);
    const character = found && String.fromCodePoint(found.code);
    const length = found?.length ?? 1;
    const isMeant = character !== undefined && (encoding !== 'windows-1252' || isMeantCharacter(character));
    parts.push({ part: text.slice(at, at + length), right: isMeant ? character : undefined });
    at += length;
  }
  return parts;
}

/** A character that an editor may have typed, or the result of a first wrong decoding of it. */
function isMeantCharacter(character: string): boolean {
  return (
    isKnown(character) || SIGNS.test(character) || /[\u0080-\u024f\u02c6\u02dc\u2013-\u203a]/u.test(character)
  );
}

/** Signs that also occur in sequence in correct texts, though two of them would be a character. */
const RIGHT_SIGNS = /^[×÷·°±¹²³¼½¾§]+$/;

function redecodeGbk(run: string, index: number, { before, after }: Around): MojibakeMatch[] | undefined {
  const isBesideLetters = /[a-z\u00c0-\u024f]/i.test(before) || /[a-z]/i.test(after);
  const readings = [0, 1].map((skip) => ({ skip, right: gbkFrom(run.slice(skip)) }));
  const [even, odd] = [readings[0]?.right ?? '', readings[1]?.right ?? ''];
  const [skip, right] = odd.length > even.length ? [1, odd] : [0, even];
  const garbled = run.slice(skip, skip + 2 * right.length);
  if (right === '' || RIGHT_SIGNS.test(garbled)) return undefined;
  const isBetweenHan = /\p{Script=Han}|^$/u.test(before) && /\p{Script=Han}|^$/u.test(after);
  const enough =
    right.length >= 2 ? !isBesideLetters || wordShare(right) >= 0.5 : isBetweenHan && before + after !== '';
  return enough ? [{ index: index + skip, garbled, right: garbled === run ? right : undefined }] : undefined;
}

/** GBK read in an encoding other than that of Windows: only a whole run of words counts (∑ˆ∆∂≥µº‰ for 扶贫车间). */
function redecodeOtherGbk(
  run: string,
  index: number,
  { before, after }: Around,
): MojibakeMatch[] | undefined {
  if (run.length < 4 || run.length % 2 === 1 || /[a-z]/i.test(before + after)) return undefined;
  for (const encoding of OTHERS) {
    const right = gbkFrom(run, encoding);
    if (right.length * 2 === run.length && wordShare(right) >= 0.5) return [{ index, garbled: run, right }];
  }
  return undefined;
}

/** The beginning of a run decoded as GBK, as far as it is ordinary Chinese. */
function gbkFrom(run: string, encoding: SingleByte = 'windows-1252'): string {
  let right = '';
  for (let at = 0; at + 1 < run.length; at += 2) {
    const [first, second] = [at, at + 1].map((index) => bytesOf(encoding, run.charCodeAt(index)));
    if (!first || !second) break;
    const character = String.fromCharCode(unitOf('gbk', (first << 8) | second));
    if (!isPlausible(character)) break;
    right += character;
  }
  return right;
}

/** Capitals within a word and an adjacent Chinese character: no Russian word is written so (姓名 read as пуцШ). */
const CYRILLIC_WORD = /^[\u0400-\u045f]*[\u0430-\u045f][\u0400-\u042f][\u0400-\u045f]*$/;

function redecodeCyrillic(
  run: string,
  index: number,
  { before, after }: Around,
): MojibakeMatch[] | undefined {
  if (!CYRILLIC_WORD.test(run) || run.length % 2 === 1 || !/\p{Script=Han}/u.test(before + after))
    return undefined;
  for (const encoding of ['koi8-r', 'windows-1251'] as const) {
    const right = gbkFrom(run, encoding);
    if (right.length * 2 === run.length) return [{ index, garbled: run, right }];
  }
  return undefined;
}

const FRAME_OR_SIGN = /[\u00a1-\u00bf\u02d8-\u02dd\u2044\u2202-\u2265\u2310-\u259f\u25ca\u20ac\u2116]/u;
const LETTER = /[\u00c0-\u024f\u0393-\u045f\u207f]/u;

/** The first bytes of marks whose last byte was lost, and the byte order marks of UTF-16. */
function truncatedBytes(run: string, index: number, { before, after }: Around): MojibakeMatch[] {
  const at = run.search(/â€|ã€|ï¼|ï»|þÿ|ÿþ|[ä-é][\u0080-\u00bf\u2013-\u203a]{1,2}[ä-é]/u);
  if (at >= 0) return [{ index: index + at, garbled: run.slice(at), right: undefined }];
  // Letters, signs and box-drawing characters in one run, as from the encodings of DOS: Σ╜Ä, õ¢Ä, µН±Ј.
  const isMixed =
    run.length >= 3 && FRAME_OR_SIGN.test(run) && LETTER.test(run) && !/[a-z]/i.test(before + after);
  if (
    isMixed ||
    (/[▒▓░╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌]/.test(run) &&
      FRAME_OR_SIGN.test(run) &&
      /[£ú∙·Ω√²ñÑ]/.test(run))
  )
    return [{ index, garbled: run, right: undefined }];
  // A non-breaking space after Â was replaced by a plain one.
  const isAlone = /^[ÂÃ]$/.test(run) && !/[a-z]/i.test(before + after);
  return isAlone ? [{ index, garbled: run, right: undefined }] : [];
}
