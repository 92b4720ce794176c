/** An error that the desk shows to an editor. */

/** Its message is a sentence in Chinese; `status` is the HTTP status of the answer. */
export class DeskError extends Error {
  override name = 'DeskError';
  readonly status: number;
  /** Besides the sentence: the field concerned, or what a conflict shows. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}
