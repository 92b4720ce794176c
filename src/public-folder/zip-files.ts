/** Reads zips and files that are zips inside: Word, Excel, PowerPoint, OFD. */
import { unzipSync } from 'fflate';

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/** A larger zip is a decompression bomb. */
const MAX_UNPACKED_BYTES = 300_000_000;
const MAX_ENTRIES = 5_000;

/** The files in a zip; undefined if it is none, damaged or too large. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  let [total, count] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        if (total > MAX_UNPACKED_BYTES || count > MAX_ENTRIES) throw new RangeError('Too much in a zip.');
        return true;
      },
    });
    return Object.entries(files)
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => ({ name, bytes: content }));
  } catch {
    // fflate throws several kinds of errors; each means that the zip cannot be read.
    return undefined;
  }
}

/** Entries that run code: macros, controls, embedded programs. */
const EXECUTABLE_ENTRY = /(?:^|\/)(?:vba\w*\.(?:bin|xml)|activeX\/|macrosheets\/|customUI\/)/i;

/** Why an Office file with these entries is refused, in Chinese; undefined if it is permitted. `folder` is `word`, `xl` or `ppt`. */
export function officeFault(entries: readonly ZipEntry[], folder: string): string | undefined {
  if (!entries.some(({ name }) => name.startsWith(`${folder}/`))) return '里面不是这种文件';
  for (const { name, bytes } of entries) {
    if (EXECUTABLE_ENTRY.test(name)) return '里面有宏（程序）';
    if (name === '[Content_Types].xml' && /macroEnabled|activeX/i.test(textOf(bytes)))
      return '里面有宏（程序）';
    // Opening the file downloads an external template with its macros.
    if (/\.rels$/i.test(name) && fetchesMore(textOf(bytes))) return '打开时会去别的网站取东西';
  }
  return undefined;
}

function fetchesMore(relations: string): boolean {
  return relations
    .split('<Relationship')
    .some(
      (relation) =>
        /TargetMode\s{0,9}=\s{0,9}["']External/i.test(relation) &&
        /\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath|control|package)["']/i.test(
          relation,
        ),
    );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
