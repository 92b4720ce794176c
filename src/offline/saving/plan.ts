/** What is to be fetched: of a part that is mostly missing the pack in one go, else the missing files one by one. */
import { type OfflineFile, type PartSummary, packPath } from '../files.ts';

export interface LoadedPart extends PartSummary {
  contents: readonly OfflineFile[];
}

/** One request. */
export interface Task {
  /** From the site's top. */
  path: string;
  /** What the answer holds, one file after another; files that are on the phone already are passed over. */
  files: readonly OfflineFile[];
  /** Bytes that are on the phone when it is done and were not before. */
  bytes: number;
}

/** Of a part, the share of its bytes from which on the pack costs less than the files by themselves. */
const MOSTLY = 0.5;

/** The requests for what is missing. */
export function planTasks(
  core: readonly OfflineFile[],
  parts: readonly LoadedPart[],
  isKept: (file: OfflineFile) => boolean,
): Task[] {
  const oneByOne = (files: readonly OfflineFile[]) =>
    files
      .filter((file) => !isKept(file))
      .map((file): Task => ({ path: file[0], files: [file], bytes: file[2] }));
  const tasks = parts.flatMap((part): Task[] => {
    const bytes = bytesOf(part.contents.filter((file) => !isKept(file)));
    if (part.group === 'pictures' || bytes < MOSTLY * part.bytes) return oneByOne(part.contents);
    return [{ path: packPath(part), files: part.contents, bytes }];
  });
  const planned = new Set(tasks.flatMap(({ files }) => files.map(([path]) => path)));
  return [...oneByOne(core.filter(([path]) => !planned.has(path))), ...tasks];
}

/** The bytes of files. */
export function bytesOf(files: readonly OfflineFile[]): number {
  return files.reduce((sum, [, , bytes]) => sum + bytes, 0);
}
