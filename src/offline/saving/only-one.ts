/** One page or worker at a time changes the copy. Browsers without locks go on: each file is kept by itself, whole. */
import type { Pocket } from './pocket.ts';

/** Does `work` when nobody else changes the copy any more. */
export async function inTurn(pocket: Pocket, work: () => Promise<void>): Promise<void> {
  await locked(pocket, false, work);
}

/** Does `work`, unless somebody else is changing the copy: then it is as good as done. */
export async function unlessBusy(pocket: Pocket, work: () => Promise<void>): Promise<void> {
  await locked(pocket, true, work);
}

async function locked({ scope }: Pocket, ifAvailable: boolean, work: () => Promise<void>): Promise<void> {
  // Not there before Safari 15.4, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  await locks.request(`mingbai:${scope}`, { ifAvailable }, async (lock) => {
    if (lock) await work();
  });
}
