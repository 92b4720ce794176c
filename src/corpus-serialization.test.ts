/** Content that one process writes, another reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from './corpus/index.ts';
import { readContent, writeContent } from './corpus-serialization.ts';
import { openBody } from './documents/body-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-content-'));
const file = join(folder, 'content');

test('the content is read unchanged, whether just parsed or stored as text', () => {
  try {
    const content = { ...readCorpus(join(import.meta.dirname, '..', 'content')), history: {} };
    writeContent(file, content);
    const arrived = readContent(file);
    expect(arrived).toEqual(content);
    expect(arrived.documents.policies[0]?.body.blocks.length).toBeGreaterThan(0);
    writeContent(file, arrived);
    expect(readContent(file)).toEqual(content);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a body that is passed on is not parsed', () => {
  const body = openBody('no JSON');
  expect(() => body.blocks).toThrow(SyntaxError);
  expect(openBody('{"blocks":[],"headings":[]}')).toEqual({ blocks: [], headings: [] });
});
