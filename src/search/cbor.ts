/**
 * CBOR as far as the index needs it: whole numbers, texts and lists (RFC 8949), written straight into bytes. A library was
 * used before; it wants the millions of numbers as lists of lists first, which took three times as long.
 */

/** What can be written at once. */
export type CborValue = number | string | readonly CborValue[];

export interface CborWriter {
  /** Begins a list of so many values, which have to follow. */
  list(length: number): void;
  /** A whole number between -2^32 and 2^32. */
  number(value: number): void;
  text(value: string): void;
  value(value: CborValue): void;
  /** All that was written. */
  bytes(): Buffer;
}

/** The kinds of value, as they stand in the upper bits of the first byte. */
const [UNSIGNED, NEGATIVE, TEXT, LIST] = [0x00, 0x20, 0x60, 0x80];
/** A head takes at most five bytes, a UTF-16 unit at most three. */
const [HEAD_BYTES, UNIT_BYTES] = [5, 3];

export function openCbor(): CborWriter {
  let buffer = Buffer.allocUnsafe(1 << 14);
  let at = 0;
  const makeRoom = (bytes: number) => {
    if (at + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, at + bytes));
    buffer.copy(larger, 0, 0, at);
    buffer = larger;
  };
  const head = (kind: number, value: number) => {
    makeRoom(HEAD_BYTES);
    if (value < 24) buffer[at++] = kind | value;
    else if (value < 0x100) {
      buffer[at++] = kind | 24;
      buffer[at++] = value;
    } else if (value < 0x10000) {
      buffer[at++] = kind | 25;
      at = buffer.writeUInt16BE(value, at);
    } else {
      buffer[at++] = kind | 26;
      at = buffer.writeUInt32BE(value, at);
    }
  };
  const writer: CborWriter = {
    list: (length) => head(LIST, length),
    number: (value) => (value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value)),
    text(value) {
      head(TEXT, Buffer.byteLength(value));
      makeRoom(UNIT_BYTES * value.length);
      at += buffer.write(value, at);
    },
    value(value) {
      if (typeof value === 'number') writer.number(value);
      else if (typeof value === 'string') writer.text(value);
      else {
        writer.list(value.length);
        for (const each of value) writer.value(each);
      }
    },
    bytes: () => buffer.subarray(0, at),
  };
  return writer;
}
