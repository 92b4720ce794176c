/** The code of the pages is compiled once, for any content at any address: a site built with cached code equals one built with fresh code. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hostBuildArgs, installHost } from '../../scripts/bench/fresh-host.ts';
import { compileCacheFolder } from '../../scripts/compile-cache.ts';
import { type CommandResult, onePolicy, resultOf, temporaryFolder, writeFiles } from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

const top = temporaryFolder();
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** A program of its own: other tests, which may be running, use the compiled code of the project. */
const program = installHost(join(top, 'program'));
const [content, out] = [join(top, 'content'), join(program, 'dist')];
const [code, commands] = ['code', 'commands'].map((name) => join(program, '.mingbai', name)) as [
  string,
  string,
];
const ROOT = 'https://www.county.example/';
const BELOW_A_PATH = 'https://www.portal.example/county/';

function command(): Promise<CommandResult> {
  const args = hostBuildArgs(program, ['--content', content, '--today', '2026-11-23']);
  // The packages are those of this project: what Node has compiled of them need not be made again.
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCacheFolder };
  return resultOf(spawn(process.execPath, args, { cwd: program, env }));
}

/** A county's site at an address, built with the cached code, if any. */
async function build(name: string, url: string): Promise<Record<string, string>> {
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, { ...onePolicy, 'site.yml': `name: ${name}明白纸\nurl: ${url}\n` });
  expect(await command()).toMatchObject({ code: 0 });
  return hashFiles(out);
}

/** The same without code of an earlier build, and without its pages. */
function buildFresh(name: string, url: string): Promise<Record<string, string>> {
  rmSync(join(program, '.mingbai'), { recursive: true, force: true });
  return build(name, url);
}

let fresh: Record<string, string>;

test('code compiled for another county at another address renders the same pages, and damaged code is compiled again', async () => {
  await build('乙县', BELOW_A_PATH);
  // The commands as well: the next ones start faster.
  expect(existsSync(join(commands, 'list.json'))).toBe(true);
  const compiled = readdirSync(code);
  const reused = await build('甲县', ROOT);
  expect(readdirSync(code)).toEqual(compiled);
  // Damaged code is compiled again, for this county.
  for (const file of readdirSync(code, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.mjs')) truncateSync(join(code, file), 100);
  rmSync(join(program, '.mingbai', 'cache'), { recursive: true });
  fresh = await build('甲县', ROOT);
  expect(reused).toEqual(fresh);
});

test('code compiled for a site at the root of a host renders one below a path, and no page of the first is left in it', async () => {
  const below = await buildFresh('乙县', BELOW_A_PATH);
  await buildFresh('甲县', ROOT);
  expect(await build('乙县', BELOW_A_PATH)).toEqual(below);
});

test('content with an error stops the compilation that runs while it is read; once corrected, it renders the same pages', async () => {
  rmSync(code, { recursive: true, force: true });
  writeFiles(content, { 'policies/wrong.mdx': '---\ntitle: 没有写完\n---\n' });
  expect(await command()).toMatchObject({ code: 1 });
  expect(await build('甲县', ROOT)).toEqual(fresh);
});
