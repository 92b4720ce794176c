/** The README is short, in both languages, and has everything needed to run a site. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFilesRecursive } from '../../src/cache/list-files.ts';
import { projectDir } from '../../src/settings.ts';

const MAX_LINES = 120;
const MAX_PARAGRAPH_LINES = 5;
const MAX_PICTURE_BYTES = 150 * 1024;
const MAX_MEAN_SENTENCE_WORDS = 25;

const read = (path: string) => readFileSync(join(projectDir, path), 'utf8');
const readmes = ['README.md', 'README.zh-CN.md'];

/** Prose without tables and code: the texts between blank lines, each list item separately. */
function paragraphsOf(text: string): string[] {
  return text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split(/\n\s*\n|\n(?=(?:- |\d+\. ))/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !/^(?:\||#|<!--)/.test(paragraph));
}

test.each(readmes)('%s can be read in five minutes', (path) => {
  const text = read(path);
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(MAX_LINES);
  const long = paragraphsOf(text).filter((paragraph) => paragraph.split('\n').length > MAX_PARAGRAPH_LINES);
  expect(long).toEqual([]);
});

test('both languages have the same parts, pictures and documents', () => {
  const [english = '', chinese = ''] = readmes.map(read);
  const partsOf = (text: string) => text.match(/^#+ /gm);
  const targetsOf = (text: string) =>
    [...new Set(Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target ?? ''))]
      .filter((target) => !readmes.includes(target))
      .sort();
  expect(partsOf(chinese)).toEqual(partsOf(english));
  expect(targetsOf(chinese)).toEqual(targetsOf(english));
});

test('no picture of a document makes somebody on a slow network wait', () => {
  const pictures = listFilesRecursive(join(projectDir, 'docs', 'pictures'));
  expect(pictures.length).toBeGreaterThan(3);
  const sizeOf = (name: string) => statSync(join(projectDir, 'docs', 'pictures', name)).size;
  expect(pictures.filter((name) => sizeOf(name) > MAX_PICTURE_BYTES)).toEqual([]);
});

test.each(readmes)('%s has every command, and none that does not exist', (path) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const ofDevelopers = ['lint', 'format', 'types'];
  const wanted = Object.keys(scripts).filter((name) => !ofDevelopers.includes(name));
  const named = Array.from(
    read(path).matchAll(/(?:`|^)npm (?:run )?([a-z]+(?:-[a-z]+)*)/gm),
    ([, name = '']) => name,
  );
  expect([...new Set(named)].sort()).toEqual(wanted.sort());
});

test('the page on deployment explains every variable of the environment that the code reads', () => {
  const sources = ['src', 'scripts', 'tests']
    .flatMap((folder) => listFilesRecursive(join(projectDir, folder)).map((path) => join(folder, path)))
    .filter((path) => /\.(?:ts|mjs|astro)$/.test(path) && !/node_modules|\.test\.ts$/.test(path));
  const names = new Set(
    [...sources, '.gitlab-ci.yml', '.github/workflows/publish.yml'].flatMap((path) =>
      Array.from(read(path).matchAll(/\b(?:MINGBAI|AWS)_[A-Z_]+\b/g), ([name]) => name),
    ),
  );
  expect(names.size).toBeGreaterThan(10);
  const page = read('docs/deployment.md');
  expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('the page on architecture has every folder of src, and CONTRIBUTING every folder of tests', () => {
  const foldersOf = (folder: string) =>
    readdirSync(join(projectDir, folder), { withFileTypes: true })
      // The browser tests leave a cache there.
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(({ name }) => `${folder}/${name}/`);
  const missing = (page: string, folder: string) =>
    foldersOf(folder).filter((path) => !read(page).includes(`\`${path}\``));
  expect(missing('docs/architecture.md', 'src')).toEqual([]);
  expect(missing('CONTRIBUTING.md', 'tests')).toEqual([]);
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...listFilesRecursive(join(projectDir, 'docs'))
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
])('%s is written in short sentences', (path) => {
  const sentences = paragraphsOf(read(path))
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!。])\s+/))
    .map((sentence) => sentence.split(/\s+/).length)
    .filter((words) => words > 2);
  const mean = sentences.reduce((sum, words) => sum + words, 0) / Math.max(1, sentences.length);
  expect(mean).toBeLessThanOrEqual(MAX_MEAN_SENTENCE_WORDS);
});
