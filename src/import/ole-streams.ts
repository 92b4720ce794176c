/** The names of the streams in an OLE2 compound file (MS-CFB 2.6): Word, Excel and password-protected files differ only in them. */

const ENTRY_BYTES = 128;
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;

/**
 * The names of all directory entries. They are found by their form at each place where an entry can be, not by the chain of sectors, so
 * that a damaged file is still told from another kind.
 */
export function oleStreamNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const length = view.getUint16(at + NAME_LENGTH_AT, true);
    const type = bytes[at + TYPE_AT] ?? 0;
    const isEntry = length >= 4 && length <= 64 && length % 2 === 0 && [1, 2, 5].includes(type);
    if (!isEntry || view.getUint16(at + length - 2, true) !== 0) continue;
    names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}
