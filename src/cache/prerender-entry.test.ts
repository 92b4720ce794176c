/** The code of the pages is loaded while the content is still being read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const pages = join(import.meta.dirname, '..', 'pages');

test('no page written in MDX reads the content while it is loaded', () => {
  const written = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mdx'),
  );
  expect(written).not.toEqual([]);
  for (const file of written) expect(readFileSync(join(pages, file), 'utf8'), file).not.toMatch(/\bawait\b/);
});

test('no page that makes files needs more than the props of its path', () => {
  const endpoints = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!.*_).*\.ts$/.test(file),
  );
  expect(endpoints).not.toEqual([]);
  for (const file of endpoints) {
    expect(readFileSync(join(pages, file), 'utf8'), file).toMatch(
      /GET: APIRoute[^=]*= (?:async )?\((?:\{ props \})?\) =>/,
    );
  }
});
