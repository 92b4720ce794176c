import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTempDir, removeTempDir } from '../../temp-dir.ts';
import { generateContent } from '../generate-content.ts';
import { astroMdx } from './astro-mdx.ts';
import { hugo } from './hugo.ts';
import { measureCompetitor } from './index.ts';
import { type PlainText, readPlainTexts, withoutComponents } from './texts.ts';

let texts: PlainText[];
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-competitors-'));
  generateContent(folder, 18);
  texts = readPlainTexts(folder);
  rmSync(folder, { recursive: true });
});
const dir = makeTempDir('bench-test');
afterAll(() => removeTempDir(dir));

test('the competitors get the whole of each text, fields and body, and no component that they do not know', () => {
  expect(texts).toHaveLength(40);
  const policy = texts.find(({ path }) => path === 'policies/di-bao');
  expect(policy?.markdown).toContain('- 去乡镇政府申请，村委会能帮着交');
  expect(policy?.markdown).toContain('老王家3口人');
  expect(policy?.markdown).toContain('**老王家的例子**');
  expect(texts.map(({ markdown }) => markdown).join('')).not.toMatch(/<\/?[A-Z]/);
  expect(policy?.mdx).toContain('<Example title="老王家的例子">');
});

test('components become the nearest Markdown', () => {
  expect(withoutComponents('<Note>\n\n记住。\n\n</Note>\n\n<Call contact="tel-12345" />\n')).toBe(
    '**Note**\n\n记住。\n\n[tel-12345](/contacts/#tel-12345)\n',
  );
});

test('the plain stack makes a page for every text, or it is not measured', async () => {
  const { peakMemoryMb } = await measureCompetitor(astroMdx, join(dir, 'astro'), texts);
  expect(peakMemoryMb).toBeGreaterThan(50);
}, 120_000);

test.skipIf(!hugo.isReady())('Hugo makes a page for every text, or it is not measured', async () => {
  const { seconds } = await measureCompetitor(hugo, join(dir, 'hugo'), texts);
  expect(seconds).toBeGreaterThan(0);
});
