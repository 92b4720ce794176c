/** The province of the measurements is one that `mingbai province build` takes: nine in ten documents of a county are those of the base. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { allDocuments } from '../../src/documents/redirects.ts';
import { createSite } from '../../src/documents/site.ts';
import { readProvince } from '../province/read-province.ts';
import { GENERATED_DAY } from './generate-content.ts';
import { changeText, type MadeProvince, makeProvince } from './made-province.ts';

const [COUNTIES, DOCUMENTS] = [3, 60];

let folder: string;
let province: MadeProvince;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-province-'));
  province = makeProvince(folder, COUNTIES, DOCUMENTS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (number: number) => readCorpus(province.contentOf(number));

test('each county has its documents without an error, one in ten of them its own', () => {
  for (let number = 0; number < COUNTIES; number += 1) {
    const corpus = read(number);
    expect(corpus.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const documents = allDocuments(createSite(corpus.documents, corpus, GENERATED_DAY));
    expect(documents).toHaveLength(DOCUMENTS);
    expect(documents.filter(({ slug }) => slug.startsWith('own-'))).toHaveLength(DOCUMENTS / 10);
  }
});

test('each has another telephone, amount and address', () => {
  const facts = [0, 1, 2].map((number) => {
    const { site, documents } = read(number);
    const phone = documents.contacts.find(({ id }) => id === 'tel-12345')?.phone;
    const amount = documents.rates.find(({ id }) => id === 'made-standard')?.values[0]?.value;
    return [site.url, phone, amount];
  });
  for (const column of [0, 1, 2]) expect(new Set(facts.map((row) => row[column])).size).toBe(3);
});

test('province.yml is one, and a change is another text each time', () => {
  expect(readProvince(province.file, GENERATED_DAY).province?.counties).toHaveLength(COUNTIES);
  for (const file of [province.basePolicy, province.ownPolicy(0)]) {
    const texts = [readFileSync(file, 'utf8')];
    for (const turn of [1, 2]) {
      changeText(file, turn);
      texts.push(readFileSync(file, 'utf8'));
    }
    expect(new Set(texts).size).toBe(3);
  }
});
