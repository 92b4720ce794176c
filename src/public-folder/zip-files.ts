/** Files that are zips inside: Word, Excel, PowerPoint and OFD, and zips themselves. Told by what they hold. */
import { unzipSync } from 'fflate';

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

/** What a zip may hold unpacked; more fills the memory of whoever opens it. */
const MAX_UNPACKED_BYTES = 300_000_000;
const MAX_ENTRIES = 5_000;

/** The files in a zip; undefined where it is none, is damaged, or unpacks to too much. */
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
    // fflate throws errors of several kinds; each means that the zip cannot be looked into.
    return undefined;
  }
}

/** Names of the parts that run something: macros, controls, programs that were put in as objects. */
const EXECUTABLE_ENTRY = /(?:^|\/)(?:vba\w*\.(?:bin|xml)|activeX\/|macrosheets\/|customUI\/)/i;

/** Why an office file of these entries is not taken, in Chinese; undefined where it is. `folder` is `word`, `xl` or `ppt`. */
export function officeFault(entries: readonly ZipEntry[], folder: string): string | undefined {
  if (!entries.some(({ name }) => name.startsWith(`${folder}/`))) return '里面不是这种文件';
  for (const { name, bytes } of entries) {
    if (EXECUTABLE_ENTRY.test(name)) return '里面有宏（程序）';
    if (name === '[Content_Types].xml' && /macroEnabled|activeX/i.test(textOf(bytes)))
      return '里面有宏（程序）';
    // A template elsewhere is fetched, with its macros, by whoever opens the file.
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
