/**
 * Writes the model of neighbouring characters, src/check/language-model: counts characters, runs of three and runs of four in the text files
 * of a folder. Run by hand when the text or the limits change: `node scripts/language-model/make.ts FOLDER`; takes two minutes and 2 GB.
 *
 * The committed model was made from 29.6 million characters: laws, regulations and judicial interpretations of China (LawRefBook/Laws, 18 million) and
 * government work reports (both official texts, in which there is no copyright), news broadcasts, articles of an encyclopaedia (CMRC 2018), questions
 * to doctors and answers on the web (DuReader, toyhom), recipes. Of them the model has only which runs occur, as bits of hashes; no text can be read from it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeBloomFilter } from '../../src/check/language-model/bloom-filter.ts';
import { isHan, normalizeText } from '../../src/check/language-model/normalized-text.ts';

const require = createRequire(import.meta.url);
const { polyphonic } = require('pinyin-pro') as typeof import('pinyin-pro');

/** Common characters: one in 10,000 or more. */
const MIN_CHARACTER_COUNT = 3_000;
const MIN_TRIGRAM_COUNT = 3;
const MIN_PHRASE_COUNT = 50;
/** 6 bits: one in 18 that do not occur passes, and a fault there is not found. */
const TRIGRAM_BITS = 6;
/** 30 bits: one in a million passes. */
const PHRASE_BITS = 30;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say which folder has the text files: make.ts FOLDER');
const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));

const characters = new Map<string, number>();
const trigrams = new Map<number, number>();
for (const line of lines) {
  const { text } = normalizeText(line);
  for (const character of text) if (isHan(character)) increment(characters, character);
  for (let at = 2; at + 3 < text.length - 1; at += 1) increment(trigrams, keyAt(text, at));
}
const phrases = new Map<string, number>();
for (const line of lines) {
  const { text } = normalizeText(line);
  for (let at = 2; at + 4 < text.length - 1; at += 1) {
    const isPossible = [at, at + 1].every((start) => countAt(text, start) >= MIN_PHRASE_COUNT);
    if (isPossible) increment(phrases, text.slice(at, at + 4));
  }
}
const isCommon = (character: string) => (characters.get(character) ?? 0) >= MIN_CHARACTER_COUNT;
const seen = Array.from(trigrams)
  .filter(([, count]) => count >= MIN_TRIGRAM_COUNT)
  .map(([key]) => textOf(key))
  .filter((text) => isCommon(text.charAt(1)));
const frequent = Array.from(phrases)
  .filter(([phrase, count]) => count >= MIN_PHRASE_COUNT && isPhrase(phrase))
  .map(([phrase]) => phrase);
const out = (name: string) => new URL(`../../src/check/language-model/${name}`, import.meta.url);
writeFileSync(out('seen-trigrams.bin'), makeBloomFilter(seen, TRIGRAM_BITS));
writeFileSync(out('frequent-phrases.bin'), makeBloomFilter(frequent, PHRASE_BITS));
writeFileSync(out('readings.ts'), readingsModule(Array.from(characters.keys()).filter(isCommon).sort()));
process.stdout.write(`${seen.length} trigrams, ${frequent.length} phrases\n`);

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Three characters as one number, which needs half the memory of a text. */
function keyAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)) * 0x10000 + text.charCodeAt(at + 2);
}

function textOf(key: number): string {
  const units = [Math.floor(key / 0x1_0000_0000), Math.floor(key / 0x10000) % 0x10000, key % 0x10000];
  return String.fromCharCode(...units);
}

function countAt(text: string, at: number): number {
  return trigrams.get(keyAt(text, at)) ?? 0;
}

/** Of at least three Chinese characters, and none with Latin letters, or a number within. */
function isPhrase(phrase: string): boolean {
  return (
    Array.from(phrase).filter(isHan).length >= 3 &&
    !phrase.includes('a') &&
    !/^.0|0.$/.test(phrase.slice(0, 3))
  );
}

/** The common characters by their readings, as a module. */
function readingsModule(common: readonly string[]): string {
  const byReading = new Map<string, string>();
  for (const character of common) {
    const readings = new Set(polyphonic(character, { toneType: 'none', type: 'array' }).flat());
    for (const reading of readings) byReading.set(reading, (byReading.get(reading) ?? '') + character);
  }
  const groups = Array.from(byReading)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => group);
  const rows = groups.join(' ').match(/.{1,100}(?: |$)/gu) ?? [];
  return `/** Made by scripts/language-model/make.ts: the common characters, those of one reading together. */
export const READINGS = [
${rows.map((row) => `  '${row.trim()}',`).join('\n')}
].join(' ');
`;
}
