/** A moved document takes the links to it along, and nothing else. */
import { expect, test } from 'vitest';
import { type BodyFile, hasButtonTo, hasLinkTo, redirectBody } from './body-links.ts';

const place = { collection: 'policies', slug: 'di-bao' } as const;
const fileWith = (body: string): BodyFile => ({
  collection: 'pages',
  slug: 'a',
  path: 'a.mdx',
  file: 'content/pages/a.mdx',
  text: `---\ntitle: 看这里 # 说明\nsummary: /policies/di-bao/ 是网址\n---\n${body}`,
});
const redirected = (body: string, withLinks = true) =>
  redirectBody(fileWith(body), place, 'xin-ming', withLinks).slice(fileWith('').text.length);

test.each([
  ['看[低保](/policies/di-bao/)。\n', '看[低保](/policies/xin-ming/)。\n'],
  [
    '看[低保](/policies/di-bao)和[钱](/policies/di-bao/#qian)。\n',
    '看[低保](/policies/xin-ming)和[钱](/policies/xin-ming/#qian)。\n',
  ],
  [
    '两次：[一](/policies/di-bao/)、[二](/policies/di-bao/ "低保")。\n',
    '两次：[一](/policies/xin-ming/)、[二](/policies/xin-ming/ "低保")。\n',
  ],
  ['[/policies/di-bao/](/policies/di-bao/)\n', '[/policies/di-bao/](/policies/xin-ming/)\n'],
  ['[看][1]\n\n[1]: /policies/di-bao/\n', '[看][1]\n\n[1]: /policies/xin-ming/\n'],
  ['<PolicyLink policy="di-bao" />\n', '<PolicyLink policy="xin-ming" />\n'],
  ['- 看[低保](/policies/di-bao/)\r\n\r\n后面。\r\n', '- 看[低保](/policies/xin-ming/)\r\n\r\n后面。\r\n'],
])('%j', (body, expected) => expect(redirected(body)).toBe(expected));

test.each([
  '看[另一篇](/policies/di-bao-jin/)。\n',
  '看[故事](/stories/di-bao/)。\n',
  '网址是 /policies/di-bao/ 这样的字。\n',
  '`/policies/di-bao/`\n',
  '<PolicyLink policy="di-bao-jin" />\n',
])('%j stays', (body) => {
  expect(redirected(body)).toBe(body);
  expect(hasLinkTo(fileWith(body), place) || hasButtonTo(fileWith(body), place)).toBe(false);
});

test('links stay where the editor wants it, since the former address leads on; a button must name a policy that exists', () => {
  const body = '看[低保](/policies/di-bao/)。\n\n<PolicyLink policy="di-bao" />\n';
  expect(redirected(body, false)).toBe(body.replace('policy="di-bao"', 'policy="xin-ming"'));
  expect(hasLinkTo(fileWith(body), place)).toBe(true);
  expect(hasButtonTo(fileWith(body), place)).toBe(true);
});
