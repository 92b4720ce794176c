/** The files of a working tree as the desk lists them, with what git says of each. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { inheritModeOf } from '../../src/corpus/index.ts';
import type { DeskDocument, DocumentRow } from '../../src/desk/contract.ts';
import { isSingleFile, singleFiles } from '../../src/desk/single-files.ts';
import type { Documents } from '../../src/documents/document.ts';
import { isHeldBack } from '../../src/documents/held-back.ts';
import type { Settings } from '../../src/settings.ts';
import type { Git } from './git-workspace.ts';
import type { LocatedFile } from './locate.ts';

/** Characters at the beginning of a file that contain its fields. */
const MAX_FIELDS_LENGTH = 20_000;

/** The files as rows of the list. */
export async function rowsOf(
  files: readonly LocatedFile[],
  git: Git,
  { contentDir, today }: Settings,
  documents: Documents,
): Promise<DocumentRow[]> {
  const top = dirname(contentDir);
  const [only] = files;
  const marks = await changedFiles(git, files.length === 1 && only ? relative(top, only.path) : contentDir);
  return files.map(({ collection, slug, path }) => {
    const file = relative(top, path).split(sep).join('/');
    const mark = marks?.get(file);
    const isNew = marks === undefined || mark === '??' || mark?.startsWith('A') === true;
    const head = headOf(readFileSync(path, 'utf8'));
    const inherits = isSingleFile(collection) ? undefined : inheritModeOf(collection, head);
    const [, publishOn] = /^publishOn:[ \t]*['"]?(\d{4}-\d\d-\d\d)\b/m.exec(head) ?? [];
    const heldUntil = isHeldBack({ publishOn }, today) ? publishOn : undefined;
    const state = isDraft(head) ? 'draft' : isNew ? 'new' : mark === undefined ? 'published' : 'changed';
    const title = titleOf(documents, { collection, slug }) ?? typedTitle(head) ?? slug;
    const updated = statSync(path).mtime.toISOString();
    return {
      ...{ collection, slug, title, state, file, updated },
      ...(heldUntil && { heldUntil }),
      ...(inherits && { inherits }),
    };
  });
}

/** The marks of git for changed files, by their path from the folder around the content; undefined outside a repository. */
export async function changedFiles(git: Git, where: string): Promise<Map<string, string> | undefined> {
  const prefix = await git(['rev-parse', '--show-prefix']);
  const status = await git([
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--',
    where,
  ]);
  if (status.code !== 0) return undefined;
  // Git prints paths from the top of the repository.
  const before = prefix.out.toString('utf8').trim().length;
  const lines = status.out.toString('utf8').split('\0').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(3 + before), line.slice(0, 2)]));
}

/** The name of a document or record; undefined for one that is not complete enough to be read. */
export function titleOf(documents: Documents, { collection, slug }: DeskDocument): string | undefined {
  if (isSingleFile(collection)) return singleFiles[collection].title;
  const all = documents[collection] as unknown as Record<string, unknown>[];
  const found = all.find((entry) => (entry.slug ?? entry.id) === slug);
  const { title, name, term } = { ...found, ...(found?.data as object | undefined) } as Record<
    string,
    unknown
  >;
  const text = title ?? name ?? term;
  return text === undefined ? undefined : String(text);
}

/** The beginning of a text that contains its fields. */
const headOf = (text: string) => text.slice(0, MAX_FIELDS_LENGTH);

/** Whether a text is marked as a draft. */
export function isDraft(text: string): boolean {
  return /^draft:[ \t]*['"]?true\b/m.test(headOf(text));
}

/** The name in the text of such a file. */
export function typedTitle(text: string): string | undefined {
  return /^(?:title|name|term):[ \t]*['"]?([^'"#\n]*[^'"#\s])/m.exec(headOf(text))?.[1];
}
