/** `/county.json`: what the site of a county has, for the site of its province and for the search over all counties. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../documents/address.ts';
import type { ContentDocument } from '../documents/document.ts';
import { homeUrl } from '../documents/full-address.ts';
import { type NewsKind, newsDigest, newsKinds } from '../documents/news.ts';
import { allDocuments } from '../documents/redirects.ts';
import { publishedOn, type Site } from '../documents/site.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import { ENDING_SOON_DAYS, noticeStatusAt, policyStatusOn } from '../documents/status.ts';
import {
  COUNTY_SUMMARY_FORMAT,
  type CountySummary,
  countySummarySchema,
  type SummarizedDocument,
  type SummarizedRate,
  type TextOrigin,
} from '../schema/county-summary.ts';

/** The name of the file, at the root of a county's site. */
export const COUNTY_SUMMARY = 'county.json';

/** Where the text of a document or record comes from, and the hash of the text, joined with that of its base. */
export interface TextFacts extends Pick<AnnotatedFile, 'collection' | 'slug'> {
  origin: TextOrigin;
  hash: string;
}

/** The facts about a text: 64 bits of its hash are enough for the texts of one name in a province. */
export function textFacts({ collection, slug, source }: AnnotatedFile, origin: TextOrigin): TextFacts {
  return { collection, slug, origin, hash: hash('sha256', source).slice(0, 16) };
}

/** The summary of a site; `files` are those of its documents and rates. */
export function countySummary(site: Site, files: readonly TextFacts[]): CountySummary {
  const byKey = new Map(files.map((file) => [`${file.collection}/${file.slug}`, file]));
  const { about, today } = site;
  const county = onlyCounty(site);
  return {
    format: COUNTY_SUMMARY_FORMAT,
    day: today,
    name: about.name,
    url: homeUrl(site),
    ...(county && { county }),
    ...(about.region !== undefined && { region: about.region }),
    ...(about.telephone !== undefined && { telephone: about.telephone }),
    ...(about.demo === true && { demo: true }),
    documents: allDocuments(site).map((document) =>
      summarize(site, document, byKey.get(`${document.collection}/${document.slug}`)),
    ),
    rates: site.rates.map(({ id, name, unit, values }): SummarizedRate => {
      const origin = byKey.get(`rates/${id}`)?.origin ?? 'own';
      return { id, name, unit, origin, values };
    }),
    news: summarizeNews(site),
  };
}

/** The one place of the kind county. */
function onlyCounty({ places }: Site): CountySummary['county'] {
  const [first, ...others] = places.filter(({ kind }) => kind === 'county');
  if (first === undefined || others.length > 0) return undefined;
  const { name, reading } = first;
  return { name, ...(reading !== undefined && { reading }) };
}

function summarize(site: Site, document: ContentDocument, file: TextFacts | undefined): SummarizedDocument {
  const { collection, slug, data } = document;
  const published = publishedOn(site, collection, slug);
  const checked = 'reviewedOn' in data ? data.reviewedOn : published;
  const status = statusOf(document, site.today);
  return {
    collection,
    slug,
    title: data.title,
    summary: data.summary,
    address: addressOf(collection, slug),
    published,
    updated: checked > published && checked <= site.today ? checked : published,
    ...(status && { status }),
    origin: file?.origin ?? 'own',
    hash: file?.hash ?? '',
    ...(document.rates && { rates: [...document.rates.ids] }),
  };
}

function statusOf({ collection, data }: ContentDocument, today: string): SummarizedDocument['status'] {
  if (collection === 'policies') return policyStatusOn(data as ContentDocument<'policies'>['data'], today);
  return collection === 'notices'
    ? noticeStatusAt(data as ContentDocument<'notices'>['data'], today)
    : undefined;
}

function summarizeNews(site: Site): CountySummary['news'] {
  const digest = newsDigest(site, ENDING_SOON_DAYS);
  return (Object.keys(newsKinds) as NewsKind[]).flatMap((kind) =>
    digest[kind].map(({ date, title, summary, address }) => ({ kind, date, title, summary, address })),
  );
}

/** Writes the summary into the folder of a site. */
export function writeCountySummary(folder: string, summary: CountySummary): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, COUNTY_SUMMARY), `${JSON.stringify(summary)}\n`);
}

/** The summary in the folder of a built site; undefined if there is none, or one of another form. */
export function readCountySummary(folder: string): CountySummary | undefined {
  try {
    return countySummarySchema.parse(JSON.parse(readFileSync(join(folder, COUNTY_SUMMARY), 'utf8')));
  } catch {
    return undefined;
  }
}
