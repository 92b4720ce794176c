/**
 * Files that scripts of the site fetch, as classic scripts: the only way in which a page that was opened as a file gets
 * at the bytes of another. Many small files share one part, because on a card each file takes up to 32 KB.
 */
import { partName, partOf } from './part-of.ts';

/** About as many bytes are loaded to get at one file. */
const PART_BYTES = 32 * 1024;

export interface Parts {
  /** How many there are, at least one. */
  count: number;
  /** The scripts, by name. */
  scripts: Map<string, string>;
}

/** The parts that hand `files` over, given as address → bytes; the same files give the same parts. */
export function makeParts(files: ReadonlyMap<string, Uint8Array>): Parts {
  const bytes = Array.from(files.values()).reduce((sum, file) => sum + file.length, 0);
  const count = Math.max(1, Math.ceil(bytes / PART_BYTES));
  const parts = Array.from({ length: count }, (): Record<string, string> => ({}));
  for (const address of Array.from(files.keys()).sort()) {
    const part = parts[partOf(address, count)];
    if (part) part[address] = Buffer.from(files.get(address) ?? []).toString('base64');
  }
  const scripts = parts.map((part, number): [string, string] => [
    partName(number),
    `document.currentScript.files=${JSON.stringify(part)}\n`,
  ]);
  return { count, scripts: new Map(scripts) };
}
