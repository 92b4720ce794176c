import { expect, test } from 'vitest';
import { parseBaseAddress } from './base-address.ts';

test.each([
  ['../../province/content', { kind: 'folder', path: '../../province/content' }],
  [
    'https://git.province.example/mingbai.git',
    { protocol: 'https', repository: 'https://git.province.example/mingbai.git', folder: '' },
  ],
  [
    'https://git.province.example:8443/a/mingbai//sites/content?ref=v1.2',
    {
      protocol: 'https',
      repository: 'https://git.province.example:8443/a/mingbai',
      folder: 'sites/content',
      ref: 'v1.2',
    },
  ],
  [
    'ssh://git@git.province.example/mingbai.git//content/?ref=fa-bu/2026',
    {
      protocol: 'ssh',
      repository: 'ssh://git@git.province.example/mingbai.git',
      folder: 'content',
      ref: 'fa-bu/2026',
    },
  ],
  [
    'git@git.province.example:sheng/mingbai.git//content',
    { protocol: 'ssh', repository: 'git@git.province.example:sheng/mingbai.git', folder: 'content' },
  ],
  [
    'file:///srv/git/base.git//content',
    { protocol: 'file', repository: 'file:///srv/git/base.git', folder: 'content' },
  ],
  ['../../base.git?ref=main', { protocol: 'path', repository: '../../base.git', folder: '', ref: 'main' }],
])('%s', (text, expected) => {
  expect(parseBaseAddress(text)).toMatchObject(expected);
});

test.each([
  [
    'https://github.com/sheng/mingbai/tree/main/content',
    'https://github.com/sheng/mingbai.git//content?ref=main',
  ],
  ['https://gitlab.com/sheng/mingbai/-/tree/main', 'https://gitlab.com/sheng/mingbai.git?ref=main'],
  ['http://git.province.example/a.git', 'https://git.province.example/a.git'],
  ['git+https://git.province.example/a.git', '「https://git.province.example/a.git」'],
  ['https：//git.province.example/a.git', '中文的标点'],
  ['https://git.province.example/a.git#main', '不能用的符号'],
  ['https://git.province.example/a.git?branch=main', '?ref=main'],
  ['https://zhang:mima@git.province.example/a.git', '不能写密码'],
])('an editor who writes %s is told: %s', (text, words) => {
  expect((parseBaseAddress(text) as { fault: string }).fault).toContain(words);
});

test.each([
  'ext::sh -c whoami',
  'ext::sh://x',
  'fd::17/foo',
  '--upload-pack=touch',
  '-c.git',
  'git@-oProxyCommand=x:y.git',
  '-oProxyCommand=x@host:y.git',
  'ssh://-oProxyCommand=x/y.git',
  'git@host:-x.git',
  'https://host/../../etc/a.git',
  'https://host/a.git//../secret',
  'https://host/a.git//content?ref=--upload-pack=x',
  'https://host/a.git?ref=a..b',
  'https://host/',
  'https:///a.git',
  'file://host/a.git',
  'ftp://host/a.git',
  '/srv/base.git',
  'https://host/a.git?ref=main&x=1',
  'https://ho\u202Est/a.git',
])('nothing reaches git from %s', (text) => {
  expect(parseBaseAddress(text)).toHaveProperty('fault');
});
