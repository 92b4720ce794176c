/**
 * The stamp beside a built county: what it was made from, and what it consists of. It is written last, so that a county without one, or
 * with one that does not fit its files, is built again.
 */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../cache/list-files.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';
import type { Digest } from './digest.ts';

export interface Stamp {
  /** The inputs. */
  digest: Digest;
  /** A hash of the output's paths and bytes. */
  output: string;
  /** A hash of the output's paths, sizes and times: it spares reading the files. */
  shape: string;
}

/** One file of the output, by the SHA-256 of its bytes. */
export type OutputFile = readonly [path: string, sha256: string];

/** Every file of a folder with its hash. */
export function listOutput(folder: string): OutputFile[] {
  return listFilesRecursive(folder).map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]);
}

/** The stamp in a file; undefined if it is missing or damaged. */
export function readStamp(file: string): Stamp | undefined {
  try {
    const { digest, output, shape } = JSON.parse(readFileSync(file, 'utf8')) as Stamp;
    const parts = [digest.content, digest.base, digest.code, digest.day, output, shape];
    return parts.every((part) => typeof part === 'string') ? { digest, output, shape } : undefined;
  } catch {
    return undefined;
  }
}

/** Stamps the site in `folder`, whose files have just been listed. */
export function writeStamp(file: string, digest: Digest, folder: string, files: readonly OutputFile[]): void {
  const stamp: Stamp = { digest, output: hash('sha256', JSON.stringify(files)), shape: shapeOf(folder) };
  writeFileAtomic(file, `${JSON.stringify(stamp)}\n`);
}

/** Whether the site in `folder` is the one that was stamped. Files are read only if their times have changed, as in a restored copy. */
export function isWhole(folder: string, { output, shape }: Pick<Stamp, 'output' | 'shape'>): boolean {
  try {
    return shapeOf(folder) === shape || hash('sha256', JSON.stringify(listOutput(folder))) === output;
  } catch {
    return false;
  }
}

function shapeOf(folder: string): string {
  const lines = listFilesRecursive(folder).map((path) => {
    const { size, mtimeMs } = lstatSync(join(folder, path));
    return [path, size, mtimeMs];
  });
  return hash('sha256', JSON.stringify(lines));
}
