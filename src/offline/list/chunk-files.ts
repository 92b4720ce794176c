/**
 * Cuts the files of the site into parts. Whether a part ends behind a file depends on that file alone, so that a new
 * document changes the part it lies in and not all that come after it.
 */
import { type FileGroup, fileGroup, type OfflineFile } from '../files.ts';

export interface FileChunk {
  group: FileGroup;
  /** In order of path. */
  files: OfflineFile[];
}

/** Bytes of a part, in the mean: texts of about a second on a slow network; of pictures only the list is fetched whole. */
const MEAN_CHUNK_BYTES: Record<FileGroup, number> = {
  text: 192 * 1024,
  search: 64 * 1024,
  pictures: 4 * 1024 * 1024,
};
/** No part is longer than this many times the mean. */
const MAX_CHUNK_TO_MEAN = 4;

/** The files in parts, group by group. */
export function chunkFiles(files: readonly OfflineFile[]): FileChunk[] {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return (['text', 'search', 'pictures'] as const).flatMap((group) =>
    cutChunks(
      sorted.filter(([path]) => fileGroup(path) === group),
      group,
    ),
  );
}

function cutChunks(files: readonly OfflineFile[], group: FileGroup): FileChunk[] {
  const chunks: FileChunk[] = [];
  let current: OfflineFile[] = [];
  let bytes = 0;
  for (const file of files) {
    current.push(file);
    bytes += file[2];
    // The more bytes, the likelier: the mean then is what it should be for files of any length.
    if (
      cutProbability(file[0]) * MEAN_CHUNK_BYTES[group] > file[2] &&
      bytes < MAX_CHUNK_TO_MEAN * MEAN_CHUNK_BYTES[group]
    )
      continue;
    chunks.push({ group, files: current });
    [current, bytes] = [[], 0];
  }
  if (current.length > 0) chunks.push({ group, files: current });
  return chunks;
}

/** A number from 0 to 1 that is always the same for a path, and as good as any other (FNV-1a, mixed once more). */
function cutProbability(path: string): number {
  let hash = 0x811c9dc5;
  for (const character of path) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
