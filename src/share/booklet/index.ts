/** An A5 booklet of policies, to print and fold. */
export { type Booklet, type BookletReaders, bookletOf, findReaders } from './booklet.ts';
export { type BookletPrint, bookletHtml, partIds } from './booklet-html.ts';
export { type PageCounts, type PagePlan, PRINT_SIZES_PT, planPages, SPREAD_PAGES } from './page-plan.ts';
