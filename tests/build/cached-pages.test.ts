/** A site built with a cache equals, byte for byte, the site built without one, after any edits. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, temporaryFolder } from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

/** Edits between two builds. An edit of a table that every page depends on invalidates the whole cache: most rounds have none. */
const ROUNDS = [
  { count: 25, ofTables: false },
  { count: 175, ofTables: true },
];
/** Printed with a failure, so that it can be reproduced. */
const seed = Math.floor(Math.random() * 2 ** 31);

let folder: string;
let content: string;
beforeAll(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  cpSync(join(projectDir, 'content'), content, { recursive: true });
});
afterAll(() => {
  delete process.env.MINGBAI_CACHE;
  rmSync(folder, { recursive: true, force: true });
});

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
function randomFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = randomFrom(seed);

/** A random file of a collection. */
function anyFile(collection: string): string {
  const files = readdirSync(join(content, collection));
  return join(content, collection, files[pick(files.length)] ?? '');
}

function replaceIn(path: string, pattern: RegExp, by: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, by));
}

const field = (collection: string, name: string, value: (number: number) => string) => (number: number) =>
  replaceIn(anyFile(collection), new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value(number)}`);

/** Edits of editors; each receives the number of the edit. Those of tables that are on every page first. */
const tableEdits: ((number: number) => void)[] = [
  field('pages', 'title', (number) => `改过的指南名字${number}`),
  field('contacts', 'for', (number) => `第${number}次改过的用处`),
  field('audiences', 'summary', (number) => `第${number}次改过的一句话。`),
  field('places', 'name', (number) => `改过名字的村${number}`),
  field('actions', 'title', (number) => `行动${number}`),
];
const edits: ((number: number) => void)[] = [
  field('policies', 'title', (number) => `改过的政策名字${number}`),
  field('policies', 'summary', (number) => `这一句是第${number}次修改时写的。`),
  field('policies', 'reviewedOn', (number) => `2026-11-${10 + (number % 10)}`),
  field('stories', 'title', (number) => `改过的故事名字${number}`),
  field('notices', 'title', (number) => `改过的通知名字${number}`),
  field('glossary', 'plain', (number) => `第${number}次改过的大白话。`),
  (number) => replaceIn(anyFile('policies'), /$/, `\n第${number}次修改加了一段，低保和特困人员都看一看。\n`),
  // Ended, or open again: lists, related policies and the policy that it replaced change with it.
  (number) => {
    const path = anyFile('policies');
    replaceIn(path, /^validUntil: .*\n/m, '');
    replaceIn(path, /^reviewer:/m, `validUntil: 202${6 + (number % 2)}-11-01\nreviewer:`);
  },
  (number) => {
    const path = join(content, 'policies', `copy-${number}.mdx`);
    cpSync(join(content, 'policies', 'di-bao.mdx'), path);
    replaceIn(path, /^aliases:.*\n/m, '');
  },
  () => {
    const copies = readdirSync(join(content, 'policies')).filter((name) => name.startsWith('copy-'));
    const copy = copies[pick(Math.max(1, copies.length))];
    if (copy) rmSync(join(content, 'policies', copy));
  },
  (number) =>
    writeFileSync(
      join(content, 'glossary', `word-${number}.yml`),
      `id: word-${number}\nterm: ${['申请', '材料', '办理', '登记'][number % 4]}${number > 100 ? number : ''}\nplain: 第${number}个新词的意思。\n`,
    ),
];

/** The hashes of a build that uses `cache`. */
async function buildWith(cache: string): Promise<Record<string, string>> {
  process.env.MINGBAI_CACHE = join(folder, cache);
  const out = join(folder, 'out');
  const { code, err } = await mingbai('build', '--content', content, '--out', out, '--today', '2026-11-23');
  expect([code, err.split('\n').filter((line) => line.includes(' error '))], `seed ${seed}`).toEqual([0, []]);
  return hashFiles(out);
}

test('after 200 random edits the site is the same with the cache and without', async () => {
  await buildWith('with-cache');
  let number = 0;
  for (const { count, ofTables } of ROUNDS) {
    const possible = ofTables ? [...tableEdits, ...edits] : edits;
    for (const last = number + count; number < last; number += 1) possible[pick(possible.length)]?.(number);
    const cached = await buildWith('with-cache');
    rmSync(join(folder, 'fresh'), { recursive: true, force: true });
    expect(cached, `seed ${seed}`).toEqual(await buildWith('fresh'));
  }
});
