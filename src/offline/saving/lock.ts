/** An exclusive lock for changes of the copy. Browsers without locks work without: every single file is stored atomically. */
import type { OfflineStore } from './offline-store.ts';

/** Runs `work` once no other page or worker holds the lock. */
export async function withLock(store: OfflineStore, work: () => Promise<void>): Promise<void> {
  await requestLock(store, false, work);
}

/** Runs `work`, or skips it if another tab or the worker holds the lock: that one does the same. */
export async function withLockIfAvailable(store: OfflineStore, work: () => Promise<void>): Promise<void> {
  await requestLock(store, true, work);
}

async function requestLock(
  { scope }: OfflineStore,
  ifAvailable: boolean,
  work: () => Promise<void>,
): Promise<void> {
  // Missing before Safari 15.4, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  await locks.request(`mingbai:${scope}`, { ifAvailable }, async (lock) => {
    if (lock) await work();
  });
}
