/**
 * Makes a content folder of any size for measurements: the real content, and beside it documents and records of every
 * collection, put together from many words by a seeded dice, so that two runs measure the same text. Every document passes
 * the checks.
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
import type { MadeCounty, MadeDocument, MadeText } from './made/county.ts';
import { fill } from './made/county.ts';
import { createDice, type Dice } from './made/dice.ts';
import { makeHistory } from './made/history.ts';
import { madeGuide, madeNotice, madeStory } from './made/other-documents.ts';
import { makePhotographs } from './made/photographs.ts';
import { madePolicy } from './made/policy.ts';
import { madeContact, madePlace, madeWord } from './made/records.ts';
import { words } from './vocabulary.ts';

/** How many documents the real content has. */
export const REAL_DOCUMENTS = 22;
/** The day for which the made documents have every status. */
export const MADE_DAY: string = EXAMPLE_DAY;
/** Guides do not grow with a county: it has a few more than the example. */
const MOST_GUIDES = 12;

export interface MakeOptions {
  seed?: number;
  /** No made document is on a subject that one of these is a part of: a search for it means a real one. */
  otherThan?: readonly string[];
  /** How many photographs the stories have between them; they are written by `makeCounty`. */
  photographs?: number;
}

/** Writes the real content and `count` made documents into `folder`, 6 policies to 2 stories and 2 notices, and a few guides. */
export function makeContent(
  folder: string,
  count: number,
  { seed = 1, otherThan = [], photographs = 0 }: MakeOptions = {},
): void {
  cpSync(join(projectDir, 'content'), folder, { recursive: true });
  const isFree = (word: string) => !otherThan.some((part) => word.includes(part));
  const { trade, matter } = words;
  const county: MadeCounty = {
    words: { ...words, trade: trade.filter(isFree), matter: matter.filter(isFree) },
    isFree,
    today: MADE_DAY,
    places: [],
    contacts: readdirSync(join(folder, 'contacts')).map((name) => name.replace(/\.yml$/, '')),
    photographs,
    documents: [],
  };
  makeRecords(folder, county, count, seed);
  makeDocuments(folder, county, count, seed);
  recordAll(folder);
}

/** The same with its photographs and with a past: a folder `content` that is a repository, and a folder `public`. */
export async function makeCounty(
  folder: string,
  count: number,
  { history = 0, ...options }: MakeOptions & { history?: number },
): Promise<void> {
  const content = join(folder, 'content');
  makeContent(content, count, options);
  cpSync(join(projectDir, 'public'), join(folder, 'public'), { recursive: true });
  await makePhotographs(join(folder, 'public'), options.photographs ?? 0, options.seed ?? 1);
  if (history > 0) makeHistory(content, history, options.seed ?? 1);
}

/** A village to 15 documents, a town to ten villages; an office to 25; a word to 40. */
function makeRecords(folder: string, county: MadeCounty, count: number, seed: number): void {
  const write = (collection: string, record: { id: string }) => {
    mkdirSync(join(folder, collection), { recursive: true });
    writeFileSync(join(folder, collection, `${record.id}.yml`), stringify(record));
  };
  const top = 'fen-xi';
  let town = top;
  for (let number = 0; number < Math.ceil(count / 15); number += 1) {
    const isTown = number % 11 === 0;
    const id = `made-${isTown ? 'town' : 'village'}-${number}`;
    const dice = createDice(seed, id);
    write(
      'places',
      madePlace(county, dice, { id, parent: isTown ? top : town }, isTown ? 'town' : 'village'),
    );
    if (isTown) town = id;
    county.places.push(id);
  }
  for (let number = 0; number < Math.ceil(count / 25); number += 1) {
    const id = `made-office-${number}`;
    write('contacts', { ...madeContact(county, createDice(seed, id), number), id });
    county.contacts.push(id);
  }
  const terms = new Set<string>();
  for (let number = 0; number < Math.ceil(count / 40); number += 1) {
    const id = `made-word-${number}`;
    const dice = createDice(seed, id);
    // A few stand in every other document, most in one or two.
    const term = fill(number % 10 === 0 ? '{matter}' : '{trade}{matter}', county, dice);
    if (!terms.has(term)) write('glossary', madeWord(county, dice, { id, term }));
    terms.add(term);
  }
}

type Make = (county: MadeCounty, dice: Dice) => MadeText;

function makeDocuments(folder: string, county: MadeCounty, count: number, seed: number): void {
  const turns: [MadeDocument['collection'], Make][] = [
    ['policies', madePolicy],
    ['policies', madePolicy],
    ['policies', madePolicy],
    ['stories', madeStory],
    ['notices', madeNotice],
  ];
  const guides = Math.min(MOST_GUIDES, Math.floor(count / 20));
  const codes = new Set<string>();
  for (let number = 0; number < count; number += 1) {
    const turn = number < guides ? undefined : turns[number % turns.length];
    const [collection, make] = turn ?? (['pages', madeGuide] as const);
    const slug = freeSlug(collection, number, codes);
    const { title, fields, body } = make(county, createDice(seed, `document ${number}`));
    const path = join(folder, collection, 'made');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `${slug}.mdx`), `---\n${stringify(fields)}---\n\n${body}`);
    county.documents.push({ collection, slug, title });
  }
}

/** The ledger as it stands after the first publication: a line for each address. */
function recordAll(folder: string): void {
  const corpus = readCorpus(folder);
  registerAddresses(folder, createSite(corpus.documents, corpus, MADE_DAY));
}

/** A name whose short address no other made document has; of 10,000 names one or two have one twice. */
function freeSlug(collection: MadeDocument['collection'], number: number, codes: Set<string>): string {
  for (let turn = 0; ; turn += 1) {
    const slug = turn === 0 ? `made-${number}` : `made-${number}-${turn}`;
    const code = shortCode(collection, slug);
    if (codes.has(code)) continue;
    codes.add(code);
    return slug;
  }
}
