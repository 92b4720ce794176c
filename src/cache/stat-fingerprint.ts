/** Identifies a file without reading it. */
import { lstatSync, type Stats } from 'node:fs';

/** Differs between files, and changes when a file is written to. Hard links of a cached file have the same. */
export function statFingerprint(path: string): string {
  return fingerprintOf(lstatSync(path));
}

/** The same from known stats. */
export function fingerprintOf({ ino, mtimeMs, size }: Pick<Stats, 'ino' | 'mtimeMs' | 'size'>): string {
  return `${ino} ${mtimeMs} ${size}`;
}
