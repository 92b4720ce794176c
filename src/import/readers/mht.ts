/** Reads a web page saved with its pictures in one file (RFC 2557), as browsers, Word and WPS write it. */
import { ImportError } from '../import-error.ts';
import type { Reader } from '../source-document.ts';
import { htmlDocument } from './html.ts';
import { textOf } from './text-encoding.ts';

interface MimePart {
  headers: ReadonlyMap<string, string>;
  /** Each character is a byte. */
  body: string;
}

export const readMht: Reader = async (bytes, { fileName }) => {
  const parts = leavesOf(partOf(Buffer.from(bytes).toString('latin1')));
  const page = parts.find(({ headers }) => /^text\/html/i.test(headers.get('content-type') ?? ''));
  if (page === undefined) {
    throw new ImportError(`${fileName} 里没有网页的文字，或者坏了。请打开原来的网页，另存为 .html 再导入。`);
  }
  const { text, notes } = textOf(inUtf8(page), fileName);
  const document = htmlDocument(text);
  return { ...document, notes, pictures: picturesOf(parts, page) };
};

/** Headers, unfolded, and the body below the first empty line. */
function partOf(text: string): MimePart {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

/** The parts that are not multipart themselves. */
function leavesOf(part: MimePart, depth = 0): MimePart[] {
  const type = part.headers.get('content-type') ?? '';
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!/^multipart\//i.test(type) || name === undefined || depth > 5) return [part];
  const [, ...pieces] = `\r\n${part.body}`.split(`\n--${name}`);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(partOf(piece.replace(/^[^\n]*\n/, '')), depth + 1));
}

/** The bytes of a part by its transfer encoding (RFC 2045, 6). */
function bytesOf({ headers, body }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.replace(/\s+/g, ''), 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

/** The bytes of the page in UTF-8, if its header names another encoding that is known. */
function inUtf8(page: MimePart): Uint8Array {
  const bytes = bytesOf(page);
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(page.headers.get('content-type') ?? '')?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
  } catch {
    return bytes;
  }
}

/** The pictures by the names that the page may use: whole address, address relative to the page, content id. */
function picturesOf(parts: readonly MimePart[], page: MimePart): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  const base = page.headers.get('content-location') ?? '';
  const folder = base.slice(0, base.lastIndexOf('/') + 1);
  for (const part of parts) {
    if (!/^image\//i.test(part.headers.get('content-type') ?? '')) continue;
    const bytes = bytesOf(part);
    const location = part.headers.get('content-location');
    const id = part.headers.get('content-id')?.replace(/^<|>$/g, '');
    if (id !== undefined) pictures.set(`cid:${id}`, bytes);
    if (location === undefined) continue;
    pictures.set(location, bytes);
    if (folder !== '' && location.startsWith(folder)) pictures.set(location.slice(folder.length), bytes);
  }
  return pictures;
}
