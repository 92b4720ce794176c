/** Every name that Windows forbids is reported, and ordinary ones are not. */
import { expect, test } from 'vitest';
import { windowsNameIssue } from './windows-name.ts';

test.each([
  'pages/aux.mdx',
  'policies/con.mdx',
  'images/NUL.png',
  'images/com1.tar.gz',
  'lpt9',
  'policies/prn/a.mdx',
  'images/a:b.png',
  'images/为什么?.png',
  'images/"好".png',
  'policies/2026 /a.mdx',
  'images/路..',
  `images/${'长'.repeat(200)}.png`,
])('%s is refused', (path) => {
  expect(windowsNameIssue(path)).toMatch(/Windows/);
});

test.each([
  'pages/auxiliary.mdx',
  'pages/console.mdx',
  'images/com10.png',
  'images/修好的路 2026.png',
  'files/申请表（空白）+1&2=3.docx',
  '../content/policies/a.mdx',
])('%s is accepted', (path) => {
  expect(windowsNameIssue(path)).toBeUndefined();
});
