/**
 * CBOR as far as the index needs it: integers, strings, byte strings and arrays (RFC 8949), written straight into a buffer. A library needs
 * the millions of numbers as nested arrays first, which took three times as long.
 */

/** A value that can be encoded. */
export type CborValue = number | string | Uint8Array | readonly CborValue[];

export interface CborWriter {
  /** Begins an array of `length` values, which have to follow. */
  list(length: number): void;
  /** A whole number between -2^32 and 2^32. */
  number(value: number): void;
  text(value: string): void;
  value(value: CborValue): void;
  /** The encoded bytes so far. */
  bytes(): Buffer;
}

/** Major types, in the upper three bits of the first byte. */
const [UNSIGNED, NEGATIVE, BYTES, TEXT, LIST] = [0x00, 0x20, 0x40, 0x60, 0x80];
/** Maximum bytes of a head, and of a UTF-16 unit in UTF-8. */
const [HEAD_BYTES, UNIT_BYTES] = [5, 3];

export function openCbor(): CborWriter {
  let buffer = Buffer.allocUnsafe(1 << 14);
  let offset = 0;
  const reserve = (bytes: number) => {
    if (offset + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, offset + bytes));
    buffer.copy(larger, 0, 0, offset);
    buffer = larger;
  };
  const head = (kind: number, value: number) => {
    reserve(HEAD_BYTES);
    if (value < 24) buffer[offset++] = kind | value;
    else if (value < 0x100) {
      buffer[offset++] = kind | 24;
      buffer[offset++] = value;
    } else if (value < 0x10000) {
      buffer[offset++] = kind | 25;
      offset = buffer.writeUInt16BE(value, offset);
    } else {
      buffer[offset++] = kind | 26;
      offset = buffer.writeUInt32BE(value, offset);
    }
  };
  const writer: CborWriter = {
    list: (length) => head(LIST, length),
    number: (value) => (value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value)),
    text(value) {
      head(TEXT, Buffer.byteLength(value));
      reserve(UNIT_BYTES * value.length);
      offset += buffer.write(value, offset);
    },
    value(value) {
      if (typeof value === 'number') writer.number(value);
      else if (typeof value === 'string') writer.text(value);
      else if (value instanceof Uint8Array) {
        head(BYTES, value.length);
        reserve(value.length);
        buffer.set(value, offset);
        offset += value.length;
      } else {
        writer.list(value.length);
        for (const each of value) writer.value(each);
      }
    },
    bytes: () => buffer.subarray(0, offset),
  };
  return writer;
}

/** The bytes of one value. */
export function encodeCbor(value: CborValue): Buffer {
  const writer = openCbor();
  writer.value(value);
  return writer.bytes();
}
