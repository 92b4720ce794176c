/** Plans downloads: the body of a chunk that is mostly missing, otherwise its missing files one by one. */
import { chunkBodyPath, type OfflineChunk, type OfflineFile } from '../files.ts';

export interface LoadedChunk extends OfflineChunk {
  contents: readonly OfflineFile[];
}

/** One request. */
export interface DownloadTask {
  /** From the site root. */
  path: string;
  /** The files that the answer contains, in order; files that are cached already are skipped. */
  files: readonly OfflineFile[];
  /** Bytes that the request adds to the copy. */
  bytes: number;
}

/** Share of missing bytes from which on the body of a chunk costs less than its files one by one. */
const MIN_MISSING_SHARE = 0.5;

/** The requests for all missing files. */
export function planTasks(
  core: readonly OfflineFile[],
  chunks: readonly LoadedChunk[],
  isKept: (file: OfflineFile) => boolean,
): DownloadTask[] {
  const oneByOne = (files: readonly OfflineFile[]) =>
    files
      .filter((file) => !isKept(file))
      .map((file): DownloadTask => ({ path: file[0], files: [file], bytes: file[2] }));
  const tasks = chunks.flatMap((chunk): DownloadTask[] => {
    const bytes = bytesOf(chunk.contents.filter((file) => !isKept(file)));
    if (chunk.group === 'pictures' || bytes < MIN_MISSING_SHARE * chunk.bytes)
      return oneByOne(chunk.contents);
    return [{ path: chunkBodyPath(chunk), files: chunk.contents, bytes }];
  });
  const planned = new Set(tasks.flatMap(({ files }) => files.map(([path]) => path)));
  return [...oneByOne(core.filter(([path]) => !planned.has(path))), ...tasks];
}

export function bytesOf(files: readonly OfflineFile[]): number {
  return files.reduce((sum, [, , bytes]) => sum + bytes, 0);
}
