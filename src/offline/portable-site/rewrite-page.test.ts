/** A page of the site works from a memory card and is otherwise unchanged. */
import { describe, expect, test } from 'vitest';
import { createLinks } from './links.ts';
import { findSheet, rewritePage } from './rewrite-page.ts';
import { rewriteStyle } from './rewrite-style.ts';

const files = new Set([
  'index.html',
  'policies/index.html',
  'policies/di-bao/index.html',
  'policies/con/index.html',
  'search/index.html',
  'assets/worker.js',
  'images/村口.png',
  'icon.svg',
]);

/** The HTML on the memory card of a page of a site at this address. */
function onCard(html: string, from = 'policies/di-bao/index.html', siteUrl = 'https://www.county.example/') {
  return rewritePage(html, { links: createLinks(files, siteUrl), from, firstScript: 'assets/card/card.js' });
}

describe('links', () => {
  test.each([
    ['/', '../../index.html'],
    ['/policies/', '../index.html'],
    ['/policies/di-bao/', 'index.html'],
    ['/policies', '../index.html'],
    ['/policies/?status=ended#main', '../index.html?status=ended#main'],
    ['/policies/con/', expect.stringMatching(/^\.\.\/con-\w+\/index\.html$/)],
    ['/images/%E6%9D%91%E5%8F%A3.png', expect.stringMatching(/^\.\.\/\.\.\/images\/file-\w+\.png$/)],
    ['/images/村口.png', expect.stringMatching(/^\.\.\/\.\.\/images\/file-\w+\.png$/)],
    ['#main', '#main'],
    ['../', '../index.html'],
    ['tel:12345', 'tel:12345'],
    ['https://www.gov.cn/', 'https://www.gov.cn/'],
    ['//www.gov.cn/x', 'https://www.gov.cn/x'],
    // Files that are not on the card are on the web.
    ['/rss.xml', 'https://www.county.example/rss.xml'],
    ['/%', 'https://www.county.example/%'],
  ])('%s', (link, expected) => {
    const { html } = onCard(`<a href="${link}">看</a>`);
    expect(/href="([^"]*)"/.exec(html)?.[1]).toEqual(expected);
  });

  test('of a site below a path no longer contain the path', () => {
    const siteUrl = 'https://www.county.example/mingbai/';
    const links = '<a href="/mingbai/policies/"></a><a href="/other/"></a>';
    expect(onCard(links, 'index.html', siteUrl).html).toBe(
      '<a href="policies/index.html"></a><a href="https://www.county.example/other/"></a>',
    );
  });

  test('are found in every kind of attribute and element', () => {
    const page = [
      '<meta http-equiv="refresh" content="0; url=/policies/di-bao/">',
      '<form action="/search/" data-base="/"></form>',
      '<img src="/icon.svg" srcset="/icon.svg 1x, /images/村口.png 2x">',
      '<noscript><a href="/">首页</a></noscript>',
      '<template><a href="/">首页</a></template>',
      '<svg><use xlink:href="/icon.svg#a"/></svg>',
    ];
    expect(onCard(page.join('\n'), 'index.html').html).toMatchInlineSnapshot(`
      "<meta http-equiv="refresh" content="0; url=policies/di-bao/index.html">
      <form action="search/index.html" data-base="."></form>
      <img src="icon.svg" srcset="icon.svg 1x, images/file-73o7c8brha9p.png 2x">
      <noscript><a href="index.html">首页</a></noscript>
      <template><a href="index.html">首页</a></template>
      <svg><use xlink:href="icon.svg#a"/></svg>"
    `);
  });

  test('to the full address of the site, for machines and chat groups, are unchanged', () => {
    const page =
      '<link rel="canonical" href="https://www.county.example/"><script type="application/ld+json">{"url":"/"}</script>';
    expect(onCard(page).html).toBe(page);
  });
});

test('everything else is unchanged, byte for byte', () => {
  const page = "<!DOCTYPE html>\n<p CLASS=x data-a='1 & 2'>一<br>二&nbsp;&lt;</P><!-- <a href='/'> --><p>三";
  expect(onCard(page).html).toBe(page);
});

test('an escaped value is read as the same value', () => {
  expect(onCard('<a href=\'/policies/?a="b"&amp;c=1\'>x</a>').html).toBe(
    '<a href="../index.html?a=%22b%22&amp;c=1">x</a>',
  );
});

test('the script of the portable site runs before all others, and no manifest is requested', () => {
  const page =
    '<link rel="manifest" href="/m"><script>1</script><script defer src="/assets/worker.js"></script>';
  expect(onCard(page, 'index.html').html).toBe(
    '<script>1</script><script defer src="assets/card/card.js"></script><script defer src="assets/worker.js"></script>',
  );
});

test('it also runs before a script that another one adds', () => {
  expect(onCard('<script data-page-script="/assets/worker.js">1</script>', 'index.html').html).toBe(
    '<script defer src="assets/card/card.js"></script><script data-page-script="assets/worker.js">1</script>',
  );
});

test('a script that another one adds on demand is linked from the page', () => {
  expect(onCard('<details data-script="/assets/worker.js">', 'search/index.html').html).toContain(
    'data-script="../assets/worker.js"',
  );
});

test('a page is marked as part of the portable site: scripts offer no saving there', () => {
  expect(onCard('<!doctype html><html lang="zh-CN" data-built="2026-11-24"><p>页').html).toBe(
    '<!doctype html><html data-card lang="zh-CN" data-built="2026-11-24"><p>页',
  );
  expect(onCard('<HTML><p>页').html).toBe('<HTML data-card><p>页');
  expect(onCard('<p>页').html).toBe('<p>页');
});

test('the CSP of the search page allows no more than that of other pages, and the page names the file of its worker', () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'">`;
  expect(onCard(policy).html).toBe(policy);
  const search = onCard(
    `${policy}<form data-worker="/assets/worker.js?index=%2Fi%2F"></form>`,
    'search/index.html',
  );
  expect(search.html).toContain(policy);
  expect(search.html).toContain('data-worker="../assets/worker.js?index=%2Fi%2F"');
  expect(search.workers).toEqual(['assets/worker.js']);
});

test('the sheets that a page prints are listed and found in their pages', () => {
  expect(onCard('<input value="/policies/di-bao/" data-sheet>').sheets).toEqual(['/policies/di-bao/']);
  expect(findSheet('<p>页</p><div class="sheet large">单<div>子</div></div><p>')).toBe(
    '<div class="sheet large">单<div>子</div></div>',
  );
  expect(findSheet('<p>')).toBeUndefined();
});

test('the URLs in the stylesheet are rewritten', () => {
  const link = (address: string) => `..${address}`;
  expect(rewriteStyle('a{b:url(/x.png)}c{d:url("/y z.png") url(data:,/)}', link)).toBe(
    'a{b:url(../x.png)}c{d:url("/y z.png") url(data:,/)}',
  );
});
