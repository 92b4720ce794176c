/**
 * Content-defined chunking of the site's files: whether a chunk ends after a file depends on that file alone, so that a new
 * document changes the chunk that contains it and not all later ones.
 */
import { fnv1a32 } from '../../documents/fnv.ts';
import { type FileGroup, fileGroup, type OfflineFile } from '../files.ts';

export interface FileChunk {
  group: FileGroup;
  /** In order of path. */
  files: OfflineFile[];
}

/** Mean bytes of a chunk: for texts about a second on a slow network. Of pictures only the index is fetched as one file. */
const MEAN_CHUNK_BYTES: Record<FileGroup, number> = {
  text: 192 * 1024,
  search: 64 * 1024,
  pictures: 4 * 1024 * 1024,
};
/** Largest size of a chunk, as a multiple of the mean. */
const MAX_CHUNK_TO_MEAN = 4;

/** The files in chunks, group by group. */
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
    // The probability is proportional to the size, which keeps the mean for files of any size.
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

/** A uniform number from 0 to 1 that depends on the path only (FNV-1a with one more mixing step). */
function cutProbability(path: string): number {
  let hash = fnv1a32(path);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
