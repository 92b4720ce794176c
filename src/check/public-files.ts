/** The files of the folder public, with the result of inspecting their bytes. */
import { hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type FileInspection, inspectFile } from '../public-folder/index.ts';
import type { PublicFile } from './rule.ts';

/** Cached inspections of files, by the digest of name and bytes. */
export interface FileFactsCache {
  get(key: string): FileInspection | undefined;
  set(key: string, facts: FileInspection): void;
}

/** Pictures that are decoded at once: each takes some tens of megabytes. */
const CONCURRENCY = 2;

/** Lists the files of `publicDir`, whose name for an editor is `name`, in a fixed order. */
export async function readPublicFiles(
  publicDir: string,
  { name = 'public', known }: { name?: string; known?: FileFactsCache } = {},
): Promise<PublicFile[]> {
  if (!existsSync(publicDir)) return [];
  const paths = readdirSync(publicDir, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const files: PublicFile[] = [];
  const waiting = paths.values();
  const work = async () => {
    for (const path of waiting) files.push(await readFile(path, publicDir, name, known));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function readFile(
  path: string,
  publicDir: string,
  name: string,
  cache: FileFactsCache | undefined,
): Promise<PublicFile> {
  const address = `/${relative(publicDir, path).split(sep).join('/')}`;
  const isLink = !lstatSync(path).isFile();
  const bytes = () => readFileSync(path);
  const facts = isLink ? undefined : await factsOf(address, bytes(), cache);
  const ending = extname(path).toLowerCase();
  return { file: name + address, source: '', address, ending, isLink, bytes, ...(facts && { facts }) };
}

async function factsOf(
  address: string,
  bytes: Uint8Array,
  cache: FileFactsCache | undefined,
): Promise<FileInspection> {
  const key = cache && hash('sha256', `${address}\n${hash('sha256', bytes)}`);
  const before = key === undefined ? undefined : cache?.get(key);
  if (before !== undefined) return before;
  const facts = await inspectFile(address, bytes);
  if (key !== undefined) cache?.set(key, facts);
  return facts;
}
