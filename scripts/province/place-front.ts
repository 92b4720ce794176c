/**
 * Puts the pages of a province beside the folders of its counties: whole or not at all. What is to be placed lies complete in one folder
 * before the first rename, so that an interrupted run is finished by the next one.
 */
import { hash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../../src/province/index.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { UsageError } from '../usage-error.ts';
import { type Province, workDirOf } from './read-province.ts';

type Place = Pick<Province, 'outDir'>;

/** What the placed pages were made from, and every one of their files. */
export interface FrontStamp {
  digest: string;
  files: OutputFile[];
}

export const frontDirOf = (province: Place): string => join(workDirOf(province), 'front');
const stampPath = (province: Place): string => join(frontDirOf(province), 'stamp.json');
/** Complete pages that are being placed. */
const pendingPath = (province: Place): string => join(frontDirOf(province), 'pending');

/** The stamp of the placed pages; undefined if there are none, or if it is damaged. */
export function readFrontStamp(province: Place): FrontStamp | undefined {
  try {
    const { digest, files } = JSON.parse(readFileSync(stampPath(province), 'utf8')) as FrontStamp;
    return typeof digest === 'string' && Array.isArray(files) ? { digest, files } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether every file is as it was placed. */
export function isFrontWhole(outDir: string, { files }: FrontStamp): boolean {
  try {
    return files.every(([path, digest]) => hash('sha256', readFileSync(join(outDir, path))) === digest);
  } catch {
    return false;
  }
}

/** Places the pages in the folder `site`, which is moved. Throws UsageError if other files are in their places. */
export function placeFront(province: Place, site: string, stamp: FrontStamp): void {
  refuseOthers(province, stamp);
  const pending = pendingPath(province);
  const made = `${pending}.new`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  renameSync(site, join(made, 'site'));
  writeFileSync(join(made, 'stamp.json'), JSON.stringify(stamp));
  // From here on they will be placed, by this process or the next.
  renameSync(made, pending);
  finishPlacing(province);
}

/** Finishes what a killed process has begun to place. */
export function finishPlacing(province: Place): void {
  const pending = pendingPath(province);
  if (!existsSync(pending)) return;
  const { outDir } = province;
  const stamp = JSON.parse(readFileSync(join(pending, 'stamp.json'), 'utf8')) as FrontStamp;
  const names = topNames(stamp);
  const last = topNames(readFrontStamp(province));
  // The home page comes last: it leads to the others.
  for (const name of names.toSorted((a, b) => Number(a === 'index.html') - Number(b === 'index.html')))
    replace(join(pending, 'site', name), join(outDir, name), join(pending, 'last'));
  for (const name of last.filter((name) => !names.includes(name)))
    rmSync(join(outDir, name), { recursive: true, force: true });
  writeFileAtomic(stampPath(province), `${JSON.stringify(stamp)}\n`);
  rmSync(pending, { recursive: true });
}

/** Moves a file or a folder to `to`; what was there goes to `last`, because a folder cannot be renamed over another. */
function replace(from: string, to: string, last: string): void {
  // A run before has moved it.
  if (!existsSync(from)) return;
  if (existsSync(to) && lstatSync(to).isDirectory()) {
    rmSync(last, { recursive: true, force: true });
    renameSync(to, last);
  }
  renameSync(from, to);
}

/** Files and folders at the top. */
function topNames(stamp: FrontStamp | undefined): string[] {
  return [...new Set((stamp?.files ?? []).map(([path]) => path.split('/')[0] ?? ''))];
}

/** Files of the pages of every province: where they are, the others may be replaced. */
const SIGNS = ['index.html', 'feed.xml', 'assets'];

function refuseOthers(province: Place, stamp: FrontStamp): void {
  const { outDir } = province;
  const last = topNames(readFrontStamp(province));
  if (last.length > 0 || SIGNS.every((name) => existsSync(join(outDir, name)))) return;
  const other = topNames(stamp).find((name) => existsSync(join(outDir, name)));
  if (other === undefined) return;
  throw new UsageError(
    `${outDir} 里已经有 ${other}，不是全省的网页，写进去会把它清掉。请换一个空文件夹（province.yml 的 out），或者把它挪走。`,
  );
}
