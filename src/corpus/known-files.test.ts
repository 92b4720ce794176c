/** What was read before and is taken again is what reading gives. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectDir } from '../settings.ts';
import type { KnownFile } from './known-files.ts';
import { readCorpus } from './read-corpus.ts';

/** Records that go through JSON, as those of a build do. */
function recordsInMemory() {
  const texts = new Map<string, string>();
  let puts = 0;
  return {
    take: (key: string) => {
      const text = texts.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as KnownFile);
    },
    put: (key: string, read: KnownFile) => {
      puts += 1;
      texts.set(key, JSON.stringify(read));
    },
    puts: () => puts,
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-known-'));
  cpSync(join(projectDir, 'content'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test('the second reading takes every file and gives the same, with the same faults', () => {
  writeFileSync(join(folder, 'policies', 'di-bao.mdx'), '---\ntitle: 低保\nsumary: 错\n---\n\n<script>\n');
  const known = recordsInMemory();
  const fresh = readCorpus(folder, 'content');
  expect(fresh.problems.length).toBeGreaterThan(1);
  expect(plain(readCorpus(folder, 'content', { known }))).toEqual(plain(fresh));
  const puts = known.puts();
  expect(plain(readCorpus(folder, 'content', { known }))).toEqual(plain(fresh));
  expect(known.puts()).toBe(puts);
});

test('a file that changed is read anew', () => {
  const known = recordsInMemory();
  readCorpus(folder, 'content', { known });
  const puts = known.puts();
  writeFileSync(join(folder, 'places', 'bai-yi.yml'), 'id: bai-yi\nname: 改名村\nkind: village\n');
  const { documents } = readCorpus(folder, 'content', { known });
  expect(documents.places.find(({ id }) => id === 'bai-yi')?.name).toBe('改名村');
  expect(known.puts()).toBe(puts + 1);
});
