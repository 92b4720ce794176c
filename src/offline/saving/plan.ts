/** What is to be fetched: of a part that is mostly missing the pack in one go, else the missing files one by one. */
import { chunkBodyPath, type OfflineChunk, type OfflineFile } from '../files.ts';

export interface LoadedChunk extends OfflineChunk {
  contents: readonly OfflineFile[];
}

/** One request. */
export interface DownloadTask {
  /** From the site's top. */
  path: string;
  /** What the answer holds, one file after another; files that are on the phone already are passed over. */
  files: readonly OfflineFile[];
  /** Bytes that are on the phone when it is done and were not before. */
  bytes: number;
}

/** Of a part, the share of its bytes from which on the pack costs less than the files by themselves. */
const MIN_MISSING_SHARE = 0.5;

/** The requests for what is missing. */
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

/** The bytes of files. */
export function bytesOf(files: readonly OfflineFile[]): number {
  return files.reduce((sum, [, , bytes]) => sum + bytes, 0);
}
