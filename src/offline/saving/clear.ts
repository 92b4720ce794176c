/** Removes the offline copy. */
import { cacheName, type OfflineStore } from './offline-store.ts';
import { mapStorageErrors } from './saving-error.ts';

/** Deletes all caches, including pages cached while reading; rejects with a SavingError. */
export async function clearStore({ scope, caches }: OfflineStore): Promise<void> {
  // The state first: a half deleted copy must not count as complete.
  for (const bucket of ['state', 'saved', 'read'] as const) {
    await mapStorageErrors(Promise.resolve().then(() => caches().delete(cacheName(scope, bucket))));
  }
}
