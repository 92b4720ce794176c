/** Reading numbers and names out of bytes, for the readers of picture formats. */

/** The bytes are not built as their format says; what reads them starts from the pixels instead. */
export class IrregularPicture extends Error {
  override name = 'IrregularPicture';
}

/** The whole number of `length` bytes at `at`, most significant byte first. Throws IrregularPicture past the end. */
export function numberAt(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0 || at + length > bytes.length) throw new IrregularPicture('A number lies past the end.');
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** The same with the least significant byte first. */
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

/** The bytes from `from` to `to`. Throws IrregularPicture where they are not all there. */
export function sliceBytes(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (from < 0 || to < from || to > bytes.length) throw new IrregularPicture('A part lies past the end.');
  return bytes.subarray(from, to);
}
