/** A page keeps its day only while it says the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import type { ContentDocument } from './document.ts';
import { noDocuments } from './document.ts';
import { keyFacts } from './key-facts.ts';
import { createSite, type Site } from './site.ts';
import { noticeStatusWords, policyStatusWords } from './status-words.ts';
import { MAX_STEADY_DAYS, steadyDay } from './steady-day.ts';

const TODAY = '2026-11-23';

function documentOf(collection: 'policies' | 'notices', data: Record<string, unknown>): ContentDocument {
  const given = { title: '低保', keyPoints: [], contacts: [], where: '', ...data };
  return {
    collection,
    slug: 'a',
    data: given,
    body: { blocks: [], headings: [] },
  } as unknown as ContentDocument;
}

function siteOn(document: ContentDocument, today: string, since = '2026-01-01'): Site {
  const county = {
    site: { name: '明白纸', url: 'https://www.county.example/' },
    ledger: [{ address: `/${document.collection}/a/`, since }],
    finder: [],
  };
  return createSite({ ...noDocuments(), [document.collection]: [document] }, county as never, today);
}

/** What its own page and a card say about a document. */
function textsOf(document: ContentDocument, today: string): { own: unknown; card: unknown } {
  const words = document.collection === 'policies' ? policyStatusWords : noticeStatusWords;
  const { label, sentence } = words(document.data as never, today, false);
  const { hasEnded, when } = keyFacts(siteOn(document, today), document);
  return { own: [label, sentence, hasEnded, when], card: [label, hasEnded, when] };
}

const day = fc.integer({ min: -70, max: 70 }).map((days) => addDays(TODAY, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const moment = fc.oneof(
  day,
  day.map((each) => `${each} 09:30`),
);
const anyDocument = fc.oneof(
  fc
    .record({
      validFrom: maybe(day),
      validUntil: maybe(day),
      applyBy: maybe(fc.oneof(day, fc.constant('全年'))),
      localTerms: maybe(fc.constant('unknown')),
    })
    .map((data) => documentOf('policies', data)),
  fc
    .record({ starts: moment, ends: maybe(moment), deadline: maybe(moment) })
    .map((data) => documentOf('notices', data)),
);

test('on each day since then the page said the same, so a reader with an older copy reads nothing else', () => {
  fc.assert(
    fc.property(anyDocument, fc.string(), (document, address) => {
      const site = siteOn(document, TODAY);
      for (const part of ['own', 'card'] as const) {
        const shown = part === 'own' ? { own: [document], others: [] } : { own: [], others: [document] };
        const since = steadyDay(site, address, shown);
        expect(since <= TODAY && since > addDays(TODAY, -MAX_STEADY_DAYS)).toBe(true);
        for (let at = since; at < TODAY; at = addDays(at, 1))
          expect(textsOf(document, at)[part]).toEqual(textsOf(document, TODAY)[part]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a page that says the same the next day is the same file, but for one in thirty', () => {
  const document = documentOf('policies', { validUntil: '2027-11-23' });
  const shown = { own: [document], others: [document] };
  const addresses = Array.from({ length: 900 }, (_, n) => `/policies/${n}-p/`);
  const changed = addresses.filter(
    (address) =>
      steadyDay(siteOn(document, TODAY), address, shown) !==
      steadyDay(siteOn(document, addDays(TODAY, 1)), address, shown),
  );
  expect(changed.length).toBeGreaterThan(5);
  expect(changed.length).toBeLessThan(60);
});

test('a page with a deadline ahead is the same file each day, until the day of its deadline', () => {
  const document = documentOf('policies', { validUntil: '2026-12-03' });
  const site = siteOn(document, TODAY);
  for (const shown of [
    { own: [document], others: [] },
    { own: [], others: [document] },
  ]) {
    const days = Array.from({ length: 50 }, (_, n) => steadyDay(site, `${n}-p/`, shown));
    expect(days.toSorted()[0]).toBe('2026-11-03');
  }
  const last = documentOf('policies', { validUntil: TODAY });
  expect(steadyDay(siteOn(last, TODAY), 'a', { own: [last], others: [] })).toBe(TODAY);
});

test('a page is not older than its document, on the day of publication and after it', () => {
  const document = documentOf('policies', {});
  const shown = { own: [document], others: [] };
  expect(steadyDay(siteOn(document, TODAY, TODAY), 'a', shown)).toBe(TODAY);
  const next = addDays(TODAY, 1);
  const days = Array.from({ length: 90 }, (_, n) =>
    steadyDay(siteOn(document, next, TODAY), `${n}-p/`, shown),
  );
  expect(days.filter((each) => each === TODAY).length).toBeGreaterThan(80);
});
