/** Cuts a .rtf into its tokens (RTF 1.9.1, "Basic Entities"). */

export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; name: string; value: number | undefined }
  /** Bytes of text in the code page of the font, as `'xx` or as they are. */
  | { kind: 'bytes'; bytes: number[] }
  | { kind: 'binary'; bytes: Uint8Array };

const [BACKSLASH, OPEN, CLOSE, QUOTE] = [0x5c, 0x7b, 0x7d, 0x27];

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** The tokens in order; what follows the last bracket is not read. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  let text: number[] = [];
  const flush = (): RtfToken[] => {
    const found: RtfToken[] = text.length > 0 ? [{ kind: 'bytes', bytes: text }] : [];
    text = [];
    return found;
  };
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH && bytes[at + 1] === QUOTE) {
      text.push(
        Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0x30, bytes[at + 3] ?? 0x30), 16) || 0x3f,
      );
      at += 4;
    } else if (byte === BACKSLASH || byte === OPEN || byte === CLOSE) {
      yield* flush();
      if (byte === BACKSLASH) {
        const { token, end } = controlAt(bytes, at + 1);
        yield token;
        at = end;
      } else {
        yield byte === OPEN ? { kind: 'open' } : { kind: 'close' };
        at += 1;
      }
    } else {
      // Line breaks in the file are not text.
      if (byte !== 0x0d && byte !== 0x0a && byte !== 0) text.push(byte);
      at += 1;
    }
  }
  yield* flush();
}

/** A control word with its number, or a control symbol. */
function controlAt(bytes: Uint8Array, start: number): { token: RtfToken; end: number } {
  let at = start;
  while (at < bytes.length && isLetter(bytes[at] ?? 0)) at += 1;
  if (at === start) {
    const first = String.fromCharCode(bytes[start] ?? 0x20);
    // A backslash at the end of a line ends the paragraph: so writes the Mac.
    const symbol = first === '\n' || first === '\r' ? 'par' : first;
    return { token: { kind: 'word', name: symbol, value: undefined }, end: start + 1 };
  }
  const name = asText(bytes, start, at);
  const from = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at < bytes.length && isDigit(bytes[at] ?? 0)) at += 1;
  const digits = asText(bytes, from, at);
  const value = /\d/.test(digits) ? Number(digits) : undefined;
  const end = bytes[at] === 0x20 ? at + 1 : at;
  if (name !== 'bin') return { token: { kind: 'word', name, value }, end };
  const length = Math.max(0, value ?? 0);
  return { token: { kind: 'binary', bytes: bytes.subarray(end, end + length) }, end: end + length };
}

const asText = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64)));
