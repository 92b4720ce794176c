/** A page of a ZIM book looks like that of the portable site, and old and new readers find it by any part of a word. */
import { describe, expect, test } from 'vitest';
import { hanNgrams } from './ngrams.ts';
import { toZimPage } from './zim-page.ts';

const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;
const page = (head: string, main: string) => `<html><head>${POLICY}${head}</head><main>${main}</main></html>`;
const TITLE = '<title>小额信贷</title>';

describe('the n-grams of a text', () => {
  test('are all parts of its Chinese runs up to the maximum length', () => {
    expect(hanNgrams('低保，办低保 12', 2)).toEqual(['低', '低保', '保', '办', '办低']);
    expect(hanNgrams('公益岗', 4)).toEqual(['公', '公益', '公益岗', '益', '益岗', '岗']);
    expect(hanNgrams('abc 12345', 3)).toEqual([]);
  });

  test('count a character of two UTF-16 units as one', () => {
    expect(hanNgrams('𠮷家', 2)).toEqual(['𠮷', '𠮷家', '家']);
  });
});

describe('a page that the search may find', () => {
  const words = (html: string) => / name="keywords" content="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? [];

  test('repeats the n-grams of its title more often than those of its text', () => {
    const found = words(toZimPage(page(TITLE, '<p>找村委会</p>'), true));
    expect(found.filter((word) => word === '额信')).toHaveLength(5);
    expect(found.filter((word) => word === '村委会')).toHaveLength(1);
  });

  test('is found by the villagers’ own words for its subject', () => {
    const found = words(toZimPage(page(`${TITLE}<meta name="Keywords" content="借钱,无息">`, ''), true));
    expect(found.filter((word) => word === '借钱')).toHaveLength(5);
    expect(found).not.toContain('钱无');
  });

  test('is not found by the text of its scripts', () => {
    expect(words(toZimPage(page(TITLE, '<script>"好"</script>'), true))).not.toContain('好');
  });

  test('is otherwise unchanged, except that the CSP is removed', () => {
    const main = `<p class='a' hidden>低保 &amp; 12345`;
    expect(toZimPage(page(TITLE, main), true).replace(/<meta name="keywords"[^>]*>/, '')).toBe(
      page(TITLE, main).replace(POLICY, ''),
    );
  });

  test('has no n-grams if it has no Chinese text', () => {
    expect(toZimPage(page('<title>404</title>', ''), true)).not.toContain('keywords');
  });
});

describe('a page that the search must not find', () => {
  test('has one noindex', () => {
    expect(toZimPage(page(TITLE, '<p>小额信贷</p>'), false)).toBe(
      page(`${TITLE}<meta name="robots" content="noindex">`, '<p>小额信贷</p>').replace(POLICY, ''),
    );
    const hidden = page(`${TITLE}<meta name="robots" content="noindex">`, '');
    expect(toZimPage(hidden, false)).toBe(hidden.replace(POLICY, ''));
  });
});
