/**
 * Lays a booklet out by printing it: each policy in the largest print in which it fits a spread, then once more with page numbers. Nothing
 * is ever cut: a policy that is too long in the smallest print takes more pages.
 */
import {
  type Booklet,
  type BookletPrint,
  bookletHtml,
  type PageCounts,
  type PagePlan,
  PRINT_SIZES_PT,
  partIds,
  planPages,
  SPREAD_PAGES,
} from '../../src/share/booklet/index.ts';
import type { PrintedPages } from './printed-pages.ts';

export interface LaidOutBooklet {
  pdf: Uint8Array;
  plan: PagePlan;
  /** Titles of policies that take more than a spread. */
  longTitles: string[];
}

/** Prints HTML, and reads the pages of the PDF. */
export interface Printer {
  print(html: string): Promise<Uint8Array>;
  read(pdf: Uint8Array): Promise<PrintedPages>;
}

/** The booklet as a PDF. Throws if the last print is not as planned. */
export async function layOutBooklet(
  booklet: Booklet,
  fonts: BookletPrint['fonts'],
  { print, read }: Printer,
): Promise<LaidOutBooklet> {
  const policies = booklet.chapters.flatMap((chapter) => chapter.policies);
  const steps = new Map(policies.map(({ slug }) => [slug, 0]));
  const sizes = () => new Map([...steps].map(([slug, step]) => [slug, PRINT_SIZES_PT[step] ?? 0]));
  let counts = countPages(booklet, await read(await print(bookletHtml(booklet, { fonts, sizes: sizes() }))));
  for (const _ of PRINT_SIZES_PT.slice(1)) {
    const long = [...counts.policies].filter(
      ([slug, count]) => count > SPREAD_PAGES && (steps.get(slug) ?? 0) < PRINT_SIZES_PT.length - 1,
    );
    if (long.length === 0) break;
    for (const [slug] of long) steps.set(slug, (steps.get(slug) ?? 0) + 1);
    counts = countPages(booklet, await read(await print(bookletHtml(booklet, { fonts, sizes: sizes() }))));
  }
  const plan = planPages(counts);
  const pdf = await print(bookletHtml(booklet, { fonts, sizes: sizes(), plan }));
  verify(plan, await read(pdf));
  const longTitles = policies
    .filter(({ slug }) => (counts.policies.get(slug) ?? 0) > SPREAD_PAGES)
    .map(({ data }) => data.title);
  return { pdf, plan, longTitles };
}

/** The pages of each part of a print without blank pages: cover, instructions, contents, policies, index, contacts, back. */
function countPages({ chapters, index }: Booklet, { total, starts }: PrintedPages): PageCounts {
  const startOf = (id: string) => {
    const page = starts.get(id);
    if (page === undefined) throw new Error(`The PDF does not name the destination ${id}.`);
    return page;
  };
  const contacts = startOf(partIds.contacts);
  const indexStart = index.length > 0 ? startOf(partIds.index) : contacts;
  const slugs = chapters.flatMap(({ policies }) => policies.map(({ slug }) => slug));
  const pages = slugs.map((slug) => startOf(partIds.policy(slug)));
  const policies = new Map(slugs.map((slug, at) => [slug, (pages[at + 1] ?? indexStart) - (pages[at] ?? 0)]));
  return {
    contents: (pages[0] ?? indexStart) - 3,
    policies,
    index: contacts - indexStart,
    contacts: total - contacts,
  };
}

function verify(plan: PagePlan, { total, starts }: PrintedPages): void {
  const wrong = [...plan.policies].filter(([slug, page]) => starts.get(partIds.policy(slug)) !== page);
  if (total !== plan.total || wrong.length > 0) {
    throw new Error(
      `The booklet has ${total} pages instead of ${plan.total}; not on their page: ${wrong.join(' ')}`,
    );
  }
}
