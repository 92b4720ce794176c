/** Garbles texts: encodes them in one encoding and decodes them in another. */

const tables = new Map<string, Map<string, Uint8Array>>();

/** The characters of an encoding of one and two bytes, each with its bytes; generated with Node's decoder. */
function tableOf(encoding: string): Map<string, Uint8Array> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Uint8Array>();
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(new Uint8Array(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, new Uint8Array(bytes));
    } catch {
      // Not a character of this encoding.
    }
  };
  for (let first = 0; first < 256; first++) add(first);
  for (let first = 0x81; first < 255; first++) for (let next = 0x40; next < 255; next++) add(first, next);
  tables.set(encoding, table);
  return table;
}

/** The bytes of a text in an encoding; throws if the encoding lacks a character. */
export function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return [...bytes];
    }),
  );
}

/** A text of one encoding, decoded in another. */
export function misread(text: string, written: string, read: string): string {
  // The web's decoders treat `latin1` as windows-1252; here it is ISO 8859-1.
  if (read === 'latin1') return Buffer.from(encoded(text, written)).toString('latin1');
  return new TextDecoder(read).decode(encoded(text, written));
}
