/** The findings of a file are cached until the file or the other inputs of its rules change. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cache, type ParseCache, readCorpus } from '../corpus/index.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { createSite } from '../documents/site.ts';
import { EXAMPLE_DAY, writeExample } from './example-folder.ts';
import { type CheckedContent, checkContent, openFileCheck, rules } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-findings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A cache whose records are serialized as JSON, as in a build; it counts the computed entries. */
function memory<T>(): Cache<T> & { worked: string[] } {
  const texts = new Map<string, string>();
  const worked: string[] = [];
  return {
    worked,
    get: (key) => {
      const text = texts.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    set: (key, value) => {
      worked.push(key);
      texts.set(key, JSON.stringify(value));
    },
  };
}

const known: ParseCache = { files: memory(), siteFiles: memory(), sources: memory() };

function read(day = EXAMPLE_DAY): CheckedContent {
  const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true, known });
  const site = createSite(corpus.documents, corpus, day);
  const { sources } = corpus;
  return { sources, allSources: sources, site, publicFiles: [], contentName: 'content' };
}

const check = (kept?: Cache<Diagnostic[]>, day?: string): Diagnostic[] =>
  checkContent(read(day), rules, kept);

const contact = (phone: string) => `id: zhan\nname: 农技站\nphone: "${phone}"\nfor: 种地的事\n`;

test('an editor gets the same findings for unchanged files, and nothing is computed again', () => {
  writeExample({ body: '打13812345678。王小明今年12岁。' }, folder);
  const fresh = check();
  expect(fresh.map(({ rule }) => rule)).toContain('privacy/minor-name');
  const kept = memory<Diagnostic[]>();
  expect(check(kept)).toEqual(fresh);
  const before = kept.worked.length;
  expect(check(kept)).toEqual(fresh);
  expect(kept.worked.length).toBe(before);
});

test('a text that changes is told what check tells of its file, beside the rest of the content', () => {
  const inText = '打13812345678，或者13912345678。王小明今年12岁。';
  writeExample({ body: inText, files: { 'contacts/zhan.yml': contact('13812345678') } }, folder);
  const content = read();
  const checkText = openFileCheck(content);
  const [page] = content.sources.filter(({ collection }) => collection === 'pages');
  if (page === undefined) throw new Error('The example is a page.');
  const found = checkText(page);
  expect(found.map(({ rule }) => rule)).toContain('privacy/minor-name');
  expect(found.filter(({ rule }) => rule === 'privacy/mobile-number')).toHaveLength(1);
  expect(found).toEqual(check().filter(({ file }) => file === page.file));
});

test('a mobile number is no longer an error once an office lists it, though its file is unchanged', () => {
  writeExample({ body: '打13812345678。', files: { 'contacts/zhan.yml': contact('12316') } }, folder);
  const kept = memory<Diagnostic[]>();
  const isTold = () => check(kept).some(({ rule }) => rule === 'privacy/mobile-number');
  expect(isTold()).toBe(true);
  writeFileSync(join(folder, 'content/contacts/zhan.yml'), contact('13812345678'));
  expect(isTold()).toBe(false);
});

test('an editor is told of a rare character until a record has it in a name, though the file of the text is cached', () => {
  writeExample({ body: '去汭庄找人。别被诓了。' }, folder);
  const kept = memory<Diagnostic[]>();
  const rare = () => check(kept).filter(({ rule }) => rule === 'plain/rare-character');
  const words = (found: Diagnostic[]) => found.map(({ message }) => message.slice(0, 3)).join('');
  expect(words(rare())).toBe('「诓」');
  writeExample({ body: '去城里找汭的人。别被诓了。' }, folder);
  expect(words(rare())).toBe('「汭」「诓」');
  writeFileSync(
    join(folder, 'content', 'contacts', 'zhan.yml'),
    contact('12345').replace('农技站', '汭口农技站'),
  );
  expect(words(rare())).toBe('「诓」');
});

test('the future date of a check is told again every day until it comes, from the cache', () => {
  writeExample({ fields: 'reviewedOn: 2026-12-20' }, folder);
  const kept = memory<Diagnostic[]>();
  const isFuture = (day?: string) => check(kept, day).some(({ rule }) => rule === 'schema/future-date');
  expect(isFuture()).toBe(true);
  const before = kept.worked.length;
  expect(isFuture('2026-12-19')).toBe(true);
  expect(isFuture('2026-12-20')).toBe(false);
  expect(kept.worked.length).toBe(before);
});

test('a new telephone number of an office repeats only the rules about numbers', () => {
  writeExample({ body: '打13812345678。王小明今年12岁。' }, folder);
  const kept = memory<Diagnostic[]>();
  check(kept);
  const all = kept.worked.length;
  writeFileSync(join(folder, 'content', 'contacts', 'zhan.yml'), contact('12346'));
  check(kept);
  expect(kept.worked.length - all).toBeLessThan(all / 2);
});
