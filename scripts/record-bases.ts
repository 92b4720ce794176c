/** Writes what the bases of a site say where the site says something else, so that `check` can tell when that changes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BASE_RECORDS,
  baseRecordsText,
  type ChangedFile,
  readBaseRecords,
  withSeen,
} from '../src/corpus/index.ts';
import type { BaseRecords } from '../src/schema/base-records.ts';
import type { Settings } from '../src/settings.ts';
import { writeFileAtomic } from '../src/write-file-atomic.ts';

/**
 * Records what the bases say now in the files of `isSeen`, and in the others what has no record yet. Returns whether the file changed; a file that
 * cannot be read is left alone.
 */
export function recordBases(
  { contentDir, contentName }: Pick<Settings, 'contentDir' | 'contentName'>,
  changed: readonly ChangedFile[],
  isSeen?: (file: ChangedFile) => boolean,
): boolean {
  const { records, diagnostics } = readBaseRecords(contentDir, contentName);
  if (diagnostics.length > 0) return false;
  const isEmpty = !existsSync(join(contentDir, BASE_RECORDS)) && changed.length === 0;
  return isEmpty ? false : writeRecords(contentDir, withSeen(records, changed, isSeen));
}

/** Writes bases.yml of a content folder; returns whether it changed. */
export function writeRecords(contentDir: string, records: BaseRecords): boolean {
  const path = join(contentDir, BASE_RECORDS);
  const text = baseRecordsText(records);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  writeFileAtomic(path, text);
  return true;
}
