/**
 * A push to the branch `review/NAME` is built as a whole site below an address that nobody can guess, for the people who review it. The live site
 * is not touched. The next push of the name takes the place of the one before, at the same address; removing the branch removes it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../../src/cache/list-files.ts';
import { readSite } from '../../src/corpus/site-files.ts';
import { OWN_FOLDER, ownFiles, withBand } from '../../src/desk/draft-page.ts';
import { applyEdits } from '../../src/desk/edit-document.ts';
import { type Diagnostic, formatDiagnostic, hasErrors } from '../../src/documents/diagnostic.ts';
import {
  mergeBase,
  NO_COMMIT,
  REVIEW_BRANCHES,
  readHead,
  runGit,
  type Update,
  type UpdateResult,
} from '../../src/publish/git/index.ts';
import { removeInBackground } from '../../src/publish/index.ts';
import type { Settings } from '../../src/settings.ts';
import { qrMatrix } from '../../src/share/qr.ts';
import { buildSite } from '../build-site.ts';
import { removeTempDir } from '../temp-dir.ts';
import { changedFiles } from './changed-files.ts';
import { pageAddresses } from './page-addresses.ts';
import { pushedContent } from './pushed-content.ts';
import {
  MAX_REVIEW_DAYS,
  REVIEW_FOLDER,
  type Review,
  readReviews,
  removeEndedReviews,
  removeReview,
  reviewFolder,
  writeReview,
} from './reviews.ts';

type Say = (line: string) => void;

const MAX_PRINTED_FINDINGS = 20;
const BAND = '还没发布，只供看稿';

/** Builds or removes the review of a branch; returns the result for git. The caller holds the lock of the repository. */
export async function publishReview(
  gitDir: string,
  { from, to, branch }: Update,
  say: Say,
): Promise<UpdateResult> {
  const name = branch.slice(REVIEW_BRANCHES.length);
  const known = readReviews(gitDir).find((review) => review.name === name);
  removeEndedReviews(gitDir, say, name);
  if (NO_COMMIT.test(to)) {
    removeReview(gitDir, name);
    say('送审的网页撤掉了，网址打不开了。');
    return {};
  }
  const review = {
    name,
    id: known?.id ?? randomBytes(16).toString('base64url'),
    pushed: new Date().toISOString(),
  };
  const built = await buildReview(gitDir, to, review, say);
  if (built === undefined) return { refusal: '内容有错误，没有生成送审的网页' };
  // Recorded first: a folder without a record would stay for ever.
  writeReview(gitDir, review);
  runGit(gitDir, ['update-ref', branch, to, ...(NO_COMMIT.test(from) ? [] : [from])]);
  say(`送审的网页好了，${MAX_REVIEW_DAYS} 天以后失效；网站没有变。发给审的人，或者请他扫一扫：`);
  for (const address of built) say(address);
  for (const line of qrLines(built[0] ?? '')) say(line);
  return {};
}

/** Builds the review; returns the addresses of the changed documents in it, or undefined after printing the errors. */
async function buildReview(
  gitDir: string,
  commit: string,
  review: Review,
  say: Say,
): Promise<string[] | undefined> {
  const { folder, settings } = pushedContent(gitDir, commit);
  const target = reviewFolder(gitDir, review);
  const outDir = `${target}.new`;
  try {
    const head = readHead(gitDir);
    const changed = changedFiles(gitDir, head && mergeBase(gitDir, head, commit), commit);
    asPublished(folder, changed);
    const base = moveSite(settings, review);
    mkdirSync(join(outDir, '..'), { recursive: true });
    const { done, diagnostics } = await buildSite(
      { ...settings, outDir },
      { withAllRules: true, replaces: 'a site' },
    );
    printFindings(diagnostics, changed, say);
    if (!done) return undefined;
    markPages(outDir, new URL(base).pathname);
    rmSync(target, { recursive: true, force: true });
    renameSync(outDir, target);
    return pageAddresses(target, changed).map((address) => base.replace(/\/$/, '') + address);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
    removeTempDir(folder, removeInBackground);
  }
}

/** The changed documents as they will be published: drafts, and those that wait for their day, are what is reviewed. */
function asPublished(folder: string, changed: readonly string[]): void {
  for (const file of changed) {
    const path = join(folder, file);
    if (!/^content\/.+\.mdx$/.test(file) || !existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    try {
      writeFileSync(path, applyEdits(text, [{ path: ['draft'] }, { path: ['publishOn'] }]));
    } catch {
      // Fields that cannot be read are an error of the check.
    }
  }
}

/** Moves the site of a checkout to the address of the review; returns that. */
function moveSite({ contentDir, contentName }: Settings, { id }: Review): string {
  const file = join(contentDir, 'site.yml');
  const { url } = readSite(contentDir, contentName);
  const moved = `${url.replace(/\/$/, '')}/${REVIEW_FOLDER}/${id}/`;
  if (existsSync(file))
    writeFileSync(file, applyEdits(readFileSync(file, 'utf8'), [{ path: ['url'], value: moved }]));
  return moved;
}

function printFindings(diagnostics: readonly Diagnostic[], changed: readonly string[], say: Say): void {
  const relevant = diagnostics.filter(({ severity, file }) => severity === 'error' || changed.includes(file));
  for (const diagnostic of relevant.slice(0, MAX_PRINTED_FINDINGS)) say(formatDiagnostic(diagnostic));
  if (hasErrors(relevant)) say('有错误，没有生成送审的网页，网站没有变。请照上面说的改好，再推一次。');
}

/** Marks every page as not published and keeps it from search engines; without the offline copy, which would outlive the review. */
function markPages(folder: string, base: string): void {
  mkdirSync(join(folder, OWN_FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(ownFiles)) writeFileSync(join(folder, OWN_FOLDER, name), text);
  for (const file of listFilesRecursive(folder)) {
    if (/(?:^|\/)sw\.js$|\.(?:gz|br)$/.test(file)) rmSync(join(folder, file));
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(folder, file), 'utf8');
    const marked = withBand(html, { below: base, band: BAND, robots: 'noindex, nofollow' });
    writeFileSync(join(folder, file), marked);
  }
}

/** The code as text, two rows of modules in one line: black on white also on a dark terminal. */
export function qrLines(address: string): string[] {
  const rows = qrMatrix(address);
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) {
    const [upper = [], lower = []] = [rows[y], rows[y + 1]];
    // The white modules are the characters: a space is dark on a dark terminal.
    lines.push(upper.map((isBlack, x) => (isBlack ? (lower[x] ? ' ' : '▄') : lower[x] ? '▀' : '█')).join(''));
  }
  return lines;
}
