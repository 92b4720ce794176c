/**
 * Publishes to any object storage with the S3 protocol. Nothing can be renamed there, so the order protects readers: first the
 * files that pages request, then the pages, the home page last. A list of digests in the bucket records which files are there. It
 * is written before the first upload, without the files that are about to change, and at the end with them: the next publication
 * completes an interrupted one. Pages are never deleted, other files after MAX_UNUSED_PUBLICATIONS.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../../cache/list-files.ts';
import { mapWithConcurrency } from '../../map-with-concurrency.ts';
import { cacheControl, mediaType } from '../../served-files.ts';
import { sha256Hex } from '../manifest.ts';
import { MAX_UNUSED_PUBLICATIONS } from '../retention.ts';
import { connect, type StorageClient } from './client.ts';
import type { ObjectStorage } from './requests.ts';

/** The list in the bucket: of each file the digest, and the number of the last publication that contained it. */
interface UploadedFiles {
  publication: number;
  files: Record<string, { digest: string; publication: number }>;
}

/** The changes of a publication, made or planned. */
export interface UploadPlan {
  upload: string[];
  remove: string[];
  unchanged: number;
}

export const LIST_KEY = '.mingbai.json';
const MAX_CONCURRENT_REQUESTS = 8;
/** Digest of a file that is being written or removed; equal to no real digest. */
const UNKNOWN_DIGEST = '';

/** Publishes the build in `from`; with `dryRun` nothing is written. Throws PublishError if the storage refuses. */
export async function publishToStorage(
  from: string,
  storage: ObjectStorage,
  dryRun = false,
): Promise<UploadPlan> {
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
  const writeList = (list: UploadedFiles) =>
    client.put(LIST_KEY, Buffer.from(JSON.stringify(list)), { type: 'application/json', cache: 'no-store' });
  if (upload.length + remove.length > 0) {
    await writeList({
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
  await writeList({ publication, files });
  return plan;
}

/**
 * The list while files change: until the publication has ended, the bucket's content of those is unknown. The next publication
 * uploads them again, even if it restores the earlier content.
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

/** The digest of a file's bytes and headers. */
function objectDigest(path: string, bytes: Uint8Array): string {
  return sha256Hex(Buffer.from(`${sha256Hex(bytes)}\n${mediaType(path)}\n${cacheControl(path)}`));
}

/** Files that pages request are first; files that lead to new pages are last. */
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
    // Unreadable: everything is uploaded again.
  }
  return { publication: 0, files: {} };
}
