import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineFilesOf, withFilesInline } from './inline-files.ts';

const top = '/draft/ID/';
const script = 'shown()';
const page =
  `<!DOCTYPE html><html><head><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'">` +
  '<link rel="stylesheet" href="/draft/ID/assets/a.css"><link rel="stylesheet" href="/draft/ID/_desk/band.css">' +
  '<script defer src="/draft/ID/assets/p.js"></script><link rel="stylesheet" href="https://other.example/assets/b.css"></head>' +
  '<body><p>正文</p></body></html>';
const texts = new Map([
  ['assets/a.css', 'p{color:red}'],
  ['_desk/band.css', '.band{}'],
  ['assets/p.js', "run('$&')"],
]);
const digest = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;

test('a page beside the form has all that it needs in it, its scripts after its words', () => {
  expect(inlineFilesOf(page, top)).toEqual(['assets/a.css', 'assets/p.js']);
  const html = withFilesInline(page, { top, texts, script });
  expect(html).toContain('<style>p{color:red}</style><style>.band{}</style>');
  expect(html).toMatch(
    /<p>正文<\/p><script>run\('\$&'\)<\/script><script>shown\(\)<\/script><\/body><\/html>$/,
  );
  expect(html).not.toContain('/draft/ID/');
  expect(html).toContain('href="https://other.example/assets/b.css"');
});

test('its policy allows these texts and no other', () => {
  const html = withFilesInline(page, { top, texts, script });
  expect(/content="([^"]*)"/.exec(html)?.[1]).toBe(
    `default-src 'none'; script-src 'self' ${digest("run('$&')")} ${digest('shown()')}; ` +
      `style-src 'self' ${digest('p{color:red}')} ${digest('.band{}')}`,
  );
});

test.each([
  ['assets/a.css', 'p{background:url(dot.png)}'],
  ['assets/a.css', "p::before{content:'</style>'}"],
  ['assets/p.js', "write('</script>')"],
  ['assets/p.js', "write('<!--')"],
])('%s stays a file with %s', (file, text) => {
  const html = withFilesInline(page, { top, texts: new Map([...texts, [file, text]]), script });
  expect(html).toContain(`"/draft/ID/${file}"`);
  expect(html).not.toContain(text);
});

test('a page without an end takes the script too', () => {
  expect(withFilesInline('<p>短', { top, texts, script })).toBe('<p>短<script>shown()</script>');
});
