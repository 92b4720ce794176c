/** Detects active content in a PDF: scripts, programs, attached files (ISO 32000-1). */
import { inflateSync } from 'node:zlib';

const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** An object stream has no images: a larger one is a decompression bomb. */
const MAX_OBJECT_BYTES = 50_000_000;

/** Whether any object of an unencrypted PDF, also in object streams, is active. */
export function isActivePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let at = 0;
  for (;;) {
    const begin = text.indexOf('stream', at);
    const objects = text.slice(at, begin < 0 ? undefined : begin);
    if (ACTIVE.test(withPlainNames(objects))) return true;
    if (begin < 0) return false;
    const from = begin + (text.startsWith('\r\n', begin + 6) ? 8 : 7);
    const end = text.indexOf('endstream', from);
    if (end < 0) return false;
    const isOfObjects = /\/ObjStm(?![A-Za-z0-9])/.test(withPlainNames(objects.slice(-2_000)));
    if (isOfObjects && ACTIVE.test(withPlainNames(inflated(bytes.subarray(from, end))))) return true;
    at = end + 'endstream'.length;
  }
}

/** Decodes `#4A` in names. */
function withPlainNames(text: string): string {
  return text.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_OBJECT_BYTES, finishFlush: 2 }).toString('latin1');
  } catch {
    // Encrypted, or another filter: no script can be read here.
    return '';
  }
}
