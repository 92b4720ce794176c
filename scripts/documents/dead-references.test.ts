/** Every link and file name in a document or a comment refers to something that exists. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { deadInComments, deadInDocument, deadLinks, headingIds, type Project } from './dead-references.ts';

/** Tracked files and new ones, without what git ignores. */
const files = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: projectDir,
  encoding: 'utf8',
})
  .stdout.split('\0')
  .filter((path) => path !== '' && existsSync(join(projectDir, path)));

const read = (path: string) => readFileSync(join(projectDir, path), 'utf8');
const project: Project = { files, read };
const asText = (path: string) => ({ path, text: read(path) });
const asLines = (dead: ReturnType<typeof deadLinks>) =>
  dead.map(({ path, line, what }) => `${path}:${line}: ${what}`);

const documents = files.filter((path) => path.endsWith('.md') && !path.startsWith('tests/object-storage/'));
/** Without this file, whose examples lead nowhere. */
const sources = files.filter(
  (path) => /\.(?:ts|astro|mjs|css)$/.test(path) && !import.meta.url.endsWith(path),
);

test('documents lead nowhere dead, and name files that there are', () => {
  expect(documents.length).toBeGreaterThan(30);
  // The changelog may name files of past versions.
  const told = documents.filter((path) => path !== 'CHANGELOG.md');
  expect(asLines(told.flatMap((path) => deadInDocument(asText(path), project)))).toEqual([]);
});

test('links of the changelog lead nowhere dead', () => {
  expect(asLines(deadLinks(asText('CHANGELOG.md'), project))).toEqual([]);
});

test('comments name files that there are', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(asLines(sources.flatMap((path) => deadInComments(asText(path), project)))).toEqual([]);
});

const small: Project = {
  files: ['README.md', 'docs/a.md', 'docs/pictures/b.png', 'src/cache/store.ts', 'src/pages/[page].astro'],
  read: (path) => (path === 'docs/a.md' ? '# A page\n\n## 本县 (1.2)\n\n## Twice\n\n## Twice\n' : undefined),
};
const inReadme = (text: string) => asLines(deadInDocument({ path: 'README.md', text }, small));

test.each([
  ['a link to a file', 'See [a](docs/b.md).', 'no file docs/b.md'],
  ['a picture', '![b](docs/pictures/c.png)', 'no file docs/pictures/c.png'],
  ['a linked picture', '[![b](docs/c.png)](docs/a.md)', 'no file docs/c.png'],
  ['an anchor of another document', '[a](docs/a.md#b-page)', 'no heading docs/a.md#b-page'],
  ['an anchor of its own', '# Here\n\n[a](#there)', 'no heading #there'],
  ['a path in code', 'look at `src/kept/store.ts`', 'no file src/kept/store.ts'],
  ['a folder', 'in `src/kept/` lies', 'no file src/kept'],
  ['a file by its name', '`stores.ts` does', 'no file stores.ts'],
])('%s that does not exist is reported with its line', (_, text, what) => {
  expect(inReadme(`one\n\n${text}\n`).map((line) => line.replace(/^README\.md:[35]: /, ''))).toContain(what);
});

test.each([
  'See [a](docs/a.md#本县-12), [b](docs/a.md#twice-1), [c](https://a.example/b.md#c), [d](mailto:a@b.cn) and [e](docs/).',
  '`src/cache/store.ts`, `store.ts`, `cache/store.ts`, `src/cache/`, `src/pages/[page].astro`, `src/*/x.ts`, `src/…`',
  '```sh\n[a](no.md)\n```\n\n`[a](no.md)`',
])('an existing reference is not reported: %s', (text) => {
  expect(inReadme(text)).toEqual([]);
});

test('comments are checked, code is not', () => {
  const text =
    "import { a } from './gone.ts';\n/** As in gone.ts and store.ts. */\nconst url = 'http://a/other.ts'; // see src/old.ts\n";
  expect(asLines(deadInComments({ path: 'src/x.ts', text }, small))).toEqual([
    'src/x.ts:3: no file src/old.ts',
    'src/x.ts:2: no file gone.ts',
  ]);
});

test('headings have the anchors that git hosts give them', () => {
  expect([...headingIds('# 先改一处试试（十分钟）\n## `npm test`, twice!\n## A_b-c d\n')]).toEqual([
    '先改一处试试十分钟',
    'npm-test-twice',
    'a_b-c-d',
  ]);
});
