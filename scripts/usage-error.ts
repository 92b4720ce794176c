/** A wrong call of a command: one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
