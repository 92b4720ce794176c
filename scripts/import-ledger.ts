/**
 * Remembers which files were imported, by the digest of their bytes, in `.imports.yml` of the content folder: it goes with the content
 * through git, so that a colleague's second run does only what is new as well. The reader of the content skips names with a dot.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Settings } from '../src/settings.ts';
import { UsageError } from './usage-error.ts';

const LEDGER_NAME = '.imports.yml';
const HEAD =
  '# 导入过的原文件，mingbai import 自己写的，请一起提交。要重新导入一个，就删掉它的几行和它的草稿。\n';

interface LedgerEntry {
  sha256: string;
  from: string;
  to: string[];
}

export interface ImportLedger {
  /** The files that the same bytes became; undefined if they are new. */
  find(bytes: Uint8Array): LedgerEntry | undefined;
  /** Whether another version of a file of this name was imported. */
  hasName(from: string): boolean;
  /** Writes an entry at once, so that a run that is stopped goes on where it was. */
  add(bytes: Uint8Array, from: string, to: readonly string[]): void;
}

/** Opens the ledger of a content folder; throws UsageError if somebody broke it. */
export function openImportLedger(contentDir: string): ImportLedger {
  const path = join(contentDir, LEDGER_NAME);
  const entries = readEntries(path);
  const byDigest = new Map(entries.map((entry) => [entry.sha256, entry]));
  const names = new Set(entries.map(({ from }) => from));
  return {
    find: (bytes) => byDigest.get(digestOf(bytes)),
    hasName: (from) => names.has(from),
    add(bytes, from, to) {
      const entry = { sha256: digestOf(bytes), from, to: [...to] };
      appendFileSync(path, (existsSync(path) ? '' : HEAD) + stringify([entry], { lineWidth: 0 }));
      byDigest.set(entry.sha256, entry);
      names.add(from);
    },
  };
}

/** Paths below the content folder of files as an editor names them: the folder is elsewhere on another machine. */
export const inContent = (
  files: readonly string[],
  { contentName }: Pick<Settings, 'contentName'>,
): string[] => files.map((file) => file.slice(contentName.length + 1));

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function readEntries(path: string): LedgerEntry[] {
  if (!existsSync(path)) return [];
  try {
    const read: unknown = parse(readFileSync(path, 'utf8')) ?? [];
    if (Array.isArray(read) && read.every(isEntry)) return read;
  } catch {
    // The message below says what to do.
  }
  throw new UsageError(`${LEDGER_NAME} 坏了，看不出哪些文件导入过。请用 git 恢复它，或者删掉它。`);
}

function isEntry(value: unknown): value is LedgerEntry {
  const { sha256, from, to } = (value ?? {}) as Partial<LedgerEntry>;
  return typeof sha256 === 'string' && typeof from === 'string' && Array.isArray(to);
}
