/** A recording cannot be made; the message is for editors. */
export class AudioError extends Error {
  override name = 'AudioError';
}
