/** Reads numbers and names from bytes, for the parsers of image formats. */

/** The bytes do not follow the format; the image is re-encoded from its pixels. */
export class IrregularPicture extends Error {
  override name = 'IrregularPicture';
}

/** The big-endian integer of `length` bytes at `at`. Throws IrregularPicture past the end. */
export function numberAt(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0 || at + length > bytes.length) throw new IrregularPicture('A number lies past the end.');
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** The same, little-endian. */
export function littleNumberAt(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0 || at + length > bytes.length) throw new IrregularPicture('A number lies past the end.');
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** `length` bytes at `at` as Latin-1 letters; fewer at the end. */
export function lettersAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** The bytes from `from` to `to`. Throws IrregularPicture past the end. */
export function sliceBytes(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (from < 0 || to < from || to > bytes.length) throw new IrregularPicture('A part lies past the end.');
  return bytes.subarray(from, to);
}
