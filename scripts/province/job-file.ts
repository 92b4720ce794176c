/**
 * What a host gets to build one county, and what it gives back. With other hosts both are tar files, which GNU parallel copies: a file is
 * whole or it is not. On this machine alone nothing is packed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isInside } from '../../src/corpus/is-inside.ts';
import type { ContentHistory } from '../../src/documents/history.ts';
import type { OutputFile } from '../../src/province/index.ts';

/** The work of one job. Paths are relative to `root`, so that bases are found where `extends` says. */
export interface JobFile {
  id: string;
  /** The folder above all inputs; absent in a packed job, which has them in its folder `files`. */
  root?: string | undefined;
  /** The folder of fetched bases; absent in a packed job, which has them in its folder `bases`. */
  basesDir?: string | undefined;
  content: string;
  contentName: string;
  public: string;
  today: string;
  /** The hash that the host's own machineHash has to equal. */
  code: string;
  /** From git, which a host does not have. */
  history: ContentHistory;
}

/** The outcome of one job. */
export interface MadeFile {
  /** Whether there is a site; false if the content has errors, which are the same on every host. */
  done: boolean;
  /** What the build said, for editors. */
  findings: string[];
  /** Every file of the site. */
  files: OutputFile[];
}

/** Names within a job and its outcome. */
export const names = {
  job: 'job.json',
  files: 'files',
  bases: 'bases',
  made: 'made.json',
  site: 'site',
} as const;

/** The deepest folder above all of `folders`. */
export function commonFolder(folders: readonly string[]): string {
  let above = dirname(folders[0] ?? '/');
  while (!folders.every((folder) => isInside(folder, above))) above = dirname(above);
  return above;
}

/** Writes a job for this machine into the file `path`. */
export function writeJob(path: string, job: JobFile): void {
  writeFileSync(path, JSON.stringify(job));
}

/**
 * Packs a job with its `folders` into the tar file `path`; those below `basesDir` keep their places there, so that the host fetches nothing. `work`
 * is a folder for temporary files.
 */
export function packJob(
  path: string,
  { root = '/', basesDir = '/', ...job }: JobFile,
  folders: readonly string[],
  work: string,
): void {
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, names.job), JSON.stringify(job));
  const isFetched = (folder: string) => basesDir !== '/' && isInside(folder, basesDir);
  const paths = folders.filter((folder) => !isFetched(folder)).map((folder) => `./${relative(root, folder)}`);
  const fetched = folders.filter(isFetched).map((folder) => relative(basesDir, folder));
  const excluded = ['.git', '.mingbai', 'node_modules'].map((name) => `--exclude=${name}`);
  // The job keeps its place at the top; all others go below `files`.
  const transform = `--transform=s,^\\./,${names.files}/,S`;
  const places = ['-C', root, ...paths, ...(fetched.length === 0 ? [] : ['-C', basesDir, ...fetched])];
  // Below `bases` a name begins with the hash of its repository.
  const transformBases = `--transform=s,^[0-9a-f]\\{20\\}/,${names.bases}/&,S`;
  runTar(['-cf', path, '-C', work, names.job, ...excluded, transform, transformBases, ...places]);
}

/** Unpacks a tar file into a new folder. */
export function unpack(path: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  runTar(['-xf', path, '-C', folder, '--no-same-owner', '--no-same-permissions']);
}

/** Packs all of a folder. */
export function packFolder(path: string, folder: string): void {
  runTar(['-cf', path, '-C', folder, '.']);
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** Throws with what tar says. */
function runTar(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('tar', args, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`tar: ${stderr.trim().split('\n', 1)[0] ?? ''}`);
}
