/** An editor builds: any folder that follows the schema becomes a whole site, and a failure changes nothing. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../src/publish/lock.ts';
import { projectDir } from '../../src/settings.ts';
import { brokenLinks } from '../support/links.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

let folder: string;
let content: string;
let out: string;

beforeEach(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  out = join(folder, 'out');
  mkdirSync(content);
});
afterEach(() => rmSync(folder, { recursive: true }));

const build = (...more: string[]) =>
  mingbai('build', '--content', content, '--out', out, '--today', '2026-11-23', ...more);
const page = (address: string) => readFileSync(join(out, address, 'index.html'), 'utf8');

describe('any content folder builds', () => {
  test('an empty one', async () => {
    writeFiles(content, site);
    expect((await build()).code).toBe(0);
    expect(brokenLinks(out, '/')).toEqual([]);
  });

  test('one without a site.yml, with a warning', async () => {
    writeFiles(content, onePolicy);
    const { code, err } = await build();
    expect([code, err]).toEqual([0, expect.stringContaining('file/no-site')]);
  });

  test('but one with neither a document nor a site.yml is refused, and nothing is written', async () => {
    const { code, err } = await build();
    expect([code, err]).toEqual([1, expect.stringContaining('folder/empty')]);
    expect(existsSync(out)).toBe(false);
  });

  test('one policy without any optional field', async () => {
    writeFiles(content, { ...site, ...onePolicy });
    expect((await build()).code).toBe(0);
    expect(brokenLinks(out, '/')).toEqual([]);
    expect(page('policies/di-bao')).toContain('什么都不用带');
  });

  test('titles and key points at their limits', async () => {
    const policy = onePolicy['policies/di-bao.mdx'] ?? '';
    const full = policy
      .replace('家里困难，可以申请低保', '𬇙'.repeat(24))
      .replace('收入低的可以申请。', '字'.repeat(60))
      .replace('[去乡镇政府申请]', `[${'一'.repeat(30)}, ${'二'.repeat(30)}, ${'三'.repeat(30)}]`);
    writeFiles(content, { ...site, ...onePolicy, 'policies/di-bao.mdx': full });
    expect((await build()).code).toBe(0);
    expect(page('policies/di-bao')).toContain('𬇙'.repeat(24));
  });

  test('the status follows the given day', async () => {
    const policy = (onePolicy['policies/di-bao.mdx'] ?? '').replace(
      'reviewer:',
      'validUntil: 2026-12-01\nreviewer:',
    );
    writeFiles(content, { ...site, ...onePolicy, 'policies/di-bao.mdx': policy });
    await build();
    // The phone adds the days left (src/components/Badge).
    expect(page('policies/di-bao')).toContain('2026年12月1日截止。');
    await mingbai('build', '--content', content, '--out', out, '--today', '2026-12-02');
    expect(page('policies/di-bao')).toContain('现在不能办了');
  });
});

test('the same content gives the same bytes, with a cache and without', async () => {
  cpSync(join(projectDir, 'content'), content, { recursive: true });
  await build();
  const first = hashFiles(out);
  // Not while another test has the pages compiled.
  await withLock(join(projectDir, '.mingbai', 'build'), () => {
    for (const cache of ['.astro', 'node_modules/.astro', 'node_modules/.vite'])
      rmSync(join(projectDir, cache), { recursive: true, force: true });
  });
  await build();
  expect(hashFiles(out)).toEqual(first);
});

describe('former addresses', () => {
  test('a moved one redirects at once; a withdrawn one says why and what replaces it', async () => {
    const policy = (onePolicy['policies/di-bao.mdx'] ?? '').replace(
      'reviewer:',
      'aliases: [old-name, /help/]\nreviewer:',
    );
    writeFiles(content, {
      ...site,
      ...onePolicy,
      'policies/di-bao.mdx': policy,
      'addresses.yml':
        '- address: /notices/lao-tong-zhi/\n  since: 2025-01-01\n  withdrawn: 2026-03-01\n  reason: 活动取消了。\n  replacedBy: /policies/di-bao/\n',
    });
    expect((await build()).err).toBe('');
    for (const old of ['policies/old-name', 'help']) {
      expect(page(old)).toContain('<meta http-equiv="refresh" content="0; url=/policies/di-bao/">');
    }
    const withdrawn = page('notices/lao-tong-zhi');
    expect(withdrawn).toContain('2026年3月1日撤下。活动取消了。');
    expect(withdrawn).toContain('href="/policies/di-bao/"');
    expect(withdrawn).not.toContain('http-equiv="refresh"');
  });
});

test('two documents that share a short address are refused by check and build alike', async () => {
  const policy = onePolicy['policies/di-bao.mdx'] ?? '';
  writeFiles(content, {
    ...site,
    ...onePolicy,
    // Both have the address /s/kq2p3/; found by trial.
    'policies/bu-zhu-6909.mdx': policy,
    'policies/bu-zhu-28000.mdx': policy,
  });
  for (const command of ['check', 'build']) {
    const { code, out: said, err } = await mingbai(command, '--content', content);
    expect([command, code]).toEqual([command, 1]);
    expect(said + err).toMatch(
      /policies\/bu-zhu-6909\.mdx:1:1 error link\/short-address-taken .*policies\/bu-zhu-28000\.mdx/,
    );
  }
});

describe('a build that fails', () => {
  const before = '<!doctype html><title>the site of yesterday</title>';
  beforeEach(() => {
    writeFiles(out, { 'index.html': before, '404.html': before, 'sitemap-index.xml': before });
  });
  const isAsBefore = () => {
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  };

  test('because of errors in the content reports each, and leaves the last site unchanged', async () => {
    writeFiles(content, {
      ...site,
      ...onePolicy,
      'policies/a.mdx': '---\ntitle: "\n---\n',
      'policies/b.mdx': '',
    });
    const { code, err } = await build();
    expect(code).toBe(1);
    expect(err).toContain('policies/a.mdx:');
    expect(err).toContain('policies/b.mdx:1:1 error file/empty');
    expect(err).not.toMatch(/\bat .*\.(?:ts|js):\d+/);
    isAsBefore();
  });

  test('because of executable code in a body leaves the last site unchanged', async () => {
    writeFiles(content, { ...site, ...onePolicy });
    writeFileSync(
      join(content, 'policies/di-bao.mdx'),
      `${onePolicy['policies/di-bao.mdx']}\n{globalThis.process.exit(7)}\n`,
    );
    const { code, err } = await build();
    expect([code, err]).toEqual([1, expect.stringContaining('mdx/unsafe')]);
    isAsBefore();
  });

  test('because of a missing content folder reports the folder', async () => {
    const { code, err } = await mingbai('build', '--content', join(folder, 'inhalt'), '--out', out);
    expect([code, err]).toEqual([1, expect.stringContaining('没有这个文件夹')]);
    isAsBefore();
  });
});

describe('a folder that the site must not be written to is refused and not changed', () => {
  test.each([
    ['a file', () => writeFileSync(out, '工资表'), () => out],
    ['a folder in the content', () => undefined, () => join(content, 'dist')],
    ['the content itself', () => undefined, () => content],
    ['a folder around the content', () => undefined, () => folder],
    ['a folder with other things in it', () => writeFiles(out, { 'photos/a.jpg': 'x' }), () => out],
    ['the project', () => undefined, () => projectDir],
  ])('%s', async (_, prepare, target) => {
    writeFiles(content, site);
    prepare();
    const had = existsSync(out) && statSync(out).isDirectory() ? hashFiles(out) : undefined;
    const { code, err } = await mingbai('build', '--content', content, '--out', target());
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
    expect(existsSync(join(content, 'site.yml'))).toBe(true);
    if (had) expect(hashFiles(out)).toEqual(had);
  });
});

describe('the command line', () => {
  test.each([
    ['an unknown command', ['bild'], '没有「bild」这个命令'],
    ['an unknown option', ['build', '--contents', 'x'], '不认识 --contents'],
    ['an invalid date', ['build', '--today', '2026-02-30'], '--today 要写成日期'],
  ])('%s is reported in one line, with exit code 2', async (_, args, words) => {
    const { code, err } = await mingbai(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['every command', ['--help'], ['build', 'check', 'deploy']],
    ['the options of one', ['build', '--help'], ['--content', '--out', '--today']],
  ])('help lists %s, and nothing else is done', async (_, args, words) => {
    const { code, out: said, err } = await mingbai(...args);
    expect([code, err]).toEqual([0, '']);
    for (const word of words) expect(said).toContain(word);
    expect(said).not.toContain('\u001b');
  });

  test('check prints findings as JSON for other programs', async () => {
    writeFiles(content, { ...site, 'policies/b.mdx': '' });
    const { code, out: json } = await mingbai('check', '--content', content, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(json)).toEqual([
      {
        file: expect.stringContaining('policies/b.mdx'),
        line: 1,
        column: 1,
        severity: 'error',
        rule: 'file/empty',
        message: expect.any(String),
      },
    ]);
  });

  test('check finds nothing in the content of the repository', async () => {
    // The day is fixed: content becomes outdated with time, and check reports that.
    expect(await mingbai('check', '--today', '2026-11-24')).toEqual({
      code: 0,
      out: '检查过了，没有发现问题。\n',
      err: '',
    });
  });
});
