/** One page or worker at a time changes the copy. Browsers without locks go on: each file is kept by itself, whole. */
import type { Pocket } from './pocket.ts';
import { SavingError } from './saving-error.ts';

/** Does `work` while nobody else changes the copy; where somebody does, waits, or rejects as `busy` with `waits: false`. */
export async function onlyOne<T>(
  { scope }: Pocket,
  { waits }: { waits: boolean },
  work: () => Promise<T>,
): Promise<T> {
  // Not there before Safari 15.4, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  return (await locks.request(`mingbai:${scope}`, { ifAvailable: !waits }, (lock) => {
    if (!lock) throw new SavingError('busy');
    return work();
  })) as T;
}
