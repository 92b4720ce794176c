/**
 * Decodes the CBOR of an index (RFC 8949): integers, strings, byte strings and arrays of definite length, which is all that its files use.
 * A library for all of CBOR is three times the size of the rest of the reader.
 */

export type CborValue = number | string | Uint8Array | CborValue[];

/** The kinds of value, in the upper three bits of the first byte. */
const [UNSIGNED, NEGATIVE, BYTES, TEXT, LIST] = [0, 1, 2, 3, 4];
/** In the lower five bits: the number itself, or in how many of the next bytes it is. */
const MAX_INLINE_NUMBER = 23;
const LENGTHS: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 };

/** The value encoded in the bytes. Throws if they are truncated or contain any other type. */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new TextDecoder();
  let offset = 0;

  const readNumber = (first: number): number => {
    const inline = first & 31;
    if (inline <= MAX_INLINE_NUMBER) return inline;
    const length = LENGTHS[inline];
    const start = offset;
    offset += length ?? 0;
    if (length === 1) return view.getUint8(start);
    if (length === 2) return view.getUint16(start);
    if (length === 4) return view.getUint32(start);
    throw new Error('CBOR of an unknown kind');
  };
  const readBytes = (length: number): Uint8Array => {
    const start = offset;
    offset += length;
    if (offset > bytes.length) throw new RangeError('CBOR cut short');
    return bytes.subarray(start, offset);
  };
  const readValue = (): CborValue => {
    const first = view.getUint8(offset++);
    const number = readNumber(first);
    switch (first >> 5) {
      case UNSIGNED:
        return number;
      case NEGATIVE:
        return -1 - number;
      case BYTES:
        return readBytes(number);
      case TEXT:
        return texts.decode(readBytes(number));
      case LIST: {
        const list: CborValue[] = [];
        for (let count = 0; count < number; count += 1) list.push(readValue());
        return list;
      }
      default:
        throw new Error('CBOR of an unknown kind');
    }
  };
  return readValue();
}
