import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '../../src/corpus/index.ts';
import { findUnregisteredAddresses } from '../../src/documents/missing-addresses.ts';
import { createSite } from '../../src/documents/site.ts';
import {
  noticeStatusAt,
  noticeStatuses,
  policyStatuses,
  policyStatusOn,
} from '../../src/documents/status.ts';
import { contentComponents } from '../../src/markup/index.ts';
import { readSettings } from '../../src/settings.ts';
import { checkCorpus } from '../check-corpus.ts';
import { GENERATED_DAY, generateContent, generateCounty } from './generate-content.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-corpus-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let folders = 0;
function make(count: number, options?: Parameters<typeof generateContent>[2]): string {
  folders += 1;
  const folder = join(top, String(folders));
  generateContent(folder, count, options);
  return folder;
}

/** Every file with its bytes, as one digest. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(relative(folder, path)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function settingsOf(contentDir: string, publicDir = 'public') {
  return readSettings({
    MINGBAI_CONTENT: contentDir,
    MINGBAI_PUBLIC: publicDir,
    MINGBAI_TODAY: GENERATED_DAY,
  });
}

/** Enough for every status and every component. */
const LARGE_COUNT = 200;
let large: string;
beforeAll(() => {
  large = make(LARGE_COUNT);
});

test('the generated content could be published by a county: no rule finds an error in it', async () => {
  const { diagnostics } = await checkCorpus(settingsOf(large));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
}, 60_000);

test('generated content has documents of every collection, in every status, with every component', async () => {
  const { corpus } = await checkCorpus(settingsOf(large), { rules: [] });
  const { policies, stories, notices, pages, places, contacts, glossary } = corpus.documents;
  const made = <T extends { slug: string }>(all: readonly T[]) =>
    all.filter(({ slug }) => slug.startsWith('made-'));
  const documents = [...made(policies), ...made(stories), ...made(notices), ...made(pages)];
  expect(documents).toHaveLength(LARGE_COUNT);
  expect(made(pages).length).toBeGreaterThan(5);
  expect([places.length, contacts.length, glossary.length].every((count) => count > 15)).toBe(true);
  const ofPolicies = new Set(made(policies).map(({ data }) => policyStatusOn(data, GENERATED_DAY)));
  expect([...ofPolicies].sort()).toEqual([...policyStatuses].sort());
  const ofNotices = new Set(made(notices).map(({ data }) => noticeStatusAt(data, `${GENERATED_DAY} 07:00`)));
  expect([...ofNotices].sort()).toEqual([...noticeStatuses].sort());
  const blocks = JSON.stringify(documents.map(({ body }) => body));
  for (const name of Object.keys(contentComponents)) expect(blocks).toContain(`"${name}"`);
  for (const name of ['table', 'ol', 'ul', 'blockquote', 'strong']) expect(blocks).toContain(`<${name}>`);
  expect(blocks).toContain('href=\\"/policies/made-');
}, 60_000);

test('a generated county has been published before: its ledger has every address', async () => {
  const { corpus } = await checkCorpus(settingsOf(make(60)), { rules: [] });
  expect(findUnregisteredAddresses(createSite(corpus.documents, corpus, GENERATED_DAY))).toEqual([]);
});

test('the same seed makes the same bytes, so that two runs measure the same text; another seed makes others', () => {
  const first = digestOf(make(60));
  expect(digestOf(make(60))).toBe(first);
  expect(digestOf(make(60, { seed: 2 }))).not.toBe(first);
});

test('generated documents say nothing of the subjects that a search is measured with', () => {
  const folder = join(make(60, { otherThan: ['补贴', '苹果', '蜜'] }), 'policies', 'made');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(texts.join('')).not.toMatch(/补贴|苹果|蜜/);
});

test('a county has photographs of some megabytes and a past of changes, the same in each run', async () => {
  const [one, two] = [join(top, 'one'), join(top, 'two')];
  for (const folder of [one, two]) await generateCounty(folder, 40, { photographs: 1, history: 8 });
  const photograph = join(one, 'public', 'images', 'made-0.jpg');
  expect(statSync(photograph).size).toBeGreaterThan(1_000_000);
  expect(digestOf(join(one, 'public'))).toBe(digestOf(join(two, 'public')));
  const head = (folder: string) => readFileSync(join(folder, 'content/.git/refs/heads/main'), 'utf8');
  expect(head(one)).toBe(head(two));
  const history = await readHistory({ contentDir: join(one, 'content') });
  expect(
    Object.values(history)
      .flat()
      .some(({ fields }) => fields.length > 0),
  ).toBe(true);
  const { diagnostics } = await checkCorpus(settingsOf(join(one, 'content'), join(one, 'public')));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(existsSync(join(one, 'public', 'images', 'made-1.jpg'))).toBe(false);
}, 60_000);
