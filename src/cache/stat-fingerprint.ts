/** Which file it is, without reading it. */
import { lstatSync, type Stats } from 'node:fs';

/** Tells a file from any other, and from itself once it was written into; kept files stay the same from build to build. */
export function statFingerprint(path: string): string {
  return fingerprintOf(lstatSync(path));
}

/** The same, from what the disk says of the file. */
export function fingerprintOf({ ino, mtimeMs, size }: Pick<Stats, 'ino' | 'mtimeMs' | 'size'>): string {
  return `${ino} ${mtimeMs} ${size}`;
}
