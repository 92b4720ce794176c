/**
 * The form of `/county.json`, in which the site of a county says what it has: the site of the province and the search over all counties read it,
 * never a page. A county that could not be built again keeps the file of its last build, so the form may only gain optional fields;
 * with any other change `COUNTY_SUMMARY_FORMAT` becomes another number, and files with the old one are not read.
 */
import { z } from 'zod';
import { documentCollections } from './collection-name.ts';
import { date, webAddress } from './field-types.ts';
import { publishedStatuses } from './policies-json.ts';

export const COUNTY_SUMMARY_FORMAT = 1;

/** Kinds of news; `newsKinds` of src/documents/news.ts, which a test compares. */
const newsKind = z.enum(['closing', 'starting', 'added', 'changed', 'ended']);
const status = z.union([z.enum(publishedStatuses), z.enum(['today', 'closing-soon', 'open', 'over'])]);

/** Where a text comes from: `own`, `base` if all of it stands in a base, `changed` if the county changes some of the base's fields. */
const origin = z.enum(['own', 'base', 'changed']);

const summarizedDocument = z.strictObject({
  collection: z.enum(documentCollections),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  /** From the site's root, with a slash at both ends. */
  address: z.string(),
  published: date(),
  /** The day on which it was last checked; otherwise that of its publication. */
  updated: date(),
  /** Of policies and notices, on `day`. */
  status: status.optional(),
  origin,
  /** Of the text as written, without the amounts of rates: documents with equal hashes say the same words. */
  hash: z.string(),
  /** The ids of the rates in its texts; absent without any. */
  rates: z.array(z.string()).optional(),
});

const summarizedRate = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  origin,
  /** Oldest first, as in the record. */
  values: z.array(
    z.strictObject({
      from: date(),
      until: date().optional(),
      value: z.number(),
      source: z.strictObject({
        title: z.string(),
        issuer: z.string(),
        number: z.string().optional(),
        date: date().optional(),
        url: webAddress().optional(),
      }),
    }),
  ),
});

const summarizedNews = z.strictObject({
  kind: newsKind,
  /** The day of the event: added, closes, starts, ended. */
  date: date(),
  title: z.string(),
  summary: z.string(),
  address: z.string(),
});

export const countySummarySchema = z.strictObject({
  format: z.literal(COUNTY_SUMMARY_FORMAT),
  /** The day of the build: statuses are of this day. */
  day: date(),
  /** The name of the site. */
  name: z.string(),
  /** The full address of its home page, with a slash at the end. */
  url: webAddress(),
  /** The county as a place, if the site has just one of the kind county. */
  county: z.strictObject({ name: z.string(), reading: z.string().optional() }).optional(),
  region: z.string().optional(),
  telephone: z.string().optional(),
  /** Whether it is a demonstration. */
  demo: z.boolean().optional(),
  documents: z.array(summarizedDocument),
  rates: z.array(summarizedRate),
  /** The news of 30 days before and after `day`, in the order of the site's own page. */
  news: z.array(summarizedNews),
});

export type CountySummary = z.infer<typeof countySummarySchema>;
export type SummarizedDocument = CountySummary['documents'][number];
export type SummarizedRate = CountySummary['rates'][number];
export type SummarizedNews = CountySummary['news'][number];
export type TextOrigin = z.infer<typeof origin>;
