/** Which file it is, without reading it. */
import { lstatSync } from 'node:fs';

/** Tells a file from any other, and from itself once it was written into; kept files stay the same from build to build. */
export function identityOf(path: string): string {
  const { ino, mtimeMs, size } = lstatSync(path);
  return `${ino} ${mtimeMs} ${size}`;
}
