/** The allow-list of files in the folder public, by name and by content, because a server or a browser may use either. */
import { basename, extname } from 'node:path';
import { pictureFormats } from './clean-picture.ts';
import { isActivePdf } from './pdf.ts';
import { officeFault, zipEntries } from './zip-files.ts';

/** Why the content does not fit the name, in Chinese, without a full stop; undefined if it fits. */
type Test = (bytes: Uint8Array) => string | undefined;

const WRONG_CONTENT = '里面不是这种文件，是改了后缀的';

/** Content that begins with a signature, a byte per letter; `.` matches any. */
function startsWithBytes(...signatures: readonly string[]): Test {
  const isBeginning = (bytes: Uint8Array, signature: string) =>
    bytes.length >= signature.length &&
    Array.from(signature).every((letter, at) => letter === '.' || bytes[at] === letter.charCodeAt(0));
  return (bytes) =>
    signatures.some((signature) => isBeginning(bytes, signature)) ? undefined : WRONG_CONTENT;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A text of any encoding: no control characters, not the beginning of a web page. */
function text(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)) return WRONG_CONTENT;
  const start = Buffer.from(bytes.subarray(0, 1_000))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  return /^\s*<[!?/a-z]/i.test(start) ? '里面是网页代码' : undefined;
}

function textThat(isRight: (text: string) => boolean): Test {
  return (bytes) => {
    try {
      return isRight(decoder.decode(bytes)) ? text(bytes) : WRONG_CONTENT;
    } catch {
      return '不是 UTF-8 编码的';
    }
  };
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function pdf(bytes: Uint8Array): string | undefined {
  return (
    startsWithBytes('%PDF-')(bytes) ?? (isActivePdf(bytes) ? '里面有会自己运行的程序或夹带的文件' : undefined)
  );
}

function office(folder: string): Test {
  return (bytes) => {
    const entries = zipEntries(bytes);
    return entries === undefined ? WRONG_CONTENT : officeFault(entries, folder);
  };
}

/** Older Office files and those of WPS, which use the old container or the new one. */
function oldOffice(folder: string): Test {
  return (bytes) => {
    if (bytes[0] === 0x50) return office(folder)(bytes);
    if (startsWithBytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')(bytes) !== undefined) return WRONG_CONTENT;
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const hasMacros = ['_VBA_PROJECT', 'VBA\0'].some((name) =>
      content.includes(Buffer.from(name, 'utf16le')),
    );
    return hasMacros ? '里面有宏（程序）' : undefined;
  };
}

function ofd(bytes: Uint8Array): string | undefined {
  const entries = zipEntries(bytes);
  return entries?.some(({ name }) => name === 'OFD.xml') ? undefined : WRONG_CONTENT;
}

function zip(bytes: Uint8Array): string | undefined {
  const entries = zipEntries(bytes);
  if (entries === undefined) return '打不开，或者里面的东西太多';
  for (const entry of entries) {
    const ending = extname(entry.name).toLowerCase();
    const isOdd = /[\\\p{Cc}]|^\/|(?:^|\/)\.\.(?:\/|$)/u.test(entry.name);
    const test = isOdd || ending === '.zip' ? undefined : tests[ending];
    if (test === undefined) return `里面有不能放的文件「${entry.name}」`;
    const fault = test(entry.bytes);
    if (fault !== undefined) return `里面的「${entry.name}」${fault}`;
  }
  return undefined;
}

/** Images and drawings are parsed elsewhere (clean-picture.ts, drawing.ts). */
const readElsewhere: Test = () => undefined;

/** By lower-case file extension. */
const tests: Readonly<Record<string, Test>> = {
  ...Object.fromEntries(Object.keys(pictureFormats).map((ending) => [ending, readElsewhere])),
  '.svg': readElsewhere,
  '.ico': startsWithBytes('\0\0\x01\0'),
  '.pdf': pdf,
  '.ofd': ofd,
  '.docx': office('word'),
  '.xlsx': office('xl'),
  '.pptx': office('ppt'),
  '.doc': oldOffice('word'),
  '.xls': oldOffice('xl'),
  '.ppt': oldOffice('ppt'),
  '.wps': oldOffice('word'),
  '.et': oldOffice('xl'),
  '.dps': oldOffice('ppt'),
  '.txt': text,
  '.csv': text,
  '.srt': text,
  '.lrc': text,
  '.json': textThat(isJson),
  '.geojson': textThat(isJson),
  '.ics': textThat((value) => /^\uFEFF?BEGIN:VCALENDAR\s/.test(value)),
  '.vtt': textThat((value) => /^\uFEFF?WEBVTT(?:\s|$)/.test(value)),
  '.mp3': startsWithBytes('ID3', '\xff\xfb', '\xff\xfa', '\xff\xf3', '\xff\xf2', '\xff\xe3', '\xff\xe2'),
  '.m4a': startsWithBytes('....ftyp'),
  '.aac': startsWithBytes('\xff\xf1', '\xff\xf9'),
  '.amr': startsWithBytes('#!AMR'),
  '.ogg': startsWithBytes('OggS'),
  '.oga': startsWithBytes('OggS'),
  '.opus': startsWithBytes('OggS'),
  '.wav': startsWithBytes('RIFF....WAVE'),
  '.flac': startsWithBytes('fLaC'),
  '.mp4': startsWithBytes('....ftyp'),
  '.m4v': startsWithBytes('....ftyp'),
  '.webm': startsWithBytes('\x1a\x45\xdf\xa3'),
  '.woff2': startsWithBytes('wOF2'),
  '.woff': startsWithBytes('wOFF'),
  '.zip': zip,
};

/** The extensions that a message names; the others are variants of them. */
export const NAMED_ENDINGS =
  '图片 .jpg .png .webp .gif .svg，文件 .pdf .docx .xlsx .pptx .txt .csv，录音 .mp3 .m4a';

/** Created by systems and editors in folders that they open; never published. */
const SYSTEM_FILES =
  /^(?:\.DS_Store|\._.{0,250}|Thumbs\.db|desktop\.ini|\.gitkeep|\.gitignore|\.gitattributes|~\$.{0,250})$/i;

/** Whether a file was created by the system: it is neither published nor reported. */
export function isSystemFile(address: string): boolean {
  return SYSTEM_FILES.test(basename(address));
}

/** A token by which search engines and payment services verify the owner of a site. */
const TOKEN = /^(?:google-site-verification:\s?)?[\w.:=~-]{1,300}\s{0,9}$/;
const BING =
  /^\s{0,9}<\?xml version="1\.0"\?>\s{0,9}<users>\s{0,9}<user>\w{1,100}<\/user>\s{0,9}<\/users>\s{0,9}$/;

/** Files that services request: nothing but a token, JSON, or a host name. */
function isForServices(address: string, bytes: Uint8Array): boolean {
  if (bytes.length > 50_000) return false;
  const content = Buffer.from(bytes).toString('latin1');
  if (/^\/[\w.-]+\.html?$/i.test(address)) return TOKEN.test(content);
  if (address === '/BingSiteAuth.xml') return BING.test(content);
  if (address === '/.nojekyll') return bytes.length === 0;
  if (address === '/CNAME') return /^[\w.-]{1,253}\s{0,9}$/.test(content);
  if (/^\/\.well-known\/(?:[\w-]+\/)*[\w-]+$/.test(address)) {
    return TOKEN.test(content) || textThat(isJson)(bytes) === undefined;
  }
  return false;
}

/** Whether a file may be in the folder public, or why not. */
export type FileKind =
  | { isAllowed: true }
  /** Not on the list. */
  | { isAllowed: false; why: 'unlisted' }
  /** On the list by name, but with other content; the fault in Chinese, without a full stop. */
  | { isAllowed: false; why: 'other-bytes'; fault: string };

/** Classifies the file at this address by name and content. */
export function classifyFile(address: string, bytes: Uint8Array): FileKind {
  const ending = extname(address).toLowerCase();
  const test = Object.hasOwn(tests, ending) ? tests[ending] : undefined;
  if (test === undefined) {
    return isForServices(address, bytes) ? { isAllowed: true } : { isAllowed: false, why: 'unlisted' };
  }
  const fault = test(bytes);
  return fault === undefined ? { isAllowed: true } : { isAllowed: false, why: 'other-bytes', fault };
}

/** Image formats that browsers do not show, with their names for messages. */
export const unsupportedPictures: Readonly<Record<string, string>> = {
  '.heic': 'HEIC',
  '.heif': 'HEIF',
  '.hif': 'HEIF',
  '.tif': 'TIFF',
  '.tiff': 'TIFF',
  '.bmp': 'BMP',
  '.jfif': 'JFIF',
  '.jxl': 'JPEG XL',
  '.dng': 'RAW',
  '.psd': 'PSD',
};

/** Not allowed in file names, which occur in URLs, logs and other file systems. */
const ODD_NAME =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD\\"'`<>|*?#%&;$]|(?:^|\/)[ .-](?!well-known\/|nojekyll$)|[ .](?:\/|$)|\s\s/u;

/** Whether a path works on every server, phone and system. */
export function isPlainName(address: string): boolean {
  return !ODD_NAME.test(address.slice(1)) && address.length <= 200 && !address.includes('//');
}
