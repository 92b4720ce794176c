/**
 * The history of the content from git: one `git log` for all files, one `git cat-file` for the versions that differ. Without
 * git or a repository the history is empty. Only changes count: adding a file is its publication, and the oldest
 * commit of a shallow clone adds everything.
 */
import { hash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { beijingNow, dayOf } from '../documents/dates.ts';
import {
  type Change,
  type ContentHistory,
  changedFields,
  type FieldChange,
  isWatched,
  MAX_LISTED_CHANGES,
  type Revision,
} from '../documents/history.ts';
import { type CollectionName, collectionNames } from '../schema/collection-name.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type HistorySource, readRawLog, repositoryOf, runGit } from './git-log.ts';
import type { Cache } from './parse-cache.ts';
import { readYaml } from './yaml-source.ts';

/** A change of a file as git lists it. */
interface FileChange {
  key: string;
  collection: CollectionName;
  day: string;
  why: string;
  /** The blobs before and after. */
  blobs: [string, string];
}

/** The differences between two versions of a file, by their blobs, which never change. */
export type ChangeCache = Cache<FieldChange[]>;

const NO_CACHE: ChangeCache = { get: () => undefined, set: () => undefined };

/** The last changes of every file; empty if git has none. Throws if git fails. `cache` holds the differences found by earlier builds. */
export async function readHistory(source: HistorySource, cache = NO_CACHE): Promise<ContentHistory> {
  const log = await readRawLog(source);
  const listed = log === undefined ? [] : readLog(log, MAX_LISTED_CHANGES);
  const unknown: FileChange[] = [];
  const changes = new Map<FileChange, FieldChange[]>();
  for (const each of listed) {
    const fields = isWatched(each.collection) ? cache.get(keyOf(each)) : [];
    if (fields === undefined) unknown.push(each);
    else changes.set(each, fields);
  }
  const texts = unknown.length === 0 ? new Map() : await readBlobs(source, unknown);
  for (const each of unknown) {
    const [before, after] = each.blobs;
    const fields = changesBetween(each.collection, texts.get(before), texts.get(after));
    cache.set(keyOf(each), fields);
    changes.set(each, fields);
  }
  const history: Record<string, Change[]> = {};
  for (const each of listed) {
    const { key, day, why } = each;
    history[key] = [...(history[key] ?? []), { day, why, fields: changes.get(each) ?? [] }];
  }
  return history;
}

/** Every change of every file, newest first; undefined without a repository or with a part of its history only. Throws if git fails. */
export async function readRevisions(source: HistorySource): Promise<Revision[] | undefined> {
  const log = await readRawLog(source);
  if (log === undefined) return undefined;
  const isShallow = await runGit([...repositoryOf(source), 'rev-parse', '--is-shallow-repository']);
  if (isShallow?.toString().trim() !== 'false') return undefined;
  return readLog(log, Number.POSITIVE_INFINITY).map(({ key, day }) => ({ key, day }));
}

function keyOf({ collection, blobs }: FileChange): string {
  return hash('sha256', [collection, ...blobs].join('\n'));
}

/** The texts of both versions of each change, by their blobs. */
async function readBlobs(source: HistorySource, listed: readonly FileChange[]): Promise<Map<string, string>> {
  const wanted = [...new Set(listed.flatMap(({ blobs }) => blobs))];
  return readBatch(
    (await runGit([...repositoryOf(source), 'cat-file', '--batch'], `${wanted.join('\n')}\n`, source)) ??
      Buffer.of(),
  );
}

/** The last `maxPerFile` changes of each file, by its current name: renames are followed from the newest commit to the oldest. */
export function readLog(text: string, maxPerFile: number): FileChange[] {
  // The current names of files by earlier ones.
  const presentNames = new Map<string, string>();
  const counts = new Map<string, number>();
  const listed: FileChange[] = [];
  for (const commit of text.split('\x01').slice(1)) {
    const [head = '', ...fields] = commit.split('\0');
    const [seconds = '', why = ''] = head.split('\x02');
    const day = dayOf(beijingNow(new Date(Number(seconds) * 1000)));
    for (const { status, path, newPath, blobs } of readEntries(fields)) {
      const present = presentNames.get(newPath) ?? newPath;
      if (status.startsWith('R')) presentNames.set(path, present);
      const entry = entryAt(present);
      const isChange = status === 'M' || (status.startsWith('R') && status !== 'R100');
      const count = counts.get(present) ?? 0;
      if (!entry || !isChange || count >= maxPerFile) continue;
      counts.set(present, count + 1);
      listed.push({ ...entry, day, why, blobs });
    }
  }
  return listed;
}

/** One file of a commit in the output of `git log --raw -z`. */
interface LogEntry {
  /** `M`, `A`, `R100` … */
  status: string;
  path: string;
  /** Differs from `path` in a rename or copy. */
  newPath: string;
  /** The blobs before and after. */
  blobs: [string, string];
}

/** The files of a commit: of each `:mode mode blob blob status`, its path, and of a rename or copy the new path. */
function readEntries(fields: readonly string[]): LogEntry[] {
  const entries: LogEntry[] = [];
  const rest = fields.values();
  const readPath = (): string => rest.next().value ?? '';
  for (const field of rest) {
    const [, , before = '', after = '', status = ''] = field.trim().split(' ');
    if (status === '') continue;
    const path = readPath();
    const newPath = /^[RC]/.test(status) ? readPath() : path;
    entries.push({ status, path, newPath, blobs: [before, after] });
  }
  return entries;
}

/** The collection and the key of a path below the content folder; undefined for any other file. */
function entryAt(path: string): { key: string; collection: CollectionName } | undefined {
  const collection = collectionNames.find((name) => path.startsWith(`${name}/`));
  if (collection === undefined) return undefined;
  return { collection, key: `${collection}/${basename(path, extname(path))}` };
}

/**
 * The watched fields that differ between the texts of two versions; a missing or broken version has none. Only fields whose text differs
 * are parsed: an edit changes one or two of twenty.
 */
export function changesBetween(
  collection: CollectionName,
  before: string | undefined,
  after: string | undefined,
): FieldChange[] {
  const [was, is] = [fieldTextsOf(collection, before), fieldTextsOf(collection, after)];
  const [inBefore, inAfter] = [new Set(was), new Set(is)];
  const fieldsOf = (texts: readonly string[]) => readYaml(texts.join(''), '').value;
  return changedFields(
    collection,
    fieldsOf(was.filter((text) => !inAfter.has(text))),
    fieldsOf(is.filter((text) => !inBefore.has(text))),
  );
}

/** The YAML of a version, split before each line that begins a field; indented lines and list entries belong to the field above. */
function fieldTextsOf(collection: CollectionName, text: string | undefined): string[] {
  const plain = text?.replace(/\r\n?/g, '\n') ?? '';
  const yaml = isDocumentCollection(collection) ? (splitFrontMatter(plain)?.yaml ?? '') : plain;
  return yaml.split(/^(?=[^\s#-])/m);
}

/** Parses the output of `git cat-file --batch`: a line with the id, kind and size, then that number of bytes. */
function readBatch(bytes: Buffer): Map<string, string> {
  const blobs = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const [id = '', kind, size] = bytes.toString('utf8', at, end).split(' ');
    const from = end + 1;
    at = from;
    if (kind !== 'blob') continue;
    blobs.set(id, bytes.toString('utf8', from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return blobs;
}
