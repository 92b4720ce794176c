/** What a page becomes in the one file: nothing in it is loaded from beside the file, and every link says where it leads. */
import { expect, test } from 'vitest';
import { createLinks } from '../portable-site/links.ts';
import { addressOfFile } from './file-directory.ts';
import { readPage } from './read-page.ts';

const FILES = ['index.html', 'policies/di-bao/index.html', 'search/index.html', 'share/a/qr.png'];
const SCRIPTS = ['assets/page.js', 'assets/more.js', 'assets/worker.js'];
const SITE = 'https://county.example/mingbai/';

/** A page with this main part, and with this head. */
function read(main: string, head = '', from = 'policies/di-bao/index.html') {
  const { link } = createLinks(new Set(FILES), SITE, (_, to) => `#/${addressOfFile(to)}`);
  const { fileAt } = createLinks(new Set([...FILES, ...SCRIPTS]), SITE);
  const html = `<!doctype html><html lang="zh-CN" data-built="2026-11-23"><head><title>低保&amp;｜县</title>${head}</head><body class="x"><nav class="bar"><a href="/mingbai/search/" aria-current="page">搜</a></nav><main id="main">${main}</main><footer>脚</footer></body></html>`;
  return readPage(html, { links: { link, fileAt }, from });
}
const mainOf = (main: string) => read(main).main.replace(/^<main id="main">|<\/main>$/g, '');

test.each([
  ['a page in the file', '<a href="/mingbai/policies/di-bao/">低</a>', '<a href="#/policies/di-bao/">低</a>'],
  ['with query and place', '<a href="/mingbai/search/?q=1#a">x</a>', '<a href="#/search/?q=1#a">x</a>'],
  ['the front page', '<a href="/mingbai/">x</a>', '<a href="#/">x</a>'],
  ['a place on the page', '<a href="#part">x</a>', '<a href="#part">x</a>'],
  ['a telephone', '<a href="tel:12345">x</a>', '<a href="tel:12345">x</a>'],
  ['another site', '<a href="https://www.gov.cn/">x</a>', '<a href="https://www.gov.cn/">x</a>'],
  [
    'a file that is not in it',
    '<a href="/mingbai/a.ics" download="x">加到日历</a>',
    '<a href="https://county.example/mingbai/a.ics" >加到日历<span>（要上网）</span></a>',
  ],
  [
    'a form',
    '<form action="/mingbai/search/" data-base="/mingbai/"></form>',
    '<form action="#/search/" data-base="#/"></form>',
  ],
  [
    'a picture in it',
    '<img src="/mingbai/share/a/qr.png" alt="码" loading="lazy">',
    '<img data-file="share/a/qr.png" alt="码">',
  ],
  [
    'a picture that is not',
    '<img src="/mingbai/b.jpg" alt="集市">',
    '<span class="text-small">图：集市</span>',
  ],
  ['a picture as data', '<img src="data:image/png;base64,AA==">', '<img src="data:image/png;base64,AA==">'],
  [
    'a photograph that is not in it, with its drawing',
    '<span class="photo"><svg></svg><picture><source srcset="/mingbai/b.webp 1w"><img src="/mingbai/b.jpg" alt="集市"></picture></span>',
    '<span class="text-small">图：集市</span>',
  ],
  [
    'a recording',
    '<audio controls src="/mingbai/a.mp3"></audio>',
    '<a class="button" href="https://county.example/mingbai/a.mp3">听录音（要上网）</a>',
  ],
  [
    'a script that is loaded on demand',
    '<div data-script="/mingbai/assets/more.js"></div>',
    '<div data-script="mingbai:assets/more.js"></div>',
  ],
])('%s', (_, given, expected) => {
  expect(mainOf(given)).toBe(expected);
});

test('scripts are taken out, in the order in which they run; data is left out', () => {
  const page = read(
    '<p>一<script>3</script><div data-script="/mingbai/assets/more.js" data-worker="/mingbai/assets/worker.js?a=1"></div>',
    '<script>1</script><script defer src="/mingbai/assets/page.js"></script><script type="application/ld+json">{}</script>',
  );
  expect(page.main).not.toContain('script>');
  expect(page.scripts.map((name) => page.inline.get(name) ?? name)).toEqual(['1', '3', 'assets/page.js']);
  expect([page.onDemand, page.workers]).toEqual([['assets/more.js'], ['assets/worker.js']]);
});

test('the script that another one adds is run, not the one that adds it: it starts a worker', () => {
  const { scripts } = read('', '<script data-page-script="/mingbai/assets/page.js">new Worker()</script>');
  expect(scripts).toEqual(['assets/page.js']);
});

test('header and footer are those of all pages, with the current section apart', () => {
  const { header, footer, facts } = read('');
  expect(header).toBe('<nav class="bar"><a href="#/search/">搜</a></nav>');
  expect(footer).toBe('<footer>脚</footer>');
  expect(facts).toEqual({
    title: '低保&amp;｜县',
    lang: 'zh-CN',
    built: '2026-11-23',
    bodyClass: 'x',
    current: '#/search/',
  });
});
