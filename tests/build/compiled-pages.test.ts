/** The code of the pages is compiled once, for any content: a site built with cached code equals one built with fresh code. */
import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compiledPagesKey } from '../../scripts/compile-pages.ts';
import { findCompiled } from '../../scripts/compiled-commands.ts';
import { projectDir } from '../../src/settings.ts';
import { mingbai, onePolicy, temporaryFolder, writeFiles } from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

const top = temporaryFolder();
/** A site of its own address has code of its own: that of other tests, which may be running, stays. */
const URL = 'https://www.compiled-pages.example/';
const code = join(projectDir, '.mingbai', 'code', compiledPagesKey(URL));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const [content, out] = [join(top, 'content'), join(top, 'out')];
const command = () => mingbai('build', '--content', content, '--out', out, '--today', '2026-11-23');

/** A county's site, built with the cached code, if any. */
async function build(name: string): Promise<Record<string, string>> {
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, { ...onePolicy, 'site.yml': `name: ${name}明白纸\nurl: ${URL}\n` });
  expect(await command()).toMatchObject({ code: 0 });
  return hashFiles(out);
}

let fresh: Record<string, string>;

test('code compiled for another county renders the same pages, and damaged code is compiled again', async () => {
  rmSync(code, { recursive: true, force: true });
  await build('乙县');
  // The commands as well: the next ones start faster.
  expect(findCompiled()).toBeDefined();
  const reused = await build('甲县');
  // Damaged code is compiled again, for this county.
  for (const file of readdirSync(code, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.mjs')) truncateSync(join(code, file), 100);
  fresh = await build('甲县');
  expect(reused).toEqual(fresh);
});

test('content with an error stops the compilation that runs while it is read; once corrected, it renders the same pages', async () => {
  rmSync(code, { recursive: true, force: true });
  writeFiles(content, { 'policies/wrong.mdx': '---\ntitle: 没有写完\n---\n' });
  expect(await command()).toMatchObject({ code: 1 });
  expect(await build('甲县')).toEqual(fresh);
});
