/** An address leads where it seems to lead, in every browser. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLinkAddress, isPublicPath, isSiteAddress, isWebAddress } from './web-address.ts';

test.each([
  ...[
    '/\t/hit.invalid/a.mp3',
    '/\n/hit.invalid/a.mp3',
    '/\r/hit.invalid/a',
    '/\\hit.invalid/a',
    '//hit.invalid/a',
    '/a b.jpg',
  ],
  ...[
    '/../a.jpg',
    '/a/../b.jpg',
    '/%2e%2e/a.jpg',
    '/..%2fa.jpg',
    '/a%2fb.jpg',
    '/a%5cb.jpg',
    '/a%00.jpg',
    '/%E0%A4.jpg',
    '/%',
  ],
  ...[
    '/a\u202e.jpg',
    '/a%E2%80%AE.jpg',
    '/a.jpg?x',
    '/a.jpg#x',
    'a.jpg',
    '/',
    '',
    '/a//b.jpg',
    '/a\u2028.jpg',
    '/"onx.jpg',
    `/${'a'.repeat(400)}`,
  ],
])('%j is no file of public', (path) => expect(isPublicPath(path)).toBe(false));

test.each([
  '/images/a.jpg',
  '/audio/低保.mp3',
  '/images/%E4%BD%8E.jpg',
  '/a_b-1.2~x (1).jpg'.replace(' ', '%20'),
  '/表（1）.pdf',
])('%j is a file of public', (path) => expect(isPublicPath(path)).toBe(true));

test.each([
  ...[
    'https://qingshui.example/"><script>x</script>',
    `https://q.example/$\{x}/`,
    'https://q.example/?x=1',
    'https://q.example/#a',
  ],
  ...[
    'https://a"b@host/',
    'https://a@host/',
    'https://a:b@host/',
    'ftp://q.example/',
    '//q.example/',
    'https://q.example/a b',
  ],
  ...[
    'https://q.example/a\n',
    'https://q.example//a',
    'https://q.example/../a',
    'https://q.example\\a',
    'https://',
    'javascript:x',
  ],
  ...['https://q.example/é', 'https://q.example:99999/', 'https://q..example/'],
])('%j is no address of a site', (url) => expect(isSiteAddress(url)).toBe(false));

test.each([
  'https://www.county.example/mingbai/',
  'http://127.0.0.1:4321/',
  'https://q.example',
  'https://q.example/a_b-c.d~e/',
])('%j is the address of a site', (url) => expect(isSiteAddress(url)).toBe(true));

test.each([
  '/\\hit.invalid/',
  '//hit.invalid/',
  'https://a@hit.invalid/',
  'https://hit.invalid\\a',
  'java\tscript:x',
  'javascript:x',
  '/a\u202eb/',
  'tel:1<2',
  'data:x',
  '#a:b',
  '/\t/x',
])('no link leads to %j', (address) => expect(isLinkAddress(address)).toBe(false));
test.each([
  '/policies/di-bao/',
  '#怎么办',
  'https://www.gov.cn/a?b=c#d',
  'tel:12345',
  'tel:010-12345678',
  'mailto:a@b.cn',
  'di-bao',
  '../a/',
  '/files/表.pdf',
  'https://www.gov.cn/政策/',
])('a link may lead to %j', (address) => expect(isLinkAddress(address)).toBe(true));

test('every valid file of public is one of the same site for a browser', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '..',
    '.',
    '%2f',
    '%5C',
    '%2e',
    'a',
    '低',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '\n',
    ' ',
    '\u202e',
    '//',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = `/${pieces.join('')}`;
      if (!isPublicPath(path)) return;
      const { host, pathname, search, hash } = new URL(path, 'https://own.example/');
      expect([host, decodeURIComponent(pathname), search, hash]).toEqual([
        'own.example',
        decodeURIComponent(path),
        '',
        '',
      ]);
    }),
  );
  const withUser = fc.webUrl({ authoritySettings: { withUserInfo: true } });
  fc.assert(fc.property(withUser, (url) => !isWebAddress(url) || new URL(url).username === ''));
});
