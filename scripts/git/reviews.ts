/** The reviews of a repository: the address of each branch `review/NAME`, and their end with pages and branch. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '../../src/documents/dates.ts';
import {
  BRANCH,
  hasCommit,
  isAncestor,
  REVIEW_BRANCHES,
  readSiteFolder,
  runGit,
} from '../../src/publish/git/index.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { stateDir } from './state-dir.ts';

type Say = (line: string) => void;

/** The folder of the reviews beside the releases, and below the site's address; no slug begins with an underscore. */
export const REVIEW_FOLDER = '_review';
/** A review takes days, and its address shall not be found years later. */
export const MAX_REVIEW_DAYS = 30;

/** The address of a review by the name of its branch. */
export interface Review {
  name: string;
  id: string;
  /** When it was pushed last, ISO 8601. */
  pushed: string;
}

/** The folder of a review's pages. */
export const reviewFolder = (gitDir: string, { id }: Pick<Review, 'id'>): string =>
  join(readSiteFolder(gitDir), REVIEW_FOLDER, id);

const reviewsFile = (gitDir: string) => join(stateDir(gitDir), 'reviews.json');

export function readReviews(gitDir: string): Review[] {
  const file = reviewsFile(gitDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Review[]) : [];
}

const writeReviews = (gitDir: string, reviews: readonly Review[]): void =>
  writeFileAtomic(reviewsFile(gitDir), JSON.stringify(reviews));

/** Records a review in place of the one of its name. */
export function writeReview(gitDir: string, review: Review): void {
  writeReviews(gitDir, [...readReviews(gitDir).filter(({ name }) => name !== review.name), review]);
}

/** Removes the pages and the branch of a review. */
export function removeReview(gitDir: string, name: string): void {
  const reviews = readReviews(gitDir);
  const review = reviews.find((each) => each.name === name);
  if (review !== undefined) rmSync(reviewFolder(gitDir, review), { recursive: true, force: true });
  runGit(gitDir, ['update-ref', '-d', `${REVIEW_BRANCHES}${name}`]);
  writeReviews(
    gitDir,
    reviews.filter((each) => each !== review),
  );
}

/**
 * Removes the reviews that expired, whose commits are published, or whose branch is gone, except that of `except`; then the pages and the branches
 * that no record names, of an interrupted push. The caller holds the lock of the repository.
 */
export function removeEndedReviews(gitDir: string, say: Say, except?: string): void {
  for (const { name, pushed } of readReviews(gitDir)) {
    if (name === except) continue;
    const branch = `${REVIEW_BRANCHES}${name}`;
    const isExpired = Date.now() - Date.parse(pushed) >= MAX_REVIEW_DAYS * DAY_MS;
    if (!isExpired && hasCommit(gitDir, branch) && !isAncestor(gitDir, branch, BRANCH)) continue;
    removeReview(gitDir, name);
    if (isExpired) say(`送审的 ${name} 满 ${MAX_REVIEW_DAYS} 天了，网页撤掉了。`);
  }
  removeUnrecorded(gitDir);
}

function removeUnrecorded(gitDir: string): void {
  const reviews = readReviews(gitDir);
  const folder = join(readSiteFolder(gitDir), REVIEW_FOLDER);
  for (const id of existsSync(folder) ? readdirSync(folder) : [])
    if (!reviews.some((review) => review.id === id))
      rmSync(join(folder, id), { recursive: true, force: true });
  const refs = runGit(gitDir, ['for-each-ref', '--format=%(refname)', REVIEW_BRANCHES]).out;
  for (const ref of refs.split('\n').filter(Boolean))
    if (!reviews.some(({ name }) => ref === `${REVIEW_BRANCHES}${name}`))
      runGit(gitDir, ['update-ref', '-d', ref]);
}
