/**
 * Search documents of the counties of a province: nine in ten are those of the base, with the county's own amounts and telephones, and the
 * others the county's own. Made from two generated sites, because reading 20,000 documents would take longer than all that is measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { type SearchDocument, searchDocuments } from '../../src/search/search-documents.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';

/** Share of a county's documents that are its own. */
const OWN_SHARE = 0.1;

export interface GeneratedProvince {
  /** The search documents of a county by its number. */
  county(number: number): SearchDocument[];
}

/** A province of `counties` counties with `documents` documents each, of which none has a word of `otherThan` but the real ones. */
export function generateProvince(
  counties: number,
  documents: number,
  otherThan: readonly string[],
): GeneratedProvince {
  const own = Math.round(documents * OWN_SHARE);
  const base = generatedDocuments(documents - own - REAL_DOCUMENTS, { seed: 1, otherThan });
  const others = generatedDocuments(own * counties, { seed: 2, otherThan }).filter(({ address }) =>
    address.includes('made-'),
  );
  return {
    county: (number) => [
      ...base.map((document) => asCounty(document, number)),
      // Villages, offices and terms among them as well, each in one county.
      ...others.filter((_, index) => index % counties === number).map((document) => asOwn(document)),
    ],
  };
}

function generatedDocuments(
  count: number,
  options: { seed: number; otherThan: readonly string[] },
): SearchDocument[] {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    generateContent(folder, Math.max(0, count), options);
    const corpus = readCorpus(folder);
    return searchDocuments(createSite(corpus.documents, corpus, GENERATED_DAY));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An address that no document of the base has. */
const asOwn = (document: SearchDocument): SearchDocument => ({
  ...document,
  address: document.address.replace('made-', 'own-'),
});

/** A policy of the base as a county changes it: its own telephone, and in half of them its own amount. */
function asCounty(document: SearchDocument, number: number): SearchDocument {
  if (document.facts.type !== 'policy' || number === 0) return document;
  const phone = `0357-51${String(number).padStart(2, '0')}345`;
  const hasOwnAmount = document.title.length % 2 === 0;
  const amount = (text: string) =>
    hasOwnAmount ? text.replace(/\d+元/, (found) => `${Number.parseInt(found, 10) + number}元`) : text;
  return {
    ...document,
    facts: { ...document.facts, phone },
    lead: amount(document.lead),
    text: `${document.text}\n${phone}`,
  };
}
