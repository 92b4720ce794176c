/** Downloads files and verifies them against the list: the copy never contains half a file or one of another version. */
import { hashFile } from '../file-hash.ts';
import type { OfflineFile } from '../files.ts';
import type { OfflineStore } from './offline-store.ts';
import { SavingError } from './saving-error.ts';

/** The site's files differ from the list: a new version was published. */
export class ChangedError extends Error {}

/** An answer that is not complete by then will not be, even on the slowest network. */
const DOWNLOAD_TIMEOUT_MS = 90_000;

/** The whole answer to a path; throws SavingError without a network, ChangedError if there is no such file. */
export async function download(store: OfflineStore, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), DOWNLOAD_TIMEOUT_MS);
  let status: number;
  try {
    const url = new URL(path, store.scope).href;
    // The service worker does not answer no-store requests from the cache.
    const response = await store.fetch(url, { cache: 'no-store', signal: controller.signal });
    status = response.status;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.ok) return bytes;
  } catch (cause) {
    throw new SavingError('network', { cause });
  } finally {
    clearTimeout(timer);
  }
  if (status === 404 || status === 410) throw new ChangedError(path);
  throw new SavingError('network', { cause: status });
}

/** Splits an answer into its files; throws ChangedError if one differs from the list. */
export async function splitChunk(
  files: readonly OfflineFile[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<[OfflineFile, Uint8Array<ArrayBuffer>][]> {
  let from = 0;
  const split: [OfflineFile, Uint8Array<ArrayBuffer>][] = [];
  for (const file of files) {
    split.push([file, bytes.slice(from, from + file[2])]);
    from += file[2];
  }
  if (from !== bytes.length) throw new ChangedError();
  for (const [[path, hash], content] of split) {
    if ((await hashFile(path, content)) !== hash) throw new ChangedError(path);
  }
  return split;
}
