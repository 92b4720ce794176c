/** A file that cannot be imported: one sentence in Chinese with the reason and the remedy. Nothing is written then. */
export class ImportError extends Error {
  override name = 'ImportError';
}
