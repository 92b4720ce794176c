/** Messages have the exact position of a character: in the document, or in the record that it quotes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCharacters } from './find-characters.ts';

const contentDir = mkdtempSync(join(tmpdir(), 'mingbai-'));
const folder = { contentDir, contentName: 'content' };
const document = (slug: string) => ({ collection: 'policies' as const, slug });

beforeAll(() => {
  for (const name of ['policies/2026', 'actions']) mkdirSync(join(contentDir, name), { recursive: true });
  writeFileSync(join(contentDir, 'site.yml'), 'name: 🌾县明白纸\n');
  writeFileSync(join(contentDir, 'actions/a.yml'), 'id: a\ntitle: ☎行动\n');
  writeFileSync(join(contentDir, 'policies/2026/one.mdx'), '---\ntitle: 𬇙村📞低保\n---\n');
  writeFileSync(join(contentDir, 'policies/two.mdx'), '---\ntitle: 低保\n---\n');
});
afterAll(() => rmSync(contentDir, { recursive: true }));

test('in the document itself, also in a folder of the editors’ own; a rare character counts as one', () => {
  expect(findCharacters(folder, [{ document: document('one'), characters: ['📞'] }])).toEqual([
    { character: '📞', file: 'content/policies/2026/one.mdx', line: 2, column: 10 },
  ]);
});

test('in a record or in site.yml it is reported once, however many documents show it', () => {
  const characters = ['🌾', '☎'];
  const places = findCharacters(
    folder,
    ['one', 'two'].map((slug) => ({ document: document(slug), characters })),
  );
  expect(places).toEqual([
    { character: '🌾', file: 'content/site.yml', line: 1, column: 7 },
    { character: '☎', file: 'content/actions/a.yml', line: 2, column: 8 },
  ]);
});

test('a character that is not found is reported at the document', () => {
  expect(findCharacters(folder, [{ document: document('two'), characters: ['𠮷'] }])).toEqual([
    { character: '𠮷', file: 'content/policies/two.mdx', line: 1, column: 1 },
  ]);
});
