/**
 * The record of a build: the files of the site and what was reported, by a hash of the bytes of all inputs. A build of the same inputs, also on
 * another host that has the caches, reads and checks nothing. A wrong record would publish a wrong site, so whatever is not certain is a miss.
 */
import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import type { PlacedFile } from './restore-files.ts';
import { isFileKey, isInsideSite, SITE_CACHES, type SiteCache } from './site-caches.ts';

/** In the place of a cache: the file has the bytes of that with the same path in a folder public; its key is the number of the folder. */
export const PUBLIC = 'public';

export type RecordedFile = PlacedFile<SiteCache | typeof PUBLIC>;

/** A record of which the report is still encrypted. */
export interface BuildRecord {
  files: RecordedFile[];
  /** Base64 of the encrypted report. */
  report: string;
}

/** The names of the caches from which a record may take files. */
const SOURCES: ReadonlySet<unknown> = new Set([...SITE_CACHES, PUBLIC]);

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The name of the record of inputs with the hash `inputs`; it does not tell that hash. */
export function recordKey(inputs: string): string {
  return hash('sha256', `build record\n${inputs}`);
}

/** The bytes of a record. Findings may quote drafts: only who has the inputs, and so their hash, can read the report. */
export function writeBuildRecord(inputs: string, files: readonly RecordedFile[], report: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, reportKey(inputs), nonce);
  const text = Buffer.concat([cipher.update(report, 'utf8'), cipher.final()]);
  const encrypted = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
  return Buffer.from(
    JSON.stringify({ files, report: encrypted } satisfies { files: unknown; report: string }),
  );
}

/** Reads a record; undefined if it is none, or names a file outside the site, the caches and the folders public. */
export function readBuildRecord(bytes: Uint8Array): BuildRecord | undefined {
  const { files, report } = parse(bytes);
  if (!Array.isArray(files) || files.length === 0 || typeof report !== 'string') return undefined;
  // Twice the same path would write through the link into a cache.
  if (!files.every(isRecordedFile) || new Set(files.map(([path]) => path)).size < files.length)
    return undefined;
  return { files, report };
}

/** The report of a record; undefined if it is of other inputs or damaged. */
export function readReport(inputs: string, { report }: BuildRecord): string | undefined {
  const bytes = Buffer.from(report, 'base64');
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, reportKey(inputs), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function parse(bytes: Uint8Array): { files?: unknown; report?: unknown } {
  try {
    return Object(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return {};
  }
}

function isRecordedFile(file: unknown): file is RecordedFile {
  if (!Array.isArray(file) || file.length !== 3) return false;
  const [path, source, key] = file as unknown[];
  if (typeof path !== 'string' || typeof key !== 'string') return false;
  return (
    isInsideSite(path) && SOURCES.has(source) && (source === PUBLIC ? /^\d{1,3}$/.test(key) : isFileKey(key))
  );
}

function reportKey(inputs: string): Buffer {
  return hash('sha256', `report\n${inputs}`, 'buffer');
}
