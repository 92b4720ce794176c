/** An editor begins a new document with one command: nothing is overwritten, and the check says what is still to do. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';

let content: string;
beforeEach(() => {
  content = join(temporaryFolder(), 'content');
  cpSync(join(projectDir, 'content'), content, { recursive: true });
});
afterEach(() => rmSync(join(content, '..'), { recursive: true }));

const create = (...args: string[]) => mingbai('new', ...args, '--content', content, '--today', '2026-11-24');

describe.each([
  ['policy', 'policies', 12],
  ['story', 'stories', 7],
  ['page', 'pages', 2],
  ['notice', 'notices', 6],
])('a new %s', (kind, collection, missing) => {
  test('is a draft that stops nobody, and the check says what is still to be written', async () => {
    expect((await create(kind, 'gong-zi')).code).toBe(0);
    const file = join(content, collection, 'gong-zi.mdx');
    const { code, out } = await mingbai('check', file, '--content', content, '--today', '2026-11-24');
    expect(code).toBe(0);
    expect(out.match(/schema\/missing-field/g)).toHaveLength(missing);
    expect(out).toContain('text/placeholder');
  });
});

test('what is said on the command line is filled in, and when it has to be checked again', async () => {
  const flags = ['--title', '欠薪了怎么办', '--action', 'jiu-ye', '--audiences', 'wu-gong,fu-nv'];
  const { out } = await create('policy', 'gong-zi', ...flags);
  expect(out).toContain('policies/gong-zi.mdx');
  const text = readFileSync(join(content, 'policies/gong-zi.mdx'), 'utf8');
  expect(text).toMatch(/^title: 欠薪了怎么办$/m);
  expect(text).toMatch(/^audiences:\n {2}- wu-gong\n {2}- fu-nv$/m);
  expect(text).toMatch(/^reviewBy: 2027-05-25$/m);
});

describe('a name that cannot be is told in one line, and nothing is written', () => {
  test.each([
    ['one that is there', ['policy', 'di-bao'], '已经有'],
    ['one with capitals', ['policy', 'Di-Bao'], '小写拼音'],
    ['one too long to be said or saved', ['policy', 'a'.repeat(300)], '最多 60 个'],
    ['a path', ['policy', '../../evil'], '小写拼音'],
    ['one that the site needs itself', ['page', 'search'], '别的用处'],
    ['a kind that there is not', ['polcy', 'x'], 'policy、story、page、notice'],
    ['none', ['policy'], '例如'],
    ['an action that there is not', ['policy', 'xin-de', '--action', 'nope'], 'jing-lao'],
    ['a word too many', ['policy', 'a', 'b'], '多了「b」'],
  ])('%s', async (_, args, words) => {
    const before = readFileSync(join(content, 'policies/di-bao.mdx'), 'utf8');
    const { code, out, err } = await create(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(join(content, 'policies/di-bao.mdx'), 'utf8')).toBe(before);
    expect(existsSync(join(content, '../evil.mdx'))).toBe(false);
  });

  test('an old address, and one that was withdrawn', async () => {
    const file = join(content, 'policies/di-bao.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', '---\naliases: [jiu-ming]\n'));
    const ledger = join(content, 'addresses.yml');
    const entry = '- address: /policies/che-xia/\n  since: 2026-11-23\n  withdrawn: 2026-11-24\n';
    writeFileSync(ledger, readFileSync(ledger, 'utf8') + entry);
    expect((await create('policy', 'jiu-ming')).err).toContain('旧地址');
    expect((await create('policy', 'che-xia')).err).toContain('撤下');
  });
});
