/** Why saving stopped: each reason has its own words for the reader. */

/**
 * `network`: no answer; what is there stays, go on later. `full`: the phone has no room. `refused`: the browser keeps
 * nothing for sites. `changing`: the site was published anew several times meanwhile.
 */
export type FailureReason = 'network' | 'full' | 'refused' | 'changing';

export class SavingError extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(`Saving stopped: ${reason}`, options);
    this.reason = reason;
  }
}

/** Waits for something to be stored; rejects with a SavingError. */
export async function mapStorageErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    // Browsers tell the reason by name.
    const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
    throw new SavingError(isFull ? 'full' : 'refused', { cause });
  }
}
