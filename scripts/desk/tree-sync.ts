/**
 * Takes over what others published into a working tree with commits and unsaved work of its own: documents are joined field by field where git
 * alone would find a conflict. Nothing is changed unless all of it can be joined.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinLedgers } from '../../src/corpus/index.ts';
import type { PublishConflict } from '../../src/desk/contract.ts';
import { type MergedDocument, mergeDocuments } from '../../src/desk/merge-documents.ts';
import { withListField, withoutListField } from '../../src/desk/single-files.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { commitTree } from './commit-tree.ts';
import { gitText } from './git-text.ts';
import type { Git } from './git-workspace.ts';

/** Which side stays where both changed the same. */
export type Side = 'ours' | 'theirs';

export interface SyncOptions {
  /** Without it, a conflict changes nothing and is returned. */
  keep?: Side | undefined;
}

/** A file of a commit: undefined where there is none. */
interface TreeFile {
  mode: string;
  blob: string;
}

interface JoinedFile {
  path: string;
  file: TreeFile | undefined;
  /** The text for the working tree, if it has changes of its own. */
  unsaved?: string | undefined;
}

/** The commit of the published branch that was fetched last; undefined without one. */
export async function publishedCommit(git: Git): Promise<string | undefined> {
  const { code, out } = await git(['rev-parse', '--verify', '--quiet', '@{upstream}^{commit}']);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

/** Joins the fetched published branch into the tree; returns what both changed, and then nothing is changed. */
export async function joinPublished(git: Git, { keep }: SyncOptions = {}): Promise<PublishConflict[]> {
  const published = await publishedCommit(git);
  const head = await gitText(git, ['rev-parse', 'HEAD']);
  if (published === undefined || head === published) return [];
  const base = await gitText(git, ['merge-base', 'HEAD', published]);
  if (base === '' || base === published) return [];
  const [theirs, ours] = [await changes(git, base, published), await changes(git, base, head)];
  const conflicts: PublishConflict[] = [];
  const joined: JoinedFile[] = [];
  for (const [path, their] of theirs) {
    const own = ours.get(path);
    const file =
      own === undefined
        ? (their ?? undefined)
        : await joinFile(git, path, { base, own, their, keep, conflicts });
    joined.push({ path, file });
  }
  if (conflicts.length > 0) return conflicts;
  const root = await gitText(git, ['rev-parse', '--show-toplevel']);
  for (const each of joined) {
    const before = await readCommitted(git, head, each.path);
    const now = readFile(join(root, each.path));
    if (now === before) continue;
    const after = each.file && (await readBlob(git, each.file.blob));
    if (now === after) continue;
    const merged =
      now === undefined || after === undefined || !isText(each.path)
        ? undefined
        : mergeFile(each.path, before, now, after);
    // Unsaved work stays as it is: it is joined when it is published itself.
    if (merged === undefined || merged.conflicts.length > 0) return [];
    each.unsaved = merged.text;
  }
  const commit = base === head ? published : await mergeCommit(git, { head, published, joined });
  await writeFiles(git, root, joined, commit);
  await git(['update-ref', '-m', 'desk: join', 'HEAD', commit, head]);
  await git(['reset', '--quiet']);
  return [];
}

interface BothChanged {
  base: string;
  own: TreeFile | null;
  their: TreeFile | null;
  keep: Side | undefined;
  conflicts: PublishConflict[];
}

async function joinFile(git: Git, path: string, given: BothChanged): Promise<TreeFile | undefined> {
  const { base, own, their, keep, conflicts } = given;
  if (own?.blob === their?.blob) return their ?? undefined;
  const [was, ours, theirs] = [
    await readCommitted(git, base, path),
    own === null ? undefined : await readBlob(git, own.blob),
    their === null ? undefined : await readBlob(git, their.blob),
  ];
  if (!isText(path) || ours === undefined || theirs === undefined) {
    if (keep === undefined)
      conflicts.push({ file: path, conflicts: [{ path: [], base: was, ours, theirs }] });
    return (keep === 'ours' ? own : their) ?? undefined;
  }
  const ledger = path.endsWith('addresses.yml')
    ? joinLedgers({ base: was ?? '', published: theirs, pushed: ours })
    : undefined;
  const merged =
    ledger !== undefined
      ? { text: ledger, conflicts: [] }
      : keep === 'ours'
        ? mergeFile(path, was, theirs, ours)
        : mergeFile(path, was, ours, theirs);
  if (keep === undefined && merged.conflicts.length > 0)
    conflicts.push({ file: path, conflicts: merged.conflicts });
  const blob = await gitText(git, ['hash-object', '-w', '--stdin'], { input: merged.text });
  return { mode: their?.mode ?? '100644', blob };
}

const isText = (path: string): boolean => /\.(?:mdx|yml)$/.test(path);

/** Joins two versions of a file field by field; a file that is one list is joined as the value of one field. */
function mergeFile(path: string, base: string | undefined, ours: string, theirs: string): MergedDocument {
  const name = /(?:^|\/)content\/(\w+)\.yml$/.exec(path)?.[1] ?? '';
  const [from, own, other] = [base ?? '', ours, theirs].map((text) => withListField(name, text));
  const { text, conflicts } = mergeDocuments(from ?? '', own ?? '', other ?? '');
  return { text: withoutListField(name, text), conflicts };
}

async function mergeCommit(
  git: Git,
  { head, published, joined }: { head: string; published: string; joined: readonly JoinedFile[] },
): Promise<string> {
  const entries = joined.map(
    ({ path, file }) => `${file?.mode ?? '0'} ${file?.blob ?? '0'.repeat(40)}\t${path}\0`,
  );
  const tree = await withIndex(git, head, async (env) => {
    await git(['update-index', '-z', '--index-info'], { env, input: entries.join('') });
    return gitText(git, ['write-tree'], { env });
  });
  return commitTree(git, tree, [head, published], '合上别人发布的');
}

async function writeFiles(
  git: Git,
  root: string,
  joined: readonly JoinedFile[],
  commit: string,
): Promise<void> {
  const clean = joined.filter(({ file, unsaved }) => file !== undefined && unsaved === undefined);
  for (const { path, file, unsaved } of joined) {
    if (file === undefined) rmSync(join(root, path), { force: true });
    else if (unsaved !== undefined) writeFileAtomic(join(root, path), unsaved);
  }
  if (clean.length === 0) return;
  const input = clean.map(({ path }) => `${path}\0`).join('');
  await withIndex(git, commit, (env) =>
    git(['-C', root, 'checkout-index', '--force', '-z', '--stdin'], { env, input }),
  );
}

/** Works with an index of its own that has the files of a commit: that of the working tree stays as it is. */
export async function withIndex<T>(
  git: Git,
  commit: string,
  work: (env: { GIT_INDEX_FILE: string }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-join-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    await git(['read-tree', commit], { env });
    return await work(env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that differ between two commits, as the second has them; null if it has not. */
async function changes(git: Git, from: string, to: string): Promise<Map<string, TreeFile | null>> {
  const { out } = await git(['diff', '--raw', '-z', '--no-renames', '--no-abbrev', from, to]);
  const found = out.toString('utf8').matchAll(/:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\0([^\0]+)\0/g);
  return new Map(
    Array.from(found, ([, mode = '', blob = '', path = '']) => [
      path,
      mode === '000000' ? null : { mode, blob },
    ]),
  );
}

async function readCommitted(git: Git, commit: string, path: string): Promise<string | undefined> {
  const { code, out } = await git(['cat-file', 'blob', `${commit}:${path}`]);
  return code === 0 ? out.toString('utf8') : undefined;
}

async function readBlob(git: Git, blob: string): Promise<string> {
  return (await git(['cat-file', 'blob', blob])).out.toString('utf8');
}

const readFile = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
