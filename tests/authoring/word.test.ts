/** `npm run word`: Word files of the policies that somebody names. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

let top: string;
let content: string;
const TITLE = '家里困难，可以申请低保';

beforeAll(() => {
  top = temporaryFolder();
  content = join(top, 'content');
  // A second one with the same title.
  const twin = onePolicy['policies/di-bao.mdx'] ?? '';
  writeFiles(content, { ...site, ...onePolicy, 'policies/di-bao-er.mdx': twin });
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const word = (...args: string[]) => mingbai('word', '--content', content, '--today', '2026-11-28', ...args);

test('a cadre gets the policy under its title, to open in Word', async () => {
  const out = join(top, 'one');
  const { code } = await word('di-bao', '--out', out);
  expect([code, readdirSync(out)]).toEqual([0, [`${TITLE}.docx`]]);
  const parts = unzipSync(readFileSync(join(out, `${TITLE}.docx`)));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const words of [TITLE, '收入低的可以申请。', '去乡镇政府', '政务热线 12345'])
    expect(text).toContain(words);
});

test('without a name all are written, each in its own file', async () => {
  const out = join(top, 'all');
  expect((await word('--out', out)).code).toBe(0);
  expect(readdirSync(out)).toHaveLength(2);
});

test('an unknown name is refused with those there are, and nothing is written', async () => {
  const out = join(top, 'none');
  const { code, err } = await word('di-bo', '--out', out);
  expect([code, err]).toEqual([2, expect.stringContaining('没有「di-bo」这个政策。可以写：')]);
  expect(existsSync(out)).toBe(false);
});
