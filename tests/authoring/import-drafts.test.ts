/** A draft from any format passes the check as a draft, builds, and is seen in the preview. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cell,
  level,
  list,
  numbered,
  p,
  row,
  run,
  styled,
  wordFile,
  wordTable,
} from '../../src/import/word/made-word-file.ts';
import {
  mingbai,
  mingbaiWithInput,
  onePolicy,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';
import { type OpenedPreview, openPreview } from './open-preview.ts';

const TODAY = '2026-11-24';
let folder: string;
let content: string;
let preview: OpenedPreview;

const body = [
  styled('title', '关于发放取暖补贴的通知'),
  numbered('谁能领'),
  p(
    `${run('每户')}${run('200', '<w:strike/>')}${run('300元，按10')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('算')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  ),
  wordTable(
    row(cell('人口') + cell('钱', '<w:gridSpan w:val="2"/>')) +
      row(cell('{1}') + cell('<b>'.replace('<b>', '&lt;b&gt;')) + cell('3')),
  ),
].join('');
const files: Record<string, string | Uint8Array> = {
  'ci-word.docx': wordFile({
    body,
    numbering: list(level(0, 'chineseCounting', '%1、')),
    footnotes: `<w:footnote w:id="2">${p('import 也是字')}</w:footnote>`,
  }),
  'ci-html.html':
    '<h1>修路通知</h1><ol start="5"><li>村口<b>修路</b></ol><table><caption>表1</caption><tr><td>甲<td>乙</table>',
  'ci-mht.mht':
    'MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<h1>培训通知</h1><p>星期一开班。</p>',
  'ci-md.md': '# 停水通知\n\n- [ ] 接水\n\n1~2天。\n',
  'ci-txt.txt': '关于修桥的通知\n一、时间\n{明天}，<上午>。\n',
};
/** What the page of each draft shows. */
const seen: Record<string, readonly string[]> = {
  'ci-word': ['一、谁能领', '每户300元，按10²算[1]', 'import 也是字', '{1}'],
  'ci-html': ['<ol start="5">', '修路', '表1'],
  'ci-mht': ['星期一开班'],
  'ci-md': ['☐ 接水', '1~2天'],
  'ci-txt': ['一、时间', '{明天}，&lt;上午&gt;'],
  'lai-wen': ['粘贴来的字'],
};

beforeAll(async () => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  mkdirSync(content);
  writeFiles(content, { ...site, ...onePolicy });
  process.env.MINGBAI_PUBLIC = join(folder, 'public');
  const to = ['--content', content, '--today', TODAY];
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes);
    const { code, out, err } = await mingbai(
      'import',
      join(folder, name),
      '--slug',
      name.replace(/\..*/, ''),
      ...to,
    );
    expect([name, code, err]).toEqual([name, 0, '']);
    expect(out, name).toContain('两边对得上');
  }
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  const pasted = await mingbaiWithInput(
    `<h1>来文</h1><p>粘贴来的字<img src="data:image/png;base64,${dot}" alt="点"></p>`,
    'import',
    '-',
    ...to,
  );
  expect([pasted.code, pasted.out]).toEqual([0, expect.stringContaining('lai-wen.mdx')]);
  expect(readFileSync(join(content, 'policies/lai-wen.mdx'), 'utf8')).toContain('(/images/lai-wen/1.png)');
  expect(existsSync(join(folder, 'public/images/lai-wen/1.png'))).toBe(true);
});
afterAll(async () => {
  await preview?.stop();
  delete process.env.MINGBAI_PUBLIC;
  rmSync(folder, { recursive: true });
});

test('the check finds nothing that stops a draft', async () => {
  const { code, out } = await mingbai('check', '--content', content, '--today', TODAY);
  expect(out.split('\n').filter((line) => line.includes(' error '))).toEqual([]);
  expect(code).toBe(0);
});

test('the site builds, and no draft is in it', async () => {
  const out = join(folder, 'dist');
  const { code, err } = await mingbai('build', '--content', content, '--out', out, '--today', TODAY);
  expect([code, err.includes('error')]).toEqual([0, false]);
  expect(existsSync(join(out, 'policies/di-bao/index.html'))).toBe(true);
  expect(existsSync(join(out, 'policies/ci-word/index.html'))).toBe(false);
});

test('the preview shows every draft with its text', async () => {
  preview = await openPreview(content, join(folder, 'public'), TODAY);
  for (const [slug, texts] of Object.entries(seen)) {
    const response = await fetch(new URL(`policies/${slug}/`, preview.url));
    const html = (await response.text()).replace(/<wbr>|\u2060|\u200B/g, '');
    expect([slug, response.status]).toEqual([slug, 200]);
    for (const text of texts) expect(html, slug).toContain(text);
  }
});

test('the ledger is written whole to a new file, and replaces none', async () => {
  const ledger = join(folder, '清单.txt');
  const from = join(folder, 'ci-word.docx');
  const more = ['--content', content, '--today', TODAY, '--ledger', ledger];
  await mingbai('import', from, '--slug', 'ling-yi-ge', ...more);
  expect(readFileSync(ledger, 'utf8')).toContain('画了删除线的字：“200”，在“每户300元');
  const { code, err } = await mingbai('import', from, '--slug', 'di-san-ge', ...more);
  expect([code, err]).toEqual([2, expect.stringContaining('换一个名字')]);
  expect(existsSync(join(content, 'policies/di-san-ge.mdx'))).toBe(false);
});
