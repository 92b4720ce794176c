/** Takes everything off the phone again. */
import { cacheName, type OfflineStore } from './offline-store.ts';
import { mapStorageErrors } from './saving-error.ts';

/** Removes all that is kept, what was read as well; rejects with a SavingError. */
export async function clearStore({ scope, caches }: OfflineStore): Promise<void> {
  // The records first: a copy that is half gone is no copy.
  for (const bucket of ['state', 'saved', 'read'] as const) {
    await mapStorageErrors(Promise.resolve().then(() => caches().delete(cacheName(scope, bucket))));
  }
}
