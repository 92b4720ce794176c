/** Every rule finds each of its bad examples, at the right position only, and nothing in the good ones. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { atTheirFiles, readCorpus } from '../corpus/index.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { createSite } from '../documents/site.ts';
import { EXAMPLE_DAY, writeExample } from './example-folder.ts';
import { checkContent } from './index.ts';
import { readPublicFiles } from './public-files.ts';
import type { Example } from './rule.ts';
import { rules } from './rules/index.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-rules-'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'example-'));
});
// Removing hundreds of folders takes time on a busy machine.
afterAll(() => rmSync(root, { recursive: true }), 60_000);

/** All findings in an example, by reading and by rules, and the expected positions. */
async function look(example: Example): Promise<{ diagnostics: Diagnostic[]; expected: string[] }> {
  const expected = writeExample(example, folder);
  const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true });
  const today = (typeof example === 'string' ? undefined : example.today) ?? EXAMPLE_DAY;
  const site = createSite(corpus.documents, corpus, today);
  const publicFiles = await readPublicFiles(join(folder, 'public'));
  const content = {
    sources: corpus.sources,
    allSources: corpus.sources,
    site,
    publicFiles,
    contentName: 'content',
  };
  const found = atTheirFiles(checkContent(content), corpus.origins);
  return { diagnostics: [...corpus.diagnostics, ...found], expected };
}

const place = ({ file, line, column }: Diagnostic) => `${file}:${line}:${column}`;

describe.each(rules)('$name', ({ name, severity, stopsBuild, bad, good }) => {
  test.each(bad.map((example, index) => ({ example, index })))(
    'finds bad example $index',
    async ({ example }) => {
      const { diagnostics, expected } = await look(example);
      expect(expected.length).toBeGreaterThan(0);
      expect(
        diagnostics
          .filter(({ rule }) => rule === name)
          .map(place)
          .sort(),
      ).toEqual(expected);
    },
  );

  test.each(good.map((example, index) => ({ example, index })))(
    'is silent on good example $index',
    async ({ example }) => {
      const { diagnostics } = await look(example);
      expect(diagnostics.filter(({ rule, severity }) => rule === name || severity === 'error')).toEqual([]);
    },
  );

  test('has examples of both, and stops a build only with errors', () => {
    expect(bad.length * good.length).toBeGreaterThan(0);
    if (stopsBuild) expect(severity).toBe('error');
  });
});

test('a rule has the name of its file, and every file is a rule', () => {
  const files = readdirSync(new URL('rules', import.meta.url), { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((file) => /\/[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(rules.map(({ name }) => name).sort()).toEqual(names.sort());
});
