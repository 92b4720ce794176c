/** Commands start from compiled code only while it is that of the sources. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rendererHash } from '../src/cache/renderer-hash.ts';
import { projectDir } from '../src/settings.ts';
import { compileCommands } from './compile-commands.ts';
import { ENTRIES, findCompiled, findPagesHash } from './compiled-commands.ts';

let top: string;
let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-commands-'));
  root = join(top, 'project');
  write('package-lock.json', '{}');
  write('src/place.ts', 'export const place: string = import.meta.url;');
  for (const entry of ENTRIES) write(`scripts/${entry}.ts`, `console.log('${entry}');`);
  write(
    'scripts/command-line.ts',
    [
      `import { parse } from 'yaml';`,
      `import { place } from '../src/place.ts';`,
      `const { later } = await import('./later.ts');`,
      `console.log(JSON.stringify([parse('a: 1'), place, later]));`,
    ].join('\n'),
  );
  write(
    'scripts/later.ts',
    `export const later = ['./render-pages.ts', 'yaml'].map((name) => import.meta.resolve(name));`,
  );
  symlinkSync(join(projectDir, 'node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const run = (file: string) => spawnSync(process.execPath, [file], { encoding: 'utf8' });
/** Sources changed in the millisecond of a compilation are not trusted. */
const nextMillisecond = () => new Promise((resolve) => setTimeout(resolve, 5));

test('compiled commands do what the sources do, and find files by the addresses of the sources', async () => {
  await nextMillisecond();
  await compileCommands(root);
  const { stdout, stderr } = run(join(findCompiled(root) ?? '', 'command-line.mjs'));
  expect([stdout, stderr]).toEqual([run(join(root, 'scripts/command-line.ts')).stdout, '']);
  expect(JSON.parse(stdout)).toEqual([
    { a: 1 },
    pathToFileURL(join(root, 'src/place.ts')).href,
    [
      pathToFileURL(join(root, 'scripts/render-pages.ts')).href,
      expect.stringMatching(/node_modules\/yaml\//),
    ],
  ]);
  expect(run(join(findCompiled(root) ?? '', 'province/front-worker.mjs')).stdout).toBe(
    'province/front-worker\n',
  );
});

test.each([
  ['a source changes', () => write('src/place.ts', `export const place = 'elsewhere';`)],
  ['a module that is loaded on demand changes', () => write('scripts/later.ts', `export const later = 1;`)],
  ['packages change', () => write('package-lock.json', '{"packages": {}}')],
  [
    'a source gets other content of the same size',
    () => write('src/place.ts', 'export const place: string = import.meta.URL;'),
  ],
  ['a file of the code is lost', () => rmSync(join(findCompiled(root) ?? '', 'command-line.mjs'))],
  [
    'a file of the code is damaged',
    () => truncateSync(join(findCompiled(root) ?? '', 'command-line.mjs'), 10),
  ],
])('nothing compiled is used after %s', async (_, change) => {
  await nextMillisecond();
  await compileCommands(root);
  expect(findCompiled(root)).toBeDefined();
  await nextMillisecond();
  change();
  expect(findCompiled(root)).toBeUndefined();
  await nextMillisecond();
  await compileCommands(root).catch(() => undefined);
  expect(findCompiled(root)).toBeDefined();
});

test('the hash of the pages is that of the present files: a new, a changed or a removed one changes it', async () => {
  await nextMillisecond();
  await compileCommands(root);
  expect(findPagesHash(root)).toBe(rendererHash(root));
  write('src/pages/new.astro', '');
  expect(findPagesHash(root)).toBeUndefined();
  rmSync(join(root, '.mingbai'), { recursive: true });
  await nextMillisecond();
  await compileCommands(root);
  expect(findPagesHash(root)).toBeDefined();
  await nextMillisecond();
  write('src/pages/new.astro', ' ');
  expect(findPagesHash(root)).toBeUndefined();
});

test('nothing compiled is used after the project was moved: the code has the old addresses', async () => {
  await nextMillisecond();
  await compileCommands(root);
  renameSync(root, join(top, 'moved'));
  expect(findCompiled(join(top, 'moved'))).toBeUndefined();
});

test('code that was replaced stays for a desk that still runs with it', async () => {
  await nextMillisecond();
  await compileCommands(root);
  const last = findCompiled(root) ?? '';
  write('src/place.ts', `export const place = 'elsewhere';`);
  await nextMillisecond();
  await compileCommands(root);
  expect(findCompiled(root)).not.toBe(last);
  expect(run(join(last, 'command-line.mjs')).stdout).toContain('place.ts');
});
