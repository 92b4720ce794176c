/** A reader with a slow network waits for few bytes: HTML, CSS and scripts of every page, as transferred. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { budgets } from '../../src/documents/budgets.ts';
import { filesOf, siteDir } from '../support/built-site.ts';

const sizeOf = (file: string) => gzipSync(readFileSync(join(siteDir, file)), { level: 9 }).length;
const pages = filesOf('.html').map((file) => ({ file, html: readFileSync(join(siteDir, file), 'utf8') }));

/** The files of the site that a page loads by the elements that match. */
function loadedBy({ html }: { html: string }, pattern: RegExp): string[] {
  return Array.from(html.matchAll(pattern), (match) => match[1] ?? '');
}

test('no page exceeds the limit in HTML and CSS', () => {
  const heavy = pages.filter((page) => {
    const styles = loadedBy(page, /<link rel="stylesheet" href="([^"]+)"/g);
    expect(styles).toHaveLength(1);
    return sizeOf(page.file) + styles.reduce((sum, style) => sum + sizeOf(style), 0) > budgets.pageBytes;
  });
  expect(heavy.map(({ file }) => file)).toEqual([]);
});

test('no page exceeds the limit in scripts', () => {
  const heavy = pages.filter((page) => {
    const scripts = loadedBy(page, /<script [^>]*src="([^"]+)"/g);
    return scripts.reduce((sum, script) => sum + sizeOf(script), 0) > budgets.scriptBytes;
  });
  expect(heavy.map(({ file }) => file)).toEqual([]);
});

test('no script uses lookbehind in a pattern: Safari before 16.4 refuses the whole file', () => {
  const scripts = filesOf('.js').filter((file) =>
    /\(\?<[=!]/.test(readFileSync(join(siteDir, file), 'utf8')),
  );
  expect(scripts).toEqual([]);
});

test('the stylesheet uses nothing that Chromium 80 does not support', () => {
  const css = filesOf('.css')
    .map((file) => readFileSync(join(siteDir, file), 'utf8'))
    .join('\n');
  // Preflight's own selectors with :where() are ignored there without harm: none of them is ours.
  const unknown = [
    /(?<![\w-])inset:/,
    /:is\(/,
    /:focus-visible/,
    /aspect-ratio:/,
    /\d(?:dvh|svh|lvh)\b/,
    /@layer/,
    /color-mix\(/,
    /@container/,
    /(?<!-|grid-)\bgap:/,
  ];
  expect(unknown.filter((pattern) => pattern.test(css)).map(String)).toEqual([]);
});
