/** Policies as Word documents: nothing of their words is lost, in the file and on the way back through the import. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { textOfBlocks } from '../documents/plain-text.ts';
import { createSite, pick } from '../documents/site.ts';
import { importOptions } from '../import/import-fixture.ts';
import { importFile } from '../import/index.ts';
import { parseBody } from '../markup/index.ts';
import { textOfBlock, type WordBlock } from './blocks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { policyBlocks } from './policy-blocks.ts';
import { writeWord } from './write-word.ts';

const { documents, ...county } = readCorpus('content');
const site = createSite(documents, county, '2026-11-28');
const policies = site.policies.map((policy) => [policy.slug, policy] as const);

/** Words without marks of lists, tables and spaces, which a format may write in its own way. */
const wordsOf = (text: string) => text.replace(/[\s|]|^\d+\. /gm, '');

/** The words of a draft: its title and its body, read as a page is. */
function wordsOfDraft(title: unknown, body: string): string {
  const { body: parsed } = parseBody(body, 'draft.mdx', 1);
  return wordsOf(`${String(title)}\n${textOfBlocks(parsed.blocks).replace(/，(?=\n|$)/gm, '')}`);
}

test.each(policies)('%s comes back through the import with the same words', async (_, policy) => {
  const blocks = policyBlocks(site, policy);
  const bytes = await writeWord(policy.data.title, blocks);
  const { known, body, ledger } = await importFile(bytes, '政策.docx', importOptions);
  expect(ledger.omissions).toEqual([]);
  const written = wordsOf(blocks.map(textOfBlock).join('\n'));
  const back = wordsOfDraft(known.title?.value, body);
  expect(back.replace(/，/g, '')).toBe(written.replace(/，/g, ''));
});

test.each(policies)('%s has every field and every sentence of its page', (_, policy) => {
  const { data, body } = policy;
  const text = wordsOf(policyBlocks(site, policy).map(textOfBlock).join('\n'));
  const contacts = pick(site.contacts, data.contacts).map(({ phone }) => phone);
  const fields = [
    data.title,
    data.summary,
    ...data.keyPoints,
    ...data.eligibility,
    ...(data.exclusions ?? []),
    ...data.benefit,
    ...data.documents,
    ...data.steps.flatMap(({ title, detail = '', where = '' }) => [title, detail, where]),
    ...data.basis.flatMap(({ title, issuer, number = '' }) => [title, issuer, number]),
    ...contacts,
  ];
  for (const field of fields) expect(text).toContain(wordsOf(field));
  const lines = textOfBlocks(body.blocks).split(/[\n，。]/);
  for (const line of lines) expect(text).toContain(wordsOf(line));
});

const blocksOf = (html: string): WordBlock[] => {
  let lists = 0;
  const nextList = () => {
    lists += 1;
    return lists;
  };
  return htmlBlocks(html, nextList, (address) => `https://www.county.example${address}`);
};

test('lists in lists, with further paragraphs, and with other first numbers', () => {
  const html = '<ol start="3"><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ol>';
  expect(blocksOf(html)).toEqual([
    { kind: 'item', level: 0, list: { id: 1, start: 3 }, texts: [{ text: '甲' }] },
    { kind: 'item', level: 1, texts: [{ text: '乙' }] },
    { kind: 'item', level: 0, list: { id: 1, start: 3 }, texts: [{ text: '丙' }] },
    { kind: 'quote', texts: [{ text: '丁' }] },
  ]);
});

test('styles inside one another, links with the address of the site, pictures by their description', () => {
  expect(
    blocksOf('<p>看<strong>这<a href="/policies/">里</a></strong><br>图<img src="/a.png" alt="地图"></p>'),
  ).toEqual([
    {
      kind: 'paragraph',
      texts: [
        { text: '看' },
        { text: '这', isBold: true },
        { text: '里', isBold: true, href: 'https://www.county.example/policies/' },
        { text: '\n' },
        { text: '图' },
        { text: '〔图：地图〕' },
      ],
    },
  ]);
});

test('a table with its head, a quotation, and headings below that of the section', () => {
  const html =
    '<h2 id="a">标准</h2><table><thead><tr><th>人</th><th>钱</th></tr></thead><tbody><tr><td>一口</td><td>100元</td></tr></tbody></table><blockquote><p>话</p></blockquote>';
  expect(blocksOf(html)).toEqual([
    { kind: 'heading', depth: 2, texts: [{ text: '标准' }] },
    {
      kind: 'table',
      hasHead: true,
      rows: [
        [[{ text: '人' }], [{ text: '钱' }]],
        [[{ text: '一口' }], [{ text: '100元' }]],
      ],
    },
    { kind: 'quote', texts: [{ text: '话' }] },
  ]);
});

const office = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!office)(
  'LibreOffice opens it, with its title, numbers and telephones',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingbai-word-'));
    try {
      const [policy] = site.policies;
      if (policy === undefined) throw new Error('The example has no policy.');
      const file = join(folder, 'policy.docx');
      writeFileSync(file, await writeWord(policy.data.title, policyBlocks(site, policy)));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        file,
      ]);
      const text = readFileSync(join(folder, 'policy.txt'), 'utf8');
      expect(text).toContain(policy.data.title);
      policy.data.steps.forEach(({ title }, at) => {
        expect(text).toContain(`${at + 1}. ${title}`);
      });
      for (const { phone } of pick(site.contacts, policy.data.contacts)) expect(text).toContain(phone);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
