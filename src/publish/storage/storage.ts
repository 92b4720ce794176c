/**
 * Publishes to object storage that speaks S3, at any endpoint. There is no rename there, so the order keeps readers safe:
 * first what pages ask for, then the pages, the home page last; a page is always whole, and what it asks for is there.
 * What is there already is known by a list of digests that is kept in the bucket: written before the first file without
 * those that are about to change, and at the end with them; a publication that was cut off is made good by the next. No
 * page is ever deleted, and other files only when five publications did without them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../../cache/list-files.ts';
import { mapWithConcurrency } from '../../map-with-concurrency.ts';
import { cacheControl, mediaType } from '../../served-files.ts';
import { sha256Hex } from '../manifest.ts';
import { MAX_UNUSED_PUBLICATIONS } from '../retention.ts';
import { connect, type Storage, type StorageClient } from './client.ts';

/** The list in the bucket: of each file its digest and the number of the last publication that had it. */
interface UploadedFiles {
  publication: number;
  files: Record<string, { digest: string; publication: number }>;
}

/** What a publication does, or would do. */
export interface UploadPlan {
  upload: string[];
  remove: string[];
  unchanged: number;
}

export const LIST_KEY = '.mingbai.json';
const MAX_CONCURRENT_REQUESTS = 8;
/** In the list, the digest of a file that a publication has begun to write or remove: no file has it. */
const UNKNOWN_DIGEST = '';

/** Publishes the build in `from`; with `dryRun` nothing is written. Throws PublishError when the storage refuses. */
export async function publishToStorage(from: string, storage: Storage, dryRun = false): Promise<UploadPlan> {
  const client = connect(storage);
  const before = await readList(client);
  const publication = before.publication + 1;
  const files: UploadedFiles['files'] = { ...before.files };
  const upload: string[] = [];
  const paths = listFilesRecursive(from).sort((a, b) => uploadStep(a) - uploadStep(b) || (a < b ? -1 : 1));
  for (const path of paths) {
    const digest = objectDigest(path, readFileSync(join(from, path)));
    if (before.files[path]?.digest !== digest) upload.push(path);
    files[path] = { digest, publication };
  }
  const remove = Object.entries(files)
    .filter(
      ([path, { publication: last }]) =>
        !path.endsWith('.html') && last <= publication - MAX_UNUSED_PUBLICATIONS,
    )
    .map(([path]) => path);
  const plan = { upload, remove, unchanged: paths.length - upload.length };
  if (dryRun) return plan;
  const keepList = (kept: UploadedFiles) =>
    client.put(LIST_KEY, Buffer.from(JSON.stringify(kept)), { type: 'application/json', cache: 'no-store' });
  if (upload.length + remove.length > 0) {
    await keepList({
      publication: before.publication,
      files: withoutDigests(before.files, [...upload, ...remove], publication),
    });
  }
  for (let step = 0; step <= LAST_UPLOAD_STEP; step += 1) {
    await mapWithConcurrency(
      upload.filter((path) => uploadStep(path) === step),
      MAX_CONCURRENT_REQUESTS,
      (path) =>
        client.put(path, readFileSync(join(from, path)), {
          type: mediaType(path),
          cache: cacheControl(path),
        }),
    );
  }
  await mapWithConcurrency(remove, MAX_CONCURRENT_REQUESTS, (path) => client.remove(path));
  for (const path of remove) delete files[path];
  await keepList({ publication, files });
  return plan;
}

/**
 * The list while files are being changed: of those nobody knows what the bucket holds until the publication has ended. One
 * that was cut off is made good by the next, also where that has again what stood before.
 */
function withoutDigests(
  files: UploadedFiles['files'],
  paths: readonly string[],
  publication: number,
): UploadedFiles['files'] {
  const unknown = paths.map((path) => [
    path,
    { digest: UNKNOWN_DIGEST, publication: files[path]?.publication ?? publication },
  ]);
  return { ...files, ...Object.fromEntries(unknown) };
}

/** What an object is besides its name: its bytes and what is said of them. */
function objectDigest(path: string, bytes: Uint8Array): string {
  return sha256Hex(Buffer.from(`${sha256Hex(bytes)}\n${mediaType(path)}\n${cacheControl(path)}`));
}

/** What a page asks for comes before it; what leads to new pages comes last. */
function uploadStep(path: string): number {
  if (path === 'index.html' || /^(?:sitemap|rss|sw\.js)/.test(path)) return 2;
  return path.endsWith('.html') ? 1 : 0;
}
const LAST_UPLOAD_STEP = 2;

async function readList(client: StorageClient): Promise<UploadedFiles> {
  const text = await client.get(LIST_KEY);
  try {
    if (text !== undefined) return JSON.parse(text) as UploadedFiles;
  } catch {
    // A list that nobody can read is as good as none: everything is written again.
  }
  return { publication: 0, files: {} };
}
