/**
 * Writes the files of a commit of a base into the cache. Not by `git checkout`: filters and attributes of the repository would apply. Only regular
 * files are written; a link becomes one that leads nowhere, which the reader of the content refuses by name.
 */
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchCommit, readStore } from './git-remote.ts';
import type { Fault, Remote } from './remote.ts';

/** Where a folder of bases keeps a repository and its commits. */
export interface BaseStore {
  /** The repository with what was fetched. */
  gitDir: string;
  /** The files of a commit; it exists only whole. */
  filesOf(commit: string): string;
}

/** The most bytes and files of a base: far more than a province writes, and less than fills a disk. */
const MAX_BYTES = 2_000_000_000;
const MAX_FILES = 50_000;
/** Bytes of files that are read from git at once. */
const BATCH_BYTES = 64_000_000;

/** What `git ls-tree` says of a file. */
interface TreeFile {
  isLink: boolean;
  blob: string;
  size: number;
  path: string;
}

/** Writes the files of a commit, fetched if they are missing; returns their folder, or why they cannot be had. */
export function checkOutBase(store: BaseStore, remote: Remote, commit: string): { folder: string } | Fault {
  const folder = store.filesOf(commit);
  if (existsSync(folder)) return { folder };
  const missing = fetchCommit(store.gitDir, remote, commit);
  if (missing !== undefined) return missing;
  const files = listFiles(store.gitDir, commit);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MAX_BYTES || files.length > MAX_FILES) {
    return {
      fault: `仓库 ${remote.repository} 太大了（${files.length} 个文件，${Math.ceil(bytes / 1e6)} MB），不像是内容。请写放内容的那个仓库。`,
    };
  }
  const [whole, made] = [dirname(folder), `${dirname(folder)}.${process.pid}`];
  rmSync(made, { recursive: true, force: true });
  try {
    writeFiles(store.gitDir, files, join(made, 'files'));
    renameSync(made, whole);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Another process has written it meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return { folder };
}

function listFiles(gitDir: string, commit: string): TreeFile[] {
  const listed = readStore(gitDir, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit]).toString('utf8');
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', kind, blob = '', size = '0', path = ''] =
      /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    if (kind !== 'blob' || !isPlainPath(path)) return [];
    return [{ isLink: mode === '120000', blob, size: Number(size), path }];
  });
}

/** Git itself refuses to check out other paths; trees can be made with them all the same. */
function isPlainPath(path: string): boolean {
  return path.split('/').every((part) => !['', '.', '..'].includes(part) && part.toLowerCase() !== '.git');
}

function writeFiles(gitDir: string, files: readonly TreeFile[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { path } of files.filter(({ isLink }) => isLink)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync('链接不收', join(folder, path));
  }
  let batch: TreeFile[] = [];
  let bytes = 0;
  const flush = () => {
    writeBatch(gitDir, batch, folder);
    batch = [];
    bytes = 0;
  };
  for (const file of files.filter(({ isLink }) => !isLink)) {
    batch.push(file);
    bytes += file.size;
    if (bytes > BATCH_BYTES) flush();
  }
  flush();
}

function writeBatch(gitDir: string, files: readonly TreeFile[], folder: string): void {
  if (files.length === 0) return;
  const out = readStore(gitDir, ['cat-file', '--batch'], files.map(({ blob }) => `${blob}\n`).join(''));
  let at = 0;
  for (const { path, size } of files) {
    const from = out.indexOf(10, at) + 1;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), out.subarray(from, from + size), { flag: 'wx' });
    at = from + size + 1;
  }
}
