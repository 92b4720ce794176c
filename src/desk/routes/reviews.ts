/** Sending drafts for review: by the push server where there is one, otherwise by the desk's own server. */
import { createHash } from 'node:crypto';
import { qrPath } from '../../share/qr.ts';
import { DeskError } from '../desk-error.ts';
import { type Review, reviewKey } from '../draft-addresses.ts';
import { draftPath } from '../draft-routes.ts';
import { readJson } from '../http.ts';
import { documentOf } from '../input.ts';
import { pageAddress } from '../page-address.ts';
import type { Route, RouteContext } from './route.ts';

/** The name of a branch, with what keeps the reviews of two editors apart. */
const MAX_SLUG_LENGTH = 40;
const HASH_LENGTH = 8;

export const reviewRoutes: Route[] = [
  { method: 'POST', path: 'review', answer: send },
  { method: 'POST', path: 'review/end', answer: end },
];

type ReviewContext = Pick<RouteContext, 'services' | 'drafts'>;

/**
 * The address for a reviewer, with its QR code as the path of an SVG. `answer` is what the push server said; without `url` from it the address is the
 * desk's own.
 */
async function send({ request, services, drafts, reviewOrigin }: RouteContext) {
  const documents = await documentsOf(request);
  for (const document of documents) {
    if ((await services.workspace.read(document)) === undefined)
      throw new DeskError(404, '没有这个文件，可能被删掉或者改名了。');
  }
  const [first] = documents;
  if (first === undefined) throw new DeskError(400, '没有说要送审哪一篇。');
  const { id } = drafts.addReview(documents, services.now());
  const branch = branchOf(id, first.slug);
  const sent = await services.workspace.review(documents, branch);
  if (sent?.url !== undefined) drafts.setBranch(id, branch);
  const url = sent?.url ?? `${reviewOrigin}${draftPath(id, pageAddress(first).slice(1))}`;
  const isLocal = /^http:\/\/(?:127\.|localhost|\[::1\])/.test(url);
  const refusal = sent?.url === undefined ? sent?.answer : undefined;
  return { url, qr: qrPath(url), isLocal, ...(refusal !== undefined && { refusal }) };
}

/** Ends the review of these documents: its address shows nothing any more. */
async function end({ request, services, drafts }: RouteContext) {
  const documents = await documentsOf(request);
  const isSame = (review: Review) => reviewKey(review.documents) === reviewKey(documents);
  for (const review of drafts.reviews(services.now()).filter(isSame))
    if (!(await endOne({ services, drafts }, review)))
      throw new DeskError(503, '现在连不上网站，还没有撤掉。连上以后再按一次。');
  return { ok: true };
}

/** Ends the reviews whose documents are all among the published files. */
export async function endPublishedReviews(
  { services, drafts }: ReviewContext,
  files: readonly string[],
): Promise<void> {
  for (const review of drafts.reviews(services.now())) {
    const read = await Promise.all(review.documents.map(services.workspace.read));
    const isPublished = read.every(
      (found) => found !== undefined && found.row.state !== 'draft' && files.includes(found.row.file),
    );
    if (isPublished) await endOne({ services, drafts }, review);
  }
}

/** Returns whether the push server has it no more. */
async function endOne({ services, drafts }: ReviewContext, { id, branch }: Review): Promise<boolean> {
  if (branch !== undefined && !(await services.workspace.endReview(branch))) return false;
  drafts.endReview(id);
  return true;
}

async function documentsOf(request: RouteContext['request']) {
  const given = await readJson(request);
  return Array.isArray(given.documents) ? given.documents.map(documentOf) : [documentOf(given)];
}

/** The ID is the permission to see the draft: the name shows a hash of it. */
function branchOf(id: string, slug: string): string {
  const hash = createHash('sha256').update(id).digest('hex').slice(0, HASH_LENGTH);
  return `${slug.slice(0, MAX_SLUG_LENGTH)}-${hash}`;
}
