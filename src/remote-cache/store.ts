/**
 * Sealed objects in the storage. Nothing here throws for what a storage does: one that is silent, slow, refuses or lies costs a build a few
 * seconds, once, and the build makes everything itself.
 */
import { openRequests, StorageRefusal } from '../publish/storage/requests.ts';
import { seal, secretName, unseal } from './seal.ts';
import type { RemoteCacheSettings } from './settings.ts';

/** Why something was not read or written. */
export type RemoteFault =
  | { kind: 'unreachable'; why: string }
  | { kind: 'unreadable'; why: string }
  | { kind: 'unwritable'; why: string };

/** What became of an object: absent also stands for one that could not be read. */
export type Read = { bytes: Buffer } | 'absent' | 'damaged' | 'failed';

export interface ReadLimits {
  /** Milliseconds for all of the object; default: the time for a small one. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface RemoteStore {
  read(name: string, limits?: ReadLimits): Promise<Read>;
  /** Returns whether the object was written. */
  write(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** A name for `parts` that tells nothing about them. */
  nameOf(...parts: readonly string[]): string;
  /** The first fault of each kind. */
  readonly faults: readonly RemoteFault[];
}

/** A storage that has not answered by then is not used. */
const TIMEOUT_MS = 4000;
/** The version of names and formats in the bucket. */
const FORMAT = 'v1';
const DENIED = [401, 403];

export function openRemoteStore({ storage, prefix, secret }: RemoteCacheSettings): RemoteStore {
  const request = openRequests({ timeoutMs: TIMEOUT_MS, ...storage, maxAttempts: 1 });
  const pathOf = (name: string) => `${prefix}${FORMAT}/${name}`;
  const faults: RemoteFault[] = [];
  const note = (fault: RemoteFault) => {
    if (!faults.some(({ kind }) => kind === fault.kind)) faults.push(fault);
  };
  const isOff = (kind: RemoteFault['kind']) =>
    faults.some((fault) => fault.kind === 'unreachable' || fault.kind === kind);
  return {
    faults,
    nameOf: (...parts) => secretName(secret, ...parts),
    async read(name, { timeoutMs, signal } = {}) {
      if (isOff('unreadable')) return 'failed';
      try {
        const { status, bytes } = await request(pathOf(name), { method: 'GET', signal, timeoutMs }, [404]);
        if (status === 404) return 'absent';
        const opened = unseal(secret, name, bytes);
        return opened === undefined ? 'damaged' : { bytes: opened };
      } catch (error) {
        const { status, why } = refusalOf(error);
        if (signal?.aborted) return 'failed';
        // Without the right to list, a storage answers so for what it does not have.
        if (DENIED.includes(status)) note({ kind: 'unreadable', why });
        else note({ kind: 'unreachable', why });
        return 'failed';
      }
    },
    async write(name, bytes, signal) {
      if (isOff('unwritable')) return false;
      try {
        const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' };
        await request(pathOf(name), { method: 'PUT', body: seal(secret, name, bytes), headers, signal });
        return true;
      } catch (error) {
        const { why } = refusalOf(error);
        if (signal?.aborted !== true) note({ kind: 'unwritable', why });
        return false;
      }
    },
    async remove(name) {
      await request(pathOf(name), { method: 'DELETE' }, [404]).catch(refusalOf);
    },
  };
}

/** The refusal; any other error is a bug and is thrown. */
function refusalOf(error: unknown): StorageRefusal {
  if (error instanceof StorageRefusal) return error;
  throw error;
}
