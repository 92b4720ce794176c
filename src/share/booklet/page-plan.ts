/**
 * The pages of a booklet. Chromium numbers pages only while it prints, and it takes no page for a left one: so the booklet is printed, its
 * pages are counted, and the plan says where blank pages are needed and on which page each part begins.
 */

/** Print sizes in points, the largest first: a policy takes the first in which it fits a spread. */
export const PRINT_SIZES_PT = [18, 16, 14, 13, 12] as const;

/** Pages of a spread. */
export const SPREAD_PAGES = 2;
/** Pages on both sides of a folded sheet. */
const PAGES_PER_SHEET = 4;
/** The cover, and the page of instructions inside it. */
const PAGES_BEFORE_CONTENTS = 2;
/** The back of the booklet. */
const BACK_PAGES = 1;

/** Pages that each part takes when it begins on a new page; policies by slug, in their order. */
export interface PageCounts {
  contents: number;
  policies: ReadonlyMap<string, number>;
  index: number;
  contacts: number;
}

/** The first pages of the parts, from 1, and the blank pages in front of them. */
export interface PagePlan {
  /** By slug: even, so that a policy begins on a left page. */
  policies: ReadonlyMap<string, number>;
  index: number;
  contacts: number;
  /** The last page, the back: the pages are a multiple of four. */
  total: number;
  /** Blank pages after the contents, after the policy of a slug, and before the back. */
  blanks: { contents: number; policies: ReadonlyMap<string, number>; back: number };
}

/** The plan for parts of these lengths. */
export function planPages({ contents, policies, index, contacts }: PageCounts): PagePlan {
  const afterContents = PAGES_BEFORE_CONTENTS + contents + 1;
  const toLeft = afterContents % SPREAD_PAGES;
  let next = afterContents + toLeft;
  const starts = new Map<string, number>();
  const blanks = new Map<string, number>();
  for (const [slug, count] of policies) {
    starts.set(slug, next);
    blanks.set(slug, count % SPREAD_PAGES);
    next += count + (count % SPREAD_PAGES);
  }
  const last = next + index + contacts - 1 + BACK_PAGES;
  const back = (PAGES_PER_SHEET - (last % PAGES_PER_SHEET)) % PAGES_PER_SHEET;
  return {
    policies: starts,
    index: next,
    contacts: next + index,
    total: last + back,
    blanks: { contents: toLeft, policies: blanks, back },
  };
}
