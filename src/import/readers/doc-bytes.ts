/** Looks into the bytes of an old Word file for what word-extractor does not tell (MS-DOC 2.5 and 2.6). */

const SECTOR_BYTES = 512;
/** The word at the start of the file information block. */
const WORD_MARK = [0xec, 0xa5];
const FLAGS_AT = 0x0a;
const ENCRYPTED_FLAG = 0x01;

/** Whether the text is protected by a password, by the flag fEncrypted. */
export function isEncryptedWord(bytes: Uint8Array): boolean {
  for (let at = SECTOR_BYTES; at + FLAGS_AT + 1 < bytes.length; at += SECTOR_BYTES) {
    if (bytes[at] !== WORD_MARK[0] || bytes[at + 1] !== WORD_MARK[1]) continue;
    return ((bytes[at + FLAGS_AT + 1] ?? 0) & ENCRYPTED_FLAG) !== 0;
  }
  return false;
}

/** The properties sprmCFVanish and sprmCFStrike, switched on. */
const HIDING = [
  [0x3c, 0x08, 0x01],
  [0x37, 0x08, 0x01],
];

/** Whether some text has the property hidden or struck out; a chance match of bytes only makes a note too many. */
export function mayHideText(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x08); at > 0; at = bytes.indexOf(0x08, at + 1)) {
    if (HIDING.some(([low, , on]) => bytes[at - 1] === low && bytes[at + 1] === on)) return true;
  }
  return false;
}
