/** Imports between layers point one way (docs/architecture.md); an edge in the other direction is printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = dirname(fileURLToPath(import.meta.url));

/** What each layer, a folder or file of src/, may import besides itself. */
const mayImport: Record<string, readonly string[]> = {
  schema: [],
  documents: ['schema'],
  markup: ['documents', 'schema'],
  corpus: ['git-command.ts', 'settings.ts', 'markup', 'documents', 'schema'],
  check: ['public-folder', 'markup', 'documents', 'schema'],
  'public-folder': ['cache', 'documents', 'schema'],
  photographs: ['cache', 'map-with-concurrency.ts', 'documents', 'schema'],
  import: ['markup', 'documents', 'schema', 'outside-program.ts'],
  search: [
    'line-breaks',
    'cache',
    'markup',
    'documents',
    'schema',
    'bundle-script.ts',
    'write-file-atomic.ts',
  ],
  cache: [
    'base-path.ts',
    'to-astro-entries.ts',
    'astro-data-store.ts',
    'line-breaks',
    'documents',
    'schema',
    'write-file-atomic.ts',
  ],
  province: ['cache', 'documents', 'schema', 'write-file-atomic.ts'],
  'province-search': ['components', 'search', 'documents', 'schema', 'bundle-script.ts'],
  share: ['cache', 'documents', 'schema'],
  'outside-links': ['map-with-concurrency.ts', 'documents', 'schema'],
  word: ['documents', 'schema'],
  report: ['documents', 'schema'],
  desk: [
    'corpus',
    'git-command.ts',
    'markup',
    'share',
    'documents',
    'schema',
    'served-files.ts',
    'write-file-atomic.ts',
  ],
  offline: ['cache', 'documents', 'schema', 'bundle-script.ts', 'map-with-concurrency.ts', 'served-files.ts'],
  'official-account': ['documents'],
  'remote-cache': ['cache', 'publish', 'map-with-concurrency.ts', 'write-file-atomic.ts'],
  publish: [
    'cache',
    'fsync.ts',
    'git-command.ts',
    'map-with-concurrency.ts',
    'make-folder.ts',
    'served-files.ts',
    'write-file-atomic.ts',
  ],
  'write-file-atomic.ts': ['fsync.ts', 'make-folder.ts'],
  components: ['base-path.ts', 'documents', 'schema'],
  'line-breaks': [],
  layouts: ['components', 'line-breaks', 'documents', 'schema', 'styles', 'bundle-script.ts', 'settings.ts'],
  pages: [
    'astro-data-store.ts',
    'layouts',
    'components',
    'search',
    'share',
    'cache',
    'documents',
    'schema',
    'settings.ts',
  ],
  'province-site': [
    'content.config.ts',
    'layouts',
    'components',
    'province-search',
    'province',
    'documents',
    'schema',
  ],
  'settings.ts': ['documents'],
  'to-astro-entries.ts': ['corpus', 'documents', 'schema'],
  'corpus-serialization.ts': ['to-astro-entries.ts', 'documents', 'schema'],
  'astro-data-store.ts': ['to-astro-entries.ts', 'corpus-serialization.ts', 'settings.ts'],
  'content.config.ts': ['documents', 'schema'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(tsx?|astro)$/.test(file) && !file.endsWith('.test.ts'),
);

/** The modules that a file names in its imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return Array.from(text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g), (match) => match[1] ?? '');
}

const layerOf = (path: string) => path.split('/')[0] ?? '';

test('no layer imports one above it', () => {
  const edges = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(src, resolve(src, dirname(file), name)))
      .filter((target) => layerOf(target) !== layerOf(file))
      .filter((target) => !mayImport[layerOf(file)]?.includes(layerOf(target)))
      .map((target) => `src/${file} → src/${target}`),
  );
  expect(edges).toEqual([]);
});

test('schema and documents run anywhere: no Node, no virtual modules of Astro', () => {
  const edges = files
    .filter((file) => ['schema', 'documents'].includes(layerOf(file)))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(?:node:|astro)/.test(name))
        .map((name) => `src/${file} → ${name}`),
    );
  expect(edges).toEqual([]);
});

test('no module imports the command line', () => {
  const edges = files.filter((file) => importsOf(file).some((name) => name.includes('scripts/')));
  expect(edges).toEqual([]);
});

test('no file imports itself in a cycle', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(src, resolve(src, dirname(file), name))),
    ]),
  );
  const circles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  const done = new Set<string>();
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
