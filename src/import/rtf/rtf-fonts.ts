/** Decodes the text bytes of a .rtf by the code page of the file and the character set of the font. */

/** Character sets of fonts that decide the encoding of their bytes, and Windows code pages, as encodings of TextDecoder. */
const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1251: 'windows-1251',
  54936: 'gb18030',
  65001: 'utf-8',
};

export interface RtfFonts {
  /** The number of `\ansicpg`. */
  codePage: number;
  /** The character set of each font. */
  charsets: Map<number, number>;
}

const SYMBOL_CHARSET = 2;
/** Characters of Wingdings and Symbol that offices use. */
const SYMBOLS: Readonly<Record<number, string>> = {
  168: '□',
  111: '□',
  254: '☑',
  82: '☑',
  253: '☒',
  84: '☒',
  252: '✓',
  251: '✗',
  183: '•',
  108: '●',
  110: '■',
  117: '◆',
  216: '➢',
};

/** The text of bytes in a font. Chinese bytes in a Latin font are read by the code page of the file, as Word does. */
export function textOfBytes(bytes: readonly number[], font: number | undefined, fonts: RtfFonts): string {
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  const charset = fonts.charsets.get(font ?? -1) ?? 0;
  if (charset === SYMBOL_CHARSET) return bytes.map((byte) => SYMBOLS[byte] ?? '□').join('');
  const label = CHARSETS[charset] ?? CODE_PAGES[fonts.codePage] ?? 'windows-1252';
  return new TextDecoder(label).decode(Uint8Array.from(bytes));
}

/** The text of `\uN`: a symbol font maps its characters to U+F000 and above. */
export function textOfUnicode(value: number): string {
  const code = value < 0 ? value + 0x10000 : value;
  if (code >= 0xf020 && code <= 0xf0ff) return SYMBOLS[code - 0xf000] ?? '□';
  return String.fromCharCode(code);
}
