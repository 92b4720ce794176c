/** Every server sends a phone the same headers for each file. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cacheControl, isImmutable, mediaType } from './served-files.ts';

const configuration = (name: string) =>
  readFileSync(new URL(`../scripts/publish/${name}`, import.meta.url), 'utf8');

/** The patterns of nginx.conf for immutable files. */
const nginxPatterns = Array.from(
  configuration('nginx.conf').matchAll(/"~(\S+)"\s+"public, max-age=31536000, immutable"/g),
  ([, pattern = '']) => new RegExp(pattern),
);
/** The pattern of the Caddyfile for the same files, and the one for all others. */
const [caddyNamed, caddyChanging] = ['@named path_regexp ', '@changing not path_regexp '].map((start) => {
  const line = configuration('Caddyfile')
    .split('\n')
    .find((each) => each.trim().startsWith(start));
  return new RegExp(line?.trim().slice(start.length) ?? '^$');
});

const examples: [path: string, isForEver: boolean][] = [
  ['assets/style.x_txUV3R.css', true],
  ['assets/page.Bk3-9d_x.js', true],
  ['assets/photographs/1f0c9a-480.webp', true],
  ['assets/photographs/1f0c9a.jpg', true],
  ['search/index/fragment/unknown_1a2b3c4d.pf_fragment', true],
  ['search/index/index/zh_1a2b3c4.pf_index', true],
  ['search/index/pagefind-entry.json', false],
  ['search/index/list.bin', false],
  ['assets/style.css', false],
  ['index.html', false],
  ['policies/di-bao/index.html', false],
  ['images/lu.jpg', false],
  ['offline/list.json', false],
  ['sw.js', false],
];

test.each(examples)('%s never changes: %s, by nginx, Caddy and object storage alike', (path, isForEver) => {
  expect(isImmutable(path)).toBe(isForEver);
  expect(cacheControl(path).includes('immutable')).toBe(isForEver);
  expect(nginxPatterns.some((pattern) => pattern.test(`/${path}`))).toBe(isForEver);
  expect(caddyNamed?.test(`/${path}`)).toBe(isForEver);
  // The pattern for all other files lists those that have an age.
  expect(caddyChanging?.test(`/${path}`)).toBe(cacheControl(path) !== 'no-cache');
});

test('the list of the search index is asked for again after half a minute, by nginx, Caddy and object storage alike', () => {
  const list = 'search/index/list.bin';
  expect(cacheControl(list)).toBe('max-age=30');
  const pattern = /"~(\S+)"\s+"max-age=30"/.exec(configuration('nginx.conf'))?.[1] ?? '^$';
  expect(new RegExp(pattern).test(`/county/${list}`)).toBe(true);
  expect(configuration('Caddyfile')).toContain('@list path_regexp /search/index/list\\.bin$');
  expect(configuration('Caddyfile')).toContain('header @list Cache-Control max-age=30');
});

test('the configurations name the same files as the table, whatever files a site has', () => {
  const parts = fc.constantFrom(
    'assets/',
    'search/index/',
    'photographs/',
    'a',
    '1f',
    '.',
    '-',
    'x_txUV3R',
    '.js',
    '.css',
    '.pf_meta',
    '.webp',
    '.json',
  );
  const paths = fc.array(parts, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(paths, (path) => {
      // Below the path of a portal too: the configurations match the folder anywhere, the table from the site root.
      const folders = path.split('/');
      const expected = folders.some((_, start) => isImmutable(folders.slice(start).join('/')));
      return (
        nginxPatterns.some((pattern) => pattern.test(`/${path}`)) === expected &&
        caddyNamed?.test(`/${path}`) === expected
      );
    }),
    { numRuns: 3000 },
  );
});

test('a recording, a form and a moving picture have their types', () => {
  expect(['a.mp3', 'a.pdf', 'a/b.GIF', 'a.docx', 'a.unknown'].map(mediaType)).toEqual([
    'audio/mpeg',
    'application/pdf',
    'image/gif',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/octet-stream',
  ]);
});
