/** The files that a phone saves, and their URLs. */
import { expect, test } from 'vitest';
import { isImmutable } from '../served-files.ts';
import { cacheUrl, chunkFor, contentType, fileGroup, pathInScope, savedPhotograph } from './files.ts';

const scope = 'https://www.county.example/mingbai/';

test.each([
  ['', 'text'],
  ['policies/di-bao/', 'text'],
  ['s/ieta9/', 'text'],
  ['share/policies/di-bao/message.txt', 'text'],
  ['notices/a/event.ics', 'text'],
  ['search/index/pagefind-entry.json', undefined],
  ['search/index/pagefind.unknown_1.pf_meta', undefined],
  ['search/index/list.bin', 'search'],
  ['search/index/fragment/unknown_1.pf_fragment', 'search'],
  ['share/policies/di-bao/poster.png', 'pictures'],
  ['audio/di-bao.mp3', 'pictures'],
  ['assets/photographs/0123456789abcdef-middle.webp', 'pictures'],
  ['assets/photographs/0123456789abcdef-large.webp', undefined],
  ['assets/photographs/0123456789abcdef-middle.avif', undefined],
  ['assets/photographs/0123456789abcdef.jpg', undefined],
  ['icon.svg', 'text'],
  ['share/policies/di-bao/card.png', undefined],
  ['share/policies/di-bao/all.zip', undefined],
  ['files/form.pdf', undefined],
  ['files/form.docx', undefined],
  ['files/film.mp4', undefined],
  ['files/table.csv', 'text'],
  ['sitemap-0.xml', undefined],
  ['sw.js', undefined],
  ['offline/list.json', undefined],
  ['offline/', 'text'],
])('%s is in the group %s', (path, group) => {
  expect(fileGroup(path)).toBe(group);
});

test('a file with its hash in its name is cached under its own URL, every other file with its hash appended', () => {
  expect(cacheUrl('assets/page.c9b576e0.js', 'AbCdEf12', scope)).toBe(`${scope}assets/page.c9b576e0.js`);
  expect(cacheUrl('', 'AbCdEf12', scope)).toBe(`${scope}?d=AbCdEf12`);
  expect(isImmutable('search/index/pagefind-entry.json')).toBe(false);
});

test('a phone saves one file of a photograph, whichever the page requests', () => {
  const file = 'assets/photographs/0123456789abcdef-middle.webp';
  for (const name of ['-large.avif', '-small.webp', '-middle.webp', '.jpg']) {
    expect(savedPhotograph(`assets/photographs/0123456789abcdef${name}`)).toBe(file);
  }
  expect(savedPhotograph('assets/page.c9b576e0.js')).toBeUndefined();
  expect(cacheUrl(file, 'AbCdEf12', scope)).toBe(scope + file);
});

test('files of another site on the same host are ignored', () => {
  expect(pathInScope(`${scope}policies/?status=ended`, scope)).toBe('policies/');
  expect(pathInScope('https://www.county.example/mingbai-old/', scope)).toBeUndefined();
  expect(pathInScope('https://elsewhere.example/mingbai/', scope)).toBeUndefined();
});

test('pages and texts are served as Chinese in UTF-8', () => {
  expect([contentType('policies/'), contentType('404.html'), contentType('a/message.txt')]).toEqual([
    'text/html; charset=utf-8',
    'text/html; charset=utf-8',
    'text/plain; charset=utf-8',
  ]);
});

test('a file is looked up in the only chunk that can contain it', () => {
  const part = (id: string, group: 'text' | 'pictures', first: string) => ({
    ...{ id, group, first },
    ...{ files: 1, bytes: 1, wireBytes: 1 },
  });
  const parts = [part('a', 'text', ''), part('b', 'text', 'policies/'), part('c', 'pictures', 'share/')];
  expect(chunkFor(parts, 'contacts/')?.id).toBe('a');
  expect(chunkFor(parts, 'policies/')?.id).toBe('b');
  expect(chunkFor(parts, 'share/x/poster.png')?.id).toBe('c');
  expect(chunkFor(parts, 'a.png')).toBeUndefined();
});
