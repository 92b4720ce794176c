/**
 * The bytes of all that a build depends on, hashed before anything is read or checked: content, folders public, bases, what git lists of them, our
 * code, and the day. The content is not parsed for that.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicFiles, RecordedInputs } from '../src/cache/build-records.ts';
import { type FolderEntry, readFolderEntries } from '../src/cache/folder-entries.ts';
import { openHashCache } from '../src/cache/hash-cache.ts';
import { readRawLog } from '../src/corpus/git-log.ts';
import type { Base } from '../src/corpus/index.ts';
import type { ContentHistory } from '../src/documents/history.ts';
import type { Settings } from '../src/settings.ts';
import { codeHash, commandHash } from './code-hash.ts';
import { baseHistorySource } from './history-sources.ts';
import { startTask } from './start-task.ts';

/** One of the folders with what a site is made from: the site's own, or those of a base. */
interface Level {
  content: FolderEntry[];
  public: FolderEntry[];
  /** What git lists of the content; none without history. */
  log: string | undefined;
}

/**
 * The inputs of a build with these settings, and with this history if it is known without git. Undefined if they are more than bytes (a link) or
 * cannot be read: the build itself reports that.
 */
export async function readBuildInputs(
  settings: Settings,
  history?: ContentHistory,
): Promise<RecordedInputs | undefined> {
  const { contentDir, publicDir, cacheDir, today } = settings;
  try {
    const isKnown = history !== undefined;
    const ownLog = isKnown ? undefined : startTask(() => readRawLog(settings));
    const hashes = openHashCache(join(cacheDir, 'public-hashes.json'), 'sha256');
    // Photographs are large and nobody edits them. Texts are read: the time of a file may be set.
    const hashPublic = (file: string) => hashes.getOrCompute(file, () => hashFile(file)).hash;
    const bases = await readBases(settings);
    const folders = [{ contentDir, publicDir }, ...(bases ?? [])].map((each) => ({
      dir: each.publicDir,
      public: readFolderEntries(each.publicDir, hashPublic),
      content: readFolderEntries(each.contentDir, hashFile),
    }));
    hashes.flush();
    const logs = [
      ownLog,
      ...(isKnown ? [] : (bases ?? [])).map((base) => startTask(() => readBaseLog(base, settings))),
    ];
    const levels: Level[] = [];
    const publicFiles: PublicFiles[] = [];
    for (const [at, { dir, content, public: files }] of folders.entries()) {
      if (content === undefined || files === undefined) return undefined;
      levels.push({ content, public: files, log: await logs[at] });
      publicFiles.push({ dir, hashes: new Map(files.filter(([, fileHash]) => fileHash !== '')) });
    }
    if (bases === undefined) return undefined;
    return { hash: hashInputs({ version: versionOfThis(), today, history, levels }), publicFiles };
  } catch {
    return undefined;
  }
}

/** The hash of inputs; `levels` has the site's own first. */
export function hashInputs(inputs: {
  version: string;
  today: string;
  history: ContentHistory | undefined;
  levels: readonly Level[];
}): string {
  const { version, today, history = null } = inputs;
  const levels = inputs.levels.map((level) => [level.content, level.public, level.log ?? null]);
  return hash('sha256', JSON.stringify([version, today, history, levels]));
}

/** A hash of our code and its packages, Node, and the kind of machine. */
function versionOfThis(): string {
  return `${codeHash()} ${commandHash()} ${process.platform} ${process.arch}`;
}

function hashFile(file: string): string {
  return hash('sha256', readFileSync(file));
}

/** The bases, the nearest first; undefined if one of them is wrong. */
async function readBases({
  contentDir,
  contentName,
  baseLimits,
  basesDir,
}: Settings): Promise<Base[] | undefined> {
  if (!mayHaveBase(contentDir)) return [];
  const { findBases } = await import('../src/corpus/bases/find-bases.ts');
  const { bases, diagnostics } = findBases(contentDir, contentName, { limits: baseLimits, basesDir });
  return diagnostics.length === 0 ? bases : undefined;
}

/** Whether site.yml has the word `extends` anywhere; in quotes it may be written with backslashes. Without it the reader of YAML need not be loaded. */
function mayHaveBase(contentDir: string): boolean {
  return /extends|\\/.test(readFileSync(join(contentDir, 'site.yml'), 'utf8'));
}

async function readBaseLog(base: Base, settings: Settings): Promise<string | undefined> {
  const source = baseHistorySource(base, settings);
  return source && readRawLog(source);
}
