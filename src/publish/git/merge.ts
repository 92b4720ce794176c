/**
 * Merges two lines of commits as `git merge` does, without a work tree: a push that came second is merged with what was
 * published in the meantime. A merge, not a rebase: the pushed commits stay in the history, so the editor's next `git pull` is
 * a fast-forward. Renames are not followed: they count as conflicts.
 */
import { isUtf8 } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMIT_AUTHOR_ENV } from './repository.ts';
import { readBlob, runGit } from './run-git.ts';

/** Why a file cannot be merged. */
export type ConflictKind = 'both changed' | 'deleted there' | 'deleted here';

/** A file that both sides changed. */
export interface MergeConflict {
  path: string;
  kind: ConflictKind;
  /** The conflicting lines of both sides; none for binary files. */
  hunks: readonly { published: readonly string[]; pushed: readonly string[] }[];
}

/** Merges the texts of a file that both sides changed; undefined leaves it to git. */
export type MergeText = (
  path: string,
  texts: { base: string; published: string; pushed: string },
) => string | undefined;

export type MergeResult = { commit: string } | { conflicts: MergeConflict[] };

export interface MergeOptions {
  /** The merge base. */
  base: string;
  /** The commit of the branch. */
  published: string;
  /** The commit that was pushed. */
  pushed: string;
  /** An empty folder for temporary files. */
  work: string;
  mergeText: MergeText;
}

/** The merge commit, or the files in conflict. Throws PublishError if git fails. */
export function mergeCommits(gitDir: string, options: MergeOptions): MergeResult {
  const { base, published, pushed, work, mergeText } = options;
  mkdirSync(work, { recursive: true });
  const env = { GIT_INDEX_FILE: join(work, 'index') };
  runGit(gitDir, ['read-tree', '-i', '-m', '--aggressive', base, published, pushed], { env });
  const conflicts: MergeConflict[] = [];
  for (const file of unmergedFiles(gitDir, env)) {
    const merged = mergeFile(gitDir, file, work, mergeText);
    if ('conflict' in merged) {
      conflicts.push(merged.conflict);
      continue;
    }
    const blob = runGit(gitDir, ['hash-object', '-w', '--stdin'], { input: merged.bytes }).out.trim();
    const entries = [`0 ${'0'.repeat(blob.length)}\t${file.path}`, `${merged.mode} ${blob}\t${file.path}`];
    runGit(gitDir, ['update-index', '-z', '--index-info'], { env, input: `${entries.join('\0')}\0` });
  }
  if (conflicts.length > 0) return { conflicts };
  const tree = runGit(gitDir, ['write-tree'], { env }).out.trim();
  const parents = ['-p', published, '-p', pushed];
  const commit = runGit(gitDir, ['commit-tree', tree, ...parents, '-m', '合上同时推来的修改'], {
    env: COMMIT_AUTHOR_ENV,
  });
  return { commit: commit.out.trim() };
}

/** A file with its blobs in the merge base, on the branch and in the push. */
interface Unmerged {
  path: string;
  stages: Partial<Record<1 | 2 | 3, { mode: string; blob: string }>>;
}

function unmergedFiles(gitDir: string, env: Record<string, string>): Unmerged[] {
  const files = new Map<string, Unmerged>();
  for (const entry of runGit(gitDir, ['ls-files', '-u', '-z'], { env }).out.split('\0')) {
    const [, mode = '', blob = '', stage = '', path = ''] =
      /^(\d+) ([0-9a-f]+) ([123])\t(.*)$/s.exec(entry) ?? [];
    if (path === '') continue;
    const file = files.get(path) ?? { path, stages: {} };
    file.stages[Number(stage) as 1 | 2 | 3] = { mode, blob };
    files.set(path, file);
  }
  return [...files.values()];
}

type MergedFile = { mode: string; bytes: Buffer } | { conflict: MergeConflict };

function mergeFile(
  gitDir: string,
  { path, stages: { 1: base, 2: published, 3: pushed } }: Unmerged,
  work: string,
  mergeText: MergeText,
): MergedFile {
  const refuse = (kind: ConflictKind, hunks: MergeConflict['hunks'] = []) => ({
    conflict: { path, kind, hunks },
  });
  if (published === undefined) return refuse('deleted there');
  if (pushed === undefined) return refuse('deleted here');
  const read = (stage: typeof base) => (stage === undefined ? Buffer.of() : readBlob(gitDir, stage.blob));
  const versions = { base: read(base), published: read(published), pushed: read(pushed) };
  const isText = Object.values(versions).every((bytes) => isUtf8(bytes) && !bytes.includes(0));
  if (published.mode !== pushed.mode || !isText) return refuse('both changed');
  const texts = {
    base: `${versions.base}`,
    published: `${versions.published}`,
    pushed: `${versions.pushed}`,
  };
  const merged = mergeText(path, texts);
  if (merged !== undefined) return { mode: published.mode, bytes: Buffer.from(merged) };
  for (const [name, bytes] of Object.entries(versions)) writeFileSync(join(work, name), bytes);
  const names = ['published', 'base', 'pushed'].map((name) => join(work, name));
  // The exit code is the number of conflicts, at most 127.
  const answers = Array.from({ length: 128 }, (_, count) => count);
  const { code, out } = runGit(gitDir, ['merge-file', '-p', '-q', '--no-diff3', ...names], { answers });
  if (code > 0) return refuse('both changed', parseHunks(out));
  return { mode: published.mode, bytes: Buffer.from(out) };
}

/** The conflict hunks of a merged text. */
function parseHunks(text: string): MergeConflict['hunks'] {
  return Array.from(
    text.matchAll(/^<{7} .*\n([\s\S]*?)^={7}\r?\n([\s\S]*?)^>{7} .*$/gm),
    ([, published = '', pushed = '']) => ({
      published: splitLines(published),
      pushed: splitLines(pushed),
    }),
  );
}

const splitLines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');
