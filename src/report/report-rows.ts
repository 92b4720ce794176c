/**
 * The report as rows, from which the table on the terminal, the CSV and the JSON are written. Small counts of use are not given: from a
 * village of few people, one visit to one page can be one known person.
 */

import { addressOf } from '../documents/address.ts';
import { allDocuments } from '../documents/redirects.ts';
import { shortLinks } from '../documents/short-links.ts';
import type { Site } from '../documents/site.ts';
import { collections } from '../schema/collections.ts';
import { takenFiles } from './classify-request.ts';
import { type PublicationRow, sumsByCollection } from './publications.ts';
import type { Usage } from './usage.ts';

/** The smallest count that is given; of less only that there was something. */
export const MIN_DISCLOSED_COUNT = 5;
/** The most rows of a list of pages or words on the terminal. */
export const MAX_LISTED_ROWS = 20;

export interface ReportRow {
  /** `YYYY-MM`; undefined for the whole time. */
  month?: string;
  name: string;
  /** From the site root; empty for what is no page. */
  address?: string;
  /** Undefined if it is not known. */
  count: number | undefined;
}

export interface ReportTable {
  /** Name for programs. */
  id: string;
  title: string;
  /** What the figures mean and what they leave out. */
  note?: string;
  /** Whether counts below MIN_DISCLOSED_COUNT are withheld. */
  isAboutPeople: boolean;
  rows: ReportRow[];
}

/** The tables about the use of the site. */
export function usageTables(usage: Usage, site: Site): ReportTable[] {
  const titles = titlesOf(site);
  const listed = (counts: readonly { name: string; count: number }[]) =>
    counts.map(({ name, count }) => ({ name: titles.get(name) ?? '', address: name, count }));
  const people = (id: string, title: string, rows: ReportRow[], note?: string): ReportTable => ({
    id,
    title,
    ...(note !== undefined && { note }),
    isAboutPeople: true,
    rows,
  });
  // Words that few people typed may be anybody's own; pages that few asked for are the tries of scanners.
  const frequent = <T extends { count: number }>(counts: readonly T[]) =>
    counts.filter(({ count }) => count >= MIN_DISCLOSED_COUNT);
  return [
    people('totals', '总数', totalRows(usage)),
    people(
      'months',
      '每个月',
      usage.months.flatMap(({ month, reads, visits }) => [
        { month, name: '网页打开', count: reads },
        { month, name: '从外面进来', count: visits },
      ]),
    ),
    people('pages', '哪些网页看得多', listed(usage.pages)),
    people('paper', '扫码、照着纸上的短网址打开', listed(usage.shortAddresses)),
    people(
      'taken',
      '干部取走的',
      usage.taken.map(({ address, file, count }) => ({
        name: `${takenFiles[file]}${titles.has(address) ? `：${titles.get(address)}` : ''}`,
        address,
        count,
      })),
      '链接卡片多半是聊天软件自己取的，不是人点的。',
    ),
    people(
      'searches',
      '从别的页带过来的搜索',
      frequent(usage.queries).map(({ name, count }) => ({ name, count })),
      `搜索在手机上算，有没有搜到，服务器不知道；在搜索页里接着打的字也不经过服务器。不到${MIN_DISCLOSED_COUNT}次的、像电话和证件号的，不列出来。`,
    ),
    people('missing', '有人要、可是没有的网页', listed(frequent(usage.missing))),
  ];
}

function totalRows(usage: Usage): ReportRow[] {
  return [
    { name: '网页打开', count: usage.reads },
    { name: '其中从外面进来（群里、二维码、搜索网站、自己输网址）', count: usage.visits },
    { name: '机器人打开的网页，没算在上面', count: usage.botReads },
    { name: '手机里存的整站，至少', count: usage.copies },
    { name: '带着词来的搜索', count: usage.searches },
  ];
}

/** The titles of documents by address, also by their short address. */
function titlesOf(site: Site): Map<string, string> {
  const documents = allDocuments(site).map(
    ({ collection, slug, data }) => [addressOf(collection, slug), data.title] as const,
  );
  // Pictures and texts of guides are below /share/pages/, not below their address.
  const guides = site.guides.map(({ slug, data }) => [`/pages/${slug}/`, data.title] as const);
  const short = shortLinks(site).map(({ code, title }) => [`/s/${code}/`, title] as const);
  return new Map([['/', '首页'], ...documents, ...guides, ...short]);
}

/** The table of publications: by month and kind, then the sums. These are no counts of people and are given exactly. */
export function publicationTable(rows: readonly PublicationRow[], year: string): ReportTable {
  const rowsOf = (name: string, counts: Omit<PublicationRow, 'collection' | 'month'>, month?: string) =>
    (
      [
        ['发布', counts.published],
        ['修改', counts.revised],
        ['撤下', counts.withdrawn],
      ] as const
    )
      // Of single months only what happened.
      .filter(([, count]) => month === undefined || count !== 0)
      .map(([what, count]) => ({ ...(month !== undefined && { month }), name: `${name}${what}`, count }));
  const isKnown = rows.every(({ revised }) => revised !== undefined);
  return {
    id: 'publications',
    title: `${year}年发布、修改、撤下`,
    note: isKnown
      ? '一篇一天改几次算一次；发布那天和以前改的不算。'
      : '没有完整的 git 记录，修改了几次算不出来。在完整克隆的仓库里再来一次（git fetch --unshallow）。',
    isAboutPeople: false,
    rows: [
      ...rows.flatMap((row) => rowsOf(collections[row.collection].label, row, row.month)),
      ...sumsByCollection(rows).flatMap(({ collection, ...counts }) =>
        rowsOf(`全年${collection === undefined ? '' : collections[collection].label}`, counts),
      ),
    ],
  };
}
