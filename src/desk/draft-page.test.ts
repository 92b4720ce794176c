import { expect, test } from 'vitest';
import { darkStyle, draftPage } from './draft-page.ts';

const page =
  '<html><head><meta name="color-scheme" content="light dark"><link href="/county/assets/a.css"></head><body class="x">' +
  '<a href="/county/policies/a/">a</a><a href="https://example.com/county/">b</a><a href="//other.example/">c</a>' +
  '<img src="/county/i.jpg" srcset="/county/i-480.webp 480w, /county/i-720.webp 720w"></body></html>';
const options = { top: '/county/', below: '/draft/ID/', look: 'plain' } as const;

test('the frame shows the page with all its files, below the address of the draft', () => {
  const html = draftPage(page, options);
  expect(html).toContain('href="/draft/ID/assets/a.css"');
  expect(html).toContain('href="/draft/ID/policies/a/"');
  expect(html).toContain('srcset="/draft/ID/i-480.webp 480w, /draft/ID/i-720.webp 720w"');
  expect(html).not.toMatch(/"\/county\//);
});

test('links to other sites stay as they are', () => {
  const html = draftPage(page, options);
  expect(html).toContain('href="https://example.com/county/"');
  expect(html).toContain('href="//other.example/"');
});

test('a draft says that it is not published and asks search engines to leave it out', () => {
  const html = draftPage(page, { ...options, band: '还没发布' });
  expect(html).toContain('<body class="x"><p class="desk-band" role="status">还没发布</p>');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(draftPage(page, options)).not.toContain('class="desk-band"');
});

test('the dark look is what a phone set to dark shows', () => {
  expect(draftPage(page, { ...options, look: 'dark' })).toContain('name="color-scheme" content="dark"');
  expect(darkStyle('@media screen and (prefers-color-scheme:dark){a{}}')).toBe(
    '@media screen and (min-width:0){a{}}',
  );
});
