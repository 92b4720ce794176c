/** Reasons why saving stopped; each has its own message. */

/**
 * `network`: no answer, resumable. `full`: quota exceeded. `refused`: the browser refuses storage. `changing`: the site was
 * published again several times meanwhile.
 */
export type FailureReason = 'network' | 'full' | 'refused' | 'changing';

export class SavingError extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(`Saving stopped: ${reason}`, options);
    this.reason = reason;
  }
}

/** Waits for a storage operation; rejects with a SavingError. */
export async function mapStorageErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
    throw new SavingError(isFull ? 'full' : 'refused', { cause });
  }
}
