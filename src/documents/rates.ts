/** Rates in texts: the amount of the day for `{id}` in a field and for <Rate> in a body, and what changed when. */
import { replaceRates } from '../schema/rate-marks.ts';
import type { RateData, RateValue } from '../schema/rates.ts';
import { ratesOfAmount } from './amounts.ts';
import type { Block, DocumentBody } from './block.ts';
import { mayMatch } from './body-json.ts';
import { ratesOfConditions } from './conditions.ts';
import { addDays } from './dates.ts';
import type { ContentDocument, Documents } from './document.ts';
import type { Change } from './history.ts';
import { escapeHtml } from './html-text.ts';

/** For a day without an amount: an old one would be taken for today's. */
export const NO_AMOUNT = '（新的数还没公布，先打电话问）';

/** The HTML for <Rate id="…" /> until the day is known. */
export function rateHtml(id: string): string {
  return `<data value="rate:${id}"></data>`;
}
const RATE_HTML = /<data value="rate:([a-z0-9-]+)"><\/data>/g;
/** In the HTML of a parsed body, its JSON, or its Markdown. */
const MAY_HAVE_RATE = /rate:|<Rate/;

/** The value of a rate on a day, both its days included; undefined before the first, after the last, and in a gap. */
export function rateValueOn({ values }: RateData, day: string): RateValue | undefined {
  const value = values.findLast(({ from }) => from <= day);
  return value && (value.until === undefined || day <= value.until) ? value : undefined;
}

/** The amount of a rate on a day as readers see it, 750元. */
export function rateTextOn(rate: RateData, day: string): string {
  const value = rateValueOn(rate, day);
  return value === undefined ? NO_AMOUNT : `${value.value}${rate.unit}`;
}

/** What was filled in with these rates on this day, by the document as it was written. */
interface Filled {
  rates: readonly RateData[];
  today: string;
  documents: WeakMap<ContentDocument, ContentDocument>;
}

/**
 * By the first of the rates. While an editor writes, all documents but one are those of the key before: looking for rates in a thousand of
 * them takes longer than rendering a page.
 */
const filledBefore = new WeakMap<RateData, Filled>();

/** The documents with the amounts of `today`; the same object if no text has a rate. */
export function fillInRates(documents: Documents, today: string): Documents {
  const [first] = documents.rates;
  if (first === undefined) return documents;
  let filled = filledBefore.get(first);
  if (filled === undefined || filled.today !== today || !isSameList(filled.rates, documents.rates)) {
    filled = { rates: documents.rates, today, documents: new WeakMap() };
    filledBefore.set(first, filled);
  }
  const rates = new Map(documents.rates.map((rate) => [rate.id, rate]));
  const before = filled.documents;
  const fill = <D extends ContentDocument>(list: D[]): D[] =>
    list.map((document) => {
      const known = (before.get(document) as D | undefined) ?? fillIn(document, rates, today);
      before.set(document, known);
      return known;
    });
  return {
    ...documents,
    policies: fill(documents.policies),
    stories: fill(documents.stories),
    pages: fill(documents.pages),
    notices: fill(documents.notices),
  };
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function fillIn<D extends ContentDocument>(
  document: D,
  rates: ReadonlyMap<string, RateData>,
  today: string,
): D {
  const used = new Set<string>();
  const amountOf = (id: string): string | undefined => {
    const rate = rates.get(id);
    if (rate !== undefined) used.add(id);
    return rate && rateTextOn(rate, today);
  };
  const data = hasRateMark(document.data)
    ? mapTexts(document.data, (text) => (text.includes('{') ? replaceRates(text, amountOf) : text))
    : document.data;
  const body = mayMatch(document.body, MAY_HAVE_RATE) ? fillInBody(document.body, amountOf) : document.body;
  const amount = 'amount' in document.data ? document.data.amount : undefined;
  const conditions = 'conditions' in document.data ? document.data.conditions : undefined;
  const ofAmount = amount ? ratesOfAmount(amount) : [];
  for (const id of [...ofAmount, ...ratesOfConditions(conditions)]) amountOf(id);
  if (used.size === 0) return document;
  const ids = [...used].sort();
  const since =
    ids
      .map((id) => lastChange(rates.get(id), today))
      .toSorted()
      .at(-1) ?? '';
  const { hash } = document;
  return {
    ...document,
    data: data as D['data'],
    body,
    rates: { ids, since },
    // A document with other amounts is another document.
    ...(hash !== undefined && {
      hash: [hash, ...ids.map((id) => amountOf(id)), ...daysOf(ofAmount, rates)].join(' '),
    }),
  };
}

/** The values of rates with their days: the page of an amount has them all, for the day of the phone. */
function daysOf(ids: readonly string[], rates: ReadonlyMap<string, RateData>): string[] {
  return ids.map((id) =>
    JSON.stringify(rates.get(id)?.values.map(({ from, until, value }) => [from, until, value])),
  );
}

function fillInBody(body: DocumentBody, amountOf: (id: string) => string | undefined): DocumentBody {
  const fill = (blocks: readonly Block[]): Block[] =>
    blocks.map((block) =>
      'html' in block
        ? { html: block.html.replace(RATE_HTML, (_, id: string) => escapeHtml(amountOf(id) ?? NO_AMOUNT)) }
        : { ...block, children: fill(block.children) },
    );
  return { blocks: fill(body.blocks), headings: body.headings };
}

/** Whether a text of the fields may have a rate: nearly no document has one, and mapping its texts takes far longer. */
function hasRateMark(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{');
  if (typeof value !== 'object' || value === null) return false;
  for (const name in value) if (hasRateMark((value as Record<string, unknown>)[name])) return true;
  return false;
}

/** A value of fields with every text mapped; parts without a change stay the same objects. */
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) {
    const mapped = value.map((item) => mapTexts(item, map));
    return mapped.some((item, index) => item !== value[index]) ? mapped : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, mapTexts(item, map)] as const);
  const isSame = entries.every(([name, item]) => item === (value as Record<string, unknown>)[name]);
  return isSame ? value : Object.fromEntries(entries);
}

/** The last day up to `today` on which the amount of a rate became another, or ended. */
function lastChange(rate: RateData | undefined, today: string): string {
  const days = (rate?.values ?? []).flatMap(({ from, until }) => [
    from,
    ...(until ? [addDays(until, 1)] : []),
  ]);
  return (
    days
      .filter((day) => day <= today)
      .toSorted()
      .at(-1) ?? ''
  );
}

/** The changes of a document's rates up to the day of the site, newest first, each with the amount before and after. */
export function rateChanges(
  { rates, today }: { rates: readonly RateData[]; today: string },
  document: ContentDocument,
): Change[] {
  return rates
    .filter(({ id }) => document.rates?.ids.includes(id))
    .flatMap(({ name, unit, values }) =>
      values.slice(1).flatMap(({ from, value }, index): Change[] => {
        const before = values[index]?.value;
        if (from > today || before === value) return [];
        return [{ day: from, why: `${name}从${before}${unit}改成${value}${unit}。`, fields: [] }];
      }),
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
}
