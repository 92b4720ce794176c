/**
 * Generates a content folder of any size: the real content plus documents and data entries of every collection, composed from many
 * words by a seeded generator, so that every run measures the same text. All documents pass the checks.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { EXAMPLE_DAY } from '../../src/check/example-folder.ts';
import { readCorpus } from '../../src/corpus/index.ts';
import { shortCode } from '../../src/documents/short-address.ts';
import { createSite } from '../../src/documents/site.ts';
import { projectDir } from '../../src/settings.ts';
import { registerAddresses } from '../register-addresses.ts';
import type { GeneratedCounty, GeneratedDocument, GeneratedText } from './fixtures/county.ts';
import { fillTemplate } from './fixtures/county.ts';
import { generateContact, generatePlace, generateTerm } from './fixtures/data-entries.ts';
import { generateHistory } from './fixtures/history.ts';
import { generateGuide, generateNotice, generateStory } from './fixtures/other-documents.ts';
import { generatePhotographs } from './fixtures/photographs.ts';
import { generatePolicy } from './fixtures/policy.ts';
import { type Random, seededRandom } from './fixtures/random.ts';
import { words } from './vocabulary.ts';

/** Number of documents in the real content. */
export const REAL_DOCUMENTS = 22;
/** The date on which generated documents have every status. */
export const GENERATED_DAY: string = EXAMPLE_DAY;
/** Guides do not grow with the size of a county. */
const MAX_GUIDES = 12;

export interface GenerateOptions {
  seed?: number;
  /** Words that no generated document may contain: a search for one must find a real document. */
  otherThan?: readonly string[];
  /** The real content, unless it is that of this project. */
  contentDir?: string;
  /** Fields that no generated document has: those that an earlier commit does not know. */
  omittedFields?: readonly string[];
  /** Number of photographs, shared by the stories; `generateCounty` writes them. */
  photographs?: number;
}

/** Writes the real content and `count` generated documents into `folder`: 6 policies to 2 stories and 2 notices, and a few guides. */
export function generateContent(
  folder: string,
  count: number,
  {
    seed = 1,
    otherThan = [],
    contentDir = join(projectDir, 'content'),
    omittedFields = [],
    photographs = 0,
  }: GenerateOptions = {},
): void {
  cpSync(contentDir, folder, { recursive: true });
  const isFree = (word: string) => !otherThan.some((part) => word.includes(part));
  const { trade, matter } = words;
  const county: GeneratedCounty = {
    words: { ...words, trade: trade.filter(isFree), matter: matter.filter(isFree) },
    isFree,
    today: GENERATED_DAY,
    places: [],
    contacts: readdirSync(join(folder, 'contacts')).map((name) => name.replace(/\.yml$/, '')),
    photographs,
    documents: [],
  };
  makeRecords(folder, county, count, seed);
  makeDocuments(folder, county, count, { seed, omittedFields });
  recordAll(folder);
}

/** The same with photographs and a git history: a folder `content`, which is a repository, and a folder `public`. */
export async function generateCounty(
  folder: string,
  count: number,
  { history = 0, ...options }: GenerateOptions & { history?: number },
): Promise<void> {
  const content = join(folder, 'content');
  generateContent(content, count, options);
  cpSync(join(projectDir, 'public'), join(folder, 'public'), { recursive: true });
  await generatePhotographs(join(folder, 'public'), options.photographs ?? 0, options.seed ?? 1);
  if (history > 0) generateHistory(content, history, options.seed ?? 1);
}

/** One village per 15 documents, one town per ten villages, one office per 25 documents, one term per 40. */
function makeRecords(folder: string, county: GeneratedCounty, count: number, seed: number): void {
  const write = (collection: string, record: { id: string }) => {
    mkdirSync(join(folder, collection), { recursive: true });
    writeFileSync(join(folder, collection, `${record.id}.yml`), stringify(record));
  };
  const top = 'fen-xi';
  let town = top;
  for (let number = 0; number < Math.ceil(count / 15); number += 1) {
    const isTown = number % 11 === 0;
    const id = `made-${isTown ? 'town' : 'village'}-${number}`;
    const random = seededRandom(seed, id);
    write(
      'places',
      generatePlace(county, random, { id, parent: isTown ? top : town }, isTown ? 'town' : 'village'),
    );
    if (isTown) town = id;
    county.places.push(id);
  }
  for (let number = 0; number < Math.ceil(count / 25); number += 1) {
    const id = `made-office-${number}`;
    write('contacts', { ...generateContact(county, seededRandom(seed, id), number), id });
    county.contacts.push(id);
  }
  const terms = new Set<string>();
  for (let number = 0; number < Math.ceil(count / 40); number += 1) {
    const id = `made-word-${number}`;
    const random = seededRandom(seed, id);
    // A few terms occur in every other document, most in one or two.
    const term = fillTemplate(number % 10 === 0 ? '{matter}' : '{trade}{matter}', county, random);
    if (!terms.has(term)) write('glossary', generateTerm(county, random, { id, term }));
    terms.add(term);
  }
}

type Make = (county: GeneratedCounty, random: Random) => GeneratedText;

function makeDocuments(
  folder: string,
  county: GeneratedCounty,
  count: number,
  { seed, omittedFields }: Required<Pick<GenerateOptions, 'seed' | 'omittedFields'>>,
): void {
  const turns: [GeneratedDocument['collection'], Make][] = [
    ['policies', generatePolicy],
    ['policies', generatePolicy],
    ['policies', generatePolicy],
    ['stories', generateStory],
    ['notices', generateNotice],
  ];
  const guides = Math.min(MAX_GUIDES, Math.floor(count / 20));
  const codes = new Set<string>();
  for (let number = 0; number < count; number += 1) {
    const turn = number < guides ? undefined : turns[number % turns.length];
    const [collection, make] = turn ?? (['pages', generateGuide] as const);
    const slug = freeSlug(collection, number, codes);
    const { title, fields, body } = make(county, seededRandom(seed, `document ${number}`));
    const given = Object.entries(fields).filter(([name]) => !omittedFields.includes(name));
    const path = join(folder, collection, 'made');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `${slug}.mdx`), `---\n${stringify(Object.fromEntries(given))}---\n\n${body}`);
    county.documents.push({ collection, slug, title });
  }
}

/** Writes the ledger as after a first publication. */
function recordAll(folder: string): void {
  const corpus = readCorpus(folder);
  registerAddresses(folder, createSite(corpus.documents, corpus, GENERATED_DAY));
}

/** A slug whose short code no other generated document has; among 10,000, one or two codes repeat. */
function freeSlug(collection: GeneratedDocument['collection'], number: number, codes: Set<string>): string {
  for (let turn = 0; ; turn += 1) {
    const slug = turn === 0 ? `made-${number}` : `made-${number}-${turn}`;
    const code = shortCode(collection, slug);
    if (codes.has(code)) continue;
    codes.add(code);
    return slug;
  }
}
