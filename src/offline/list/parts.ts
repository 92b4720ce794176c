/**
 * Cuts the files of the site into parts. Where a cut falls depends on the files beside it alone, so that a new document
 * changes the part it lies in and not all that come after it.
 */
import { type Group, groupOf, type OfflineFile } from '../files.ts';

export interface Part {
  group: Group;
  /** In order of path. */
  files: OfflineFile[];
}

/** A part of texts is about a second on a slow network; of pictures only the list is fetched whole. */
const least: Record<Group, number> = { text: 128 * 1024, search: 32 * 1024, pictures: 4 * 1024 * 1024 };
/** No part is longer than this many times the least. */
const MOST = 3;
/** Of so many places where a cut may fall, one is taken. */
const SPARSE = 4;

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
    if (bytes < least[group] || (bytes < MOST * least[group] && !mayCut(file[0]))) continue;
    parts.push({ group, files: open });
    [open, bytes] = [[], 0];
  }
  if (open.length > 0) parts.push({ group, files: open });
  return parts;
}

function mayCut(path: string): boolean {
  let sum = 0;
  for (const character of path) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return sum % SPARSE === 0;
}
