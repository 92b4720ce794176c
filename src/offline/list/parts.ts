/**
 * Cuts the files of the site into parts. Whether a part ends behind a file depends on that file alone, so that a new
 * document changes the part it lies in and not all that come after it.
 */
import { type Group, groupOf, type OfflineFile } from '../files.ts';

export interface Part {
  group: Group;
  /** In order of path. */
  files: OfflineFile[];
}

/** Bytes of a part, in the mean: texts of about a second on a slow network; of pictures only the list is fetched whole. */
const mean: Record<Group, number> = { text: 192 * 1024, search: 64 * 1024, pictures: 4 * 1024 * 1024 };
/** No part is longer than this many times the mean. */
const MOST = 4;

/** The files in parts, group by group. */
export function inParts(files: readonly OfflineFile[]): Part[] {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return (['text', 'search', 'pictures'] as const).flatMap((group) =>
    cut(
      sorted.filter(([path]) => groupOf(path) === group),
      group,
    ),
  );
}

function cut(files: readonly OfflineFile[], group: Group): Part[] {
  const parts: Part[] = [];
  let open: OfflineFile[] = [];
  let bytes = 0;
  for (const file of files) {
    open.push(file);
    bytes += file[2];
    // The more bytes, the likelier: the mean then is what it should be for files of any length.
    if (chance(file[0]) * mean[group] > file[2] && bytes < MOST * mean[group]) continue;
    parts.push({ group, files: open });
    [open, bytes] = [[], 0];
  }
  if (open.length > 0) parts.push({ group, files: open });
  return parts;
}

/** A number from 0 to 1 that is always the same for a path, and as good as any other (FNV-1a, mixed once more). */
function chance(path: string): number {
  let hash = 0x811c9dc5;
  for (const character of path) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
