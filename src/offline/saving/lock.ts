/** One page or worker at a time changes the copy. Browsers without locks go on: each file is kept by itself, whole. */
import type { OfflineStore } from './offline-store.ts';

/** Does `work` when nobody else changes the copy any more. */
export async function withLock(store: OfflineStore, work: () => Promise<void>): Promise<void> {
  await requestLock(store, false, work);
}

/** Does `work`, unless somebody else is changing the copy: then it is as good as done. */
export async function withLockIfAvailable(store: OfflineStore, work: () => Promise<void>): Promise<void> {
  await requestLock(store, true, work);
}

async function requestLock(
  { scope }: OfflineStore,
  ifAvailable: boolean,
  work: () => Promise<void>,
): Promise<void> {
  // Not there before Safari 15.4, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  await locks.request(`mingbai:${scope}`, { ifAvailable }, async (lock) => {
    if (lock) await work();
  });
}
