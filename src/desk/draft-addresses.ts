/**
 * The addresses `/draft/ID/…` of what is not published: a view of a text that is being written, which lasts as long as the process, and a draft
 * that was sent for review, which is noted in a file. An ID has 128 random bits; knowing it is the permission.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DAY_MS } from '../documents/dates.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';
import type { DeskDocument, LiveView } from './contract.ts';

/** A review takes days, and its address shall not be found years later. */
const MAX_REVIEW_DAYS = 30;
/** Views of all open forms: each holds a page of some 50 KB. */
const MAX_VIEWS = 40;

export interface Review {
  id: string;
  documents: DeskDocument[];
  /** When it was sent, ISO 8601. */
  sent: string;
  /** The push server has it as the branch `review/BRANCH`. */
  branch?: string | undefined;
}

export interface DraftAddresses {
  addView(view: LiveView): string;
  view(id: string): LiveView | undefined;
  /** Notes a review; the same documents keep their address. */
  addReview(documents: readonly DeskDocument[], now: Date): Review;
  review(id: string, now: Date): Review | undefined;
  /** Notes whether the push server has the review. */
  setBranch(id: string, branch: string | undefined): void;
  /** The reviews that have not expired. */
  reviews(now: Date): readonly Review[];
  endReview(id: string): void;
}

/** Opens the addresses; `file` holds the reviews. */
export function openDraftAddresses(file: string): DraftAddresses {
  const views = new Map<string, LiveView>();
  let reviews = readReviews(file);
  const write = (changed: readonly Review[]) => {
    reviews = [...changed];
    writeFileAtomic(file, JSON.stringify(reviews));
  };
  return {
    addView(view) {
      const id = newId();
      views.set(id, view);
      for (const oldest of views.keys()) {
        if (views.size <= MAX_VIEWS) break;
        views.delete(oldest);
      }
      return id;
    },
    view: (id) => views.get(id),
    addReview(documents, now) {
      const key = reviewKey(documents);
      const known = reviews.find((review) => reviewKey(review.documents) === key && isOpen(review, now));
      const sent = now.toISOString();
      const review = { id: known?.id ?? newId(), documents: [...documents], sent, branch: known?.branch };
      write([...reviews.filter((other) => other.id !== review.id && isOpen(other, now)), review]);
      return review;
    },
    review: (id, now) => reviews.find((review) => review.id === id && isOpen(review, now)),
    setBranch: (id, branch) =>
      write(reviews.map((review) => (review.id === id ? { ...review, branch } : review))),
    reviews: (now) => reviews.filter((review) => isOpen(review, now)),
    endReview: (id) => write(reviews.filter((review) => review.id !== id)),
  };
}

const newId = () => randomBytes(16).toString('base64url');
/** The same for the same documents in any order. */
export const reviewKey = (documents: readonly DeskDocument[]): string =>
  documents
    .map(({ collection, slug }) => `${collection}/${slug}`)
    .sort()
    .join(' ');
const isOpen = ({ sent }: Review, now: Date) => now.getTime() - Date.parse(sent) < MAX_REVIEW_DAYS * DAY_MS;

/** The reviews in the file; a damaged file counts as none: their addresses are then sent again. */
function readReviews(file: string): Review[] {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(read) ? read.filter(isReview) : [];
  } catch {
    return [];
  }
}

function isReview(value: unknown): value is Review {
  const { id, documents, sent, branch } = (value ?? {}) as Partial<Review>;
  const isSent = typeof id === 'string' && Array.isArray(documents) && typeof sent === 'string';
  return isSent && (branch === undefined || typeof branch === 'string');
}
