/**
 * Publishes to object storage that speaks S3, at any endpoint. There is no rename there, so the order keeps readers safe:
 * first what pages ask for, then the pages, the home page last; a page is always whole, and what it asks for is there.
 * What is there already is known by a list of digests that is kept in the bucket: written before the first file without
 * those that are about to change, and at the end with them; a publication that was cut off is made good by the next. No page is ever deleted, and other files only when five publications did
 * without them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { inTurns } from '../../in-turns.ts';
import { filesBelow } from '../../kept/files-below.ts';
import { cacheControl, mediaType } from '../../served-files.ts';
import { digestOf } from '../manifest.ts';
import { PublishError } from '../publish-error.ts';

export interface Storage {
  /** Such as https://s3.example.com. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** The list in the bucket: of each file its digest and the number of the last publication that had it. */
interface Kept {
  publication: number;
  files: Record<string, { digest: string; publication: number }>;
}

/** What a publication does, or would do. */
export interface Plan {
  upload: string[];
  remove: string[];
  unchanged: number;
}

export const LIST = '.mingbai.json';
/** Files other than pages stay for this many publications, for readers with old pages open. */
const KEPT_PUBLICATIONS = 5;
const CONCURRENT_REQUESTS = 8;
/** In the list, the digest of a file that a publication has begun to write or remove: no file has it. */
const UNKNOWN_DIGEST = '';
const ATTEMPTS = 3;

/** Publishes the build in `from`; with `dryRun` nothing is written. Throws PublishError when the storage refuses. */
export async function publishToStorage(from: string, storage: Storage, dryRun = false): Promise<Plan> {
  const client = connect(storage);
  const before = await readList(client);
  const publication = before.publication + 1;
  const files: Kept['files'] = { ...before.files };
  const upload: string[] = [];
  const paths = filesBelow(from).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const path of paths) {
    const digest = digestOf(readFileSync(join(from, path)));
    if (before.files[path]?.digest !== digest) upload.push(path);
    files[path] = { digest, publication };
  }
  const remove = Object.entries(files)
    .filter(
      ([path, { publication: last }]) => !path.endsWith('.html') && last <= publication - KEPT_PUBLICATIONS,
    )
    .map(([path]) => path);
  const plan = { upload, remove, unchanged: paths.length - upload.length };
  if (dryRun) return plan;
  const keepList = (kept: Kept) =>
    client.put(LIST, Buffer.from(JSON.stringify(kept)), { type: 'application/json', cache: 'no-store' });
  if (upload.length + remove.length > 0) {
    await keepList({
      publication: before.publication,
      files: withoutDigests(before.files, [...upload, ...remove], publication),
    });
  }
  for (let step = 0; step <= LAST_RANK; step += 1) {
    await inTurns(
      upload.filter((path) => rank(path) === step),
      CONCURRENT_REQUESTS,
      (path) =>
        client.put(path, readFileSync(join(from, path)), {
          type: mediaType(path),
          cache: cacheControl(path),
        }),
    );
  }
  await inTurns(remove, CONCURRENT_REQUESTS, (path) => client.remove(path));
  for (const path of remove) delete files[path];
  await keepList({ publication, files });
  return plan;
}

/**
 * The list while files are being changed: of those nobody knows what the bucket holds until the publication has ended. One
 * that was cut off is made good by the next, also where that has again what stood before.
 */
function withoutDigests(files: Kept['files'], paths: readonly string[], publication: number): Kept['files'] {
  const unknown = paths.map((path) => [
    path,
    { digest: UNKNOWN_DIGEST, publication: files[path]?.publication ?? publication },
  ]);
  return { ...files, ...Object.fromEntries(unknown) };
}

/** What a page asks for comes before it; what leads to new pages comes last. */
function rank(path: string): number {
  if (path === 'index.html' || /^(?:sitemap|rss|sw\.js)/.test(path)) return 2;
  return path.endsWith('.html') ? 1 : 0;
}
const LAST_RANK = 2;

/** Requests to one bucket, signed; those that the network lost are tried again. */
function connect({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Storage) {
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const url = (path: string) =>
    `${endpoint.replace(/\/$/, '')}/${bucket}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const ask = async (path: string, init: RequestInit, accepted: readonly number[]): Promise<Response> => {
    let why = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        const response = await aws.fetch(url(path), init);
        if (response.ok || accepted.includes(response.status)) return response;
        why = `${response.status} ${/<Code>(\w+)/.exec(await response.text())?.[1] ?? ''}`.trim();
        if (response.status < 500) break;
      } catch (error) {
        why = (error as Error).message;
      }
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
    throw new PublishError(
      `对象存储不收（${path}：${why}）。原来的页面都还在，再发布一次就能补齐。请检查网络、桶的名字和密钥。`,
    );
  };
  return {
    async put(
      path: string,
      bytes: Uint8Array,
      { type, cache }: { type: string; cache: string },
    ): Promise<void> {
      const headers = { 'content-type': type, 'cache-control': cache };
      await ask(path, { method: 'PUT', body: Buffer.from(bytes), headers }, []);
    },
    async get(path: string): Promise<string | undefined> {
      const response = await ask(path, { method: 'GET' }, [404]);
      return response.status === 404 ? undefined : response.text();
    },
    async remove(path: string): Promise<void> {
      await ask(path, { method: 'DELETE' }, [404]);
    },
  };
}

async function readList(client: ReturnType<typeof connect>): Promise<Kept> {
  const text = await client.get(LIST);
  try {
    if (text !== undefined) return JSON.parse(text) as Kept;
  } catch {
    // A list that nobody can read is as good as none: everything is written again.
  }
  return { publication: 0, files: {} };
}
