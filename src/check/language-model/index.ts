/**
 * The model of neighbouring characters: which runs of three were seen in public Chinese prose, and which runs of four are frequent
 * there. scripts/language-model/make.ts counts and writes it. Read for the first text that is checked.
 */
import { readFileSync } from 'node:fs';
import { type BloomFilter, readBloomFilter } from './bloom-filter.ts';
import { READINGS } from './readings.ts';

export { isHan, type NormalizedText, normalizeText } from './normalized-text.ts';

/** Whether three neighbouring characters of normalized text occur three times or more in the counted prose; one in 18 others passes too. */
export function isSeenTrigram(text: string): boolean {
  seenTrigrams ??= open('seen-trigrams.bin');
  return seenTrigrams.has(text);
}

let seenTrigrams: BloomFilter | undefined;

/** Whether four neighbouring characters, one of them possibly a mark or a number, occur 50 times or more in the counted prose. */
export function isFrequentPhrase(text: string): boolean {
  frequentPhrases ??= open('frequent-phrases.bin');
  return frequentPhrases.has(text);
}

let frequentPhrases: BloomFilter | undefined;

const open = (name: string) => readBloomFilter(readFileSync(new URL(name, import.meta.url)));

/** The common characters with the reading of a common character, without its tone; empty for one that is not common. */
export function homophonesOf(character: string): string {
  return homophones().get(character) ?? '';
}

/** Whether a character is among the 986 common ones of the counted prose: rare ones belong to names, and few are typed for others. */
export function isCommonCharacter(character: string): boolean {
  return homophones().has(character);
}

let knownHomophones: ReadonlyMap<string, string> | undefined;

const homophones = () => {
  knownHomophones ??= readHomophones();
  return knownHomophones;
};

function readHomophones(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const line of READINGS.split(' '))
    for (const character of line)
      all.set(character, (all.get(character) ?? '') + line.replace(character, ''));
  return all;
}
