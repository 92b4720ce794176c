/**
 * The table of the shards: by it a word leads to the file that it is in. It is a file of the index, and the search page has it as well, so that
 * the shard of a shared query is requested before the list of the index has arrived. The page of a large site has only its name.
 */
import { LANGUAGE } from '../fragment-id.ts';
import type { Shards } from './index-list.ts';

/** Shards in the table of a page, at eight bytes each: of more, the table would delay the page by more than it saves. */
export const MAX_TABLE_SHARDS = 1000;

/** The table in the page until the index is built. */
export const NO_SHARD_TABLE = '-';

/** Characters of a shard's hash in its name, in base 32, and in the table: 30 bits. */
export const SHARD_HASH_LENGTH = 6;
const DIGITS_PER_HASH = 5;
const STEP_BASE = 32;
/** Digits of base 64. File names are in base 32: a memory card ignores case, so two names in base 64 may be one file there. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The content of the file: the hashes of all shards in a line, in a second the first characters of their first tokens, each as the steps of its
 * code point from the one before, then for each shard the rest of that beginning in a line. The steps are half of the bytes of characters.
 */
export function formatShardTable(shards: Shards): string {
  const hashes = shards.map(({ name }) => inTable(name.slice(-SHARD_HASH_LENGTH)));
  const codes = shards.map(({ from }) => from.codePointAt(0) ?? 0);
  const steps = codes.map((code, index) => formatStep(code - (codes[index - 1] ?? 0)));
  const rests = shards.map(({ from }, index) => from.slice(String.fromCodePoint(codes[index] ?? 0).length));
  return [hashes.join(''), steps.join(''), ...rests].join('\n');
}

/** The shards in such a file. */
export function readShardTable(content: string): Shards {
  const [hashes = '', steps = '', ...rests] = content.split('\n');
  const firsts: string[] = [];
  let [code, step] = [0, 0];
  for (const digit of steps) {
    const value = DIGITS.indexOf(digit);
    step = step * STEP_BASE + (value % STEP_BASE);
    if (value >= STEP_BASE) continue;
    code += step;
    step = 0;
    firsts.push(String.fromCodePoint(code));
  }
  return rests.map((rest, index) => ({
    from: firsts[index] + rest,
    name: `${LANGUAGE}_${inName(hashes.substr(index * DIGITS_PER_HASH, DIGITS_PER_HASH))}`,
  }));
}

/** A whole number in base 32; a digit has 32 more if another follows. */
function formatStep(step: number, more = 0): string {
  const before = step < STEP_BASE ? '' : formatStep(Math.floor(step / STEP_BASE), STEP_BASE);
  return before + DIGITS.charAt((step % STEP_BASE) + more);
}

function inTable(hash: string): string {
  const number = Number.parseInt(hash, 32);
  return Array.from({ length: DIGITS_PER_HASH }, (_, at) =>
    DIGITS.charAt((number >>> (6 * (DIGITS_PER_HASH - 1 - at))) & 63),
  ).join('');
}

function inName(digits: string): string {
  let number = 0;
  for (const digit of digits) number = number * 64 + DIGITS.indexOf(digit);
  return number.toString(32).padStart(SHARD_HASH_LENGTH, '0');
}

/** The table as the page has it: the name of its file, and below it the content unless that is too large. */
export function embeddedShardTable(name: string, content: string): string {
  return readShardTable(content).length > MAX_TABLE_SHARDS ? name : `${name}\n${content}`;
}

/** The name of the file with the table, and the content if the page has it. The name is empty before the index is built. */
export function readEmbeddedTable(embedded: string): { name: string; content: string | undefined } {
  const end = embedded.indexOf('\n');
  const name = end < 0 ? embedded : embedded.slice(0, end);
  return {
    name: name === NO_SHARD_TABLE ? '' : name,
    content: end < 0 ? undefined : embedded.slice(end + 1),
  };
}
