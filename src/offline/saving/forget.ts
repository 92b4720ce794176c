/** Takes everything off the phone again. */
import { cacheName, type Pocket } from './pocket.ts';
import { storing } from './saving-error.ts';

/** Removes all that is kept, what was read as well; rejects with a SavingError. */
export async function forget({ scope, caches }: Pocket): Promise<void> {
  // The records first: a copy that is half gone is no copy.
  for (const room of ['state', 'saved', 'read'] as const) {
    await storing(Promise.resolve().then(() => caches().delete(cacheName(scope, room))));
  }
}
