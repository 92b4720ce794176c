/** Links to other sites are found with their places, and what editors read about them. */
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { formatDiagnostic } from '../documents/diagnostic.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import { findOutsideLinks } from './find-links.ts';
import { linkFindings } from './link-findings.ts';

const fields =
  '---\nbasis: [{title: 办法, url: "https://www.gov.cn/a.htm?x=1#top"}]\n# 见https://mca.gov.cn/b，已核对\nurl: https://www.county.example/c/\n---\n';
const body = '见[通知](https://www.gov.cn/d_(1).htm)和[首页](/policies/)。\n';
const file = {
  file: 'content/policies/a.mdx',
  source: fields + body,
  bodyOffset: fields.length,
  links: [
    { address: 'https://www.gov.cn/d_(1).htm', text: '通知', offset: fields.length + 1 },
    { address: '/policies/', text: '首页', offset: fields.length + 40 },
    { address: 'tel:12345', text: '12345', offset: fields.length + 40 },
  ],
} as unknown as AnnotatedFile;
const links = findOutsideLinks([file], 'https://www.county.example/');

test('in fields, comments and the body, with line and column; not our own site', () => {
  expect(links.map(({ url, line, column }) => [url, line, column])).toEqual([
    ['https://www.gov.cn/a.htm?x=1', 2, 27],
    ['https://mca.gov.cn/b', 3, 4],
    ['https://www.gov.cn/d_(1).htm', 6, 2],
  ]);
});

test('an editor reads what is wrong, where, and what to do', () => {
  const states = new Map([
    ['https://www.gov.cn/a.htm?x=1', { kind: 'dead', reason: '对方说没有这一页（404）', hasAnswered: true }],
    ['https://mca.gov.cn/b', { kind: 'moved', to: 'https://www.mca.gov.cn/b' }],
    ['https://www.gov.cn/d_(1).htm', { kind: 'alive' }],
  ] as const);
  expect(linkFindings(links, states).map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "content/policies/a.mdx:2:27 error outside-link/dead https://www.gov.cn/a.htm?x=1：对方说没有这一页（404）。读的人点开是空的，查不到依据。请找到新的网址换上；没有了就删掉网址，留下文件名和文号。",
      "content/policies/a.mdx:3:4 warning outside-link/moved https://mca.gov.cn/b 搬到了 https://www.mca.gov.cn/b。旧的说不定哪天就打不开，请点开看看，对就换上新的。",
    ]
  `);
});

test('every address in the fields of the example is found where it is written', () => {
  const { sources, site } = readCorpus('content', 'content', { keepSources: true });
  const found = findOutsideLinks(sources, site.url);
  const written = sources.flatMap(
    ({ document }) => JSON.stringify(document?.data ?? '').match(/"https?:[^"]+"/g) ?? [],
  );
  expect(written.length).toBeGreaterThan(0);
  const urls = new Set(found.map(({ url }) => url));
  for (const address of written) expect(urls).toContain(new URL(JSON.parse(address)).href);
});
