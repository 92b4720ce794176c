/** Unpacks the formats that are zip archives: .docx, .xlsx, .odt, .ofd. */
import { strFromU8, unzipSync } from 'fflate';
import { ImportError } from './import-error.ts';

/** The maximum unpacked size of a file: a small file can claim any size. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const ENCRYPTED_FLAG = 1;

/** The names of the parts by the directory of the archive; undefined if it is no whole archive. */
export function zipPartNames(bytes: Uint8Array): string[] | undefined {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return names;
}

/** The parts by name, with `/` between folders and none at the start. Throws ImportError for a damaged or too large archive. */
export function unzipParts(bytes: Uint8Array, fileName: string): Map<string, Uint8Array> {
  if (isEncrypted(bytes)) throw new ImportError(`${fileName} 设了密码。请打开它，去掉密码，再导入。`);
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize, name }) => {
        unpacked += originalSize;
        if (unpacked > MAX_UNPACKED_BYTES) throw new RangeError('too large');
        return !name.endsWith('/');
      },
    });
    return new Map(
      Object.entries(parts).map(([name, part]) => [name.replace(/\\/g, '/').replace(/^\/+/, ''), part]),
    );
  } catch {
    const why = unpacked > MAX_UNPACKED_BYTES ? '解开以后太大' : '坏了，解不开';
    throw new ImportError(`${fileName} ${why}。请用 Word 或 WPS 打开，另存一份再导入。`);
  }
}

/** A part as text; undefined without it. */
export function zipPartText(parts: ReadonlyMap<string, Uint8Array>, name: string): string | undefined {
  const part = parts.get(name);
  return part && strFromU8(part).replace(/^\uFEFF/, '');
}

/** Whether the first part is encrypted, by the flag in its local header (APPNOTE 4.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[6] ?? 0) & ENCRYPTED_FLAG) === 1;
}
