/** An editor begins a new document with one command: nothing is overwritten, and the check lists what is still missing. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';
import { atTerminal, hasTerminal, keys } from './terminal.ts';

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
  test('is a draft that stops no build, and the check lists what is still to be written', async () => {
    expect((await create(kind, 'gong-zi')).code).toBe(0);
    const file = join(content, collection, 'gong-zi.mdx');
    const { code, out } = await mingbai('check', file, '--content', content, '--today', '2026-11-24');
    expect(code).toBe(0);
    expect(out.match(/schema\/missing-field/g)).toHaveLength(missing);
    expect(out).toContain('text/placeholder');
  });
});

test('values of the command line are filled in, and the date of the next review', async () => {
  const flags = ['--title', '欠薪了怎么办', '--action', 'jiu-ye', '--audiences', 'wu-gong,fu-nv'];
  const { out } = await create('policy', 'gong-zi', ...flags);
  expect(out).toContain('policies/gong-zi.mdx');
  const text = readFileSync(join(content, 'policies/gong-zi.mdx'), 'utf8');
  expect(text).toMatch(/^title: 欠薪了怎么办$/m);
  expect(text).toMatch(/^audiences:\n {2}- wu-gong\n {2}- fu-nv$/m);
  expect(text).toMatch(/^reviewBy: 2027-05-25$/m);
});

describe('an invalid name is reported in one line, and nothing is written', () => {
  test.each([
    ['one that exists', ['policy', 'di-bao'], '已经有'],
    ['one with capitals', ['policy', 'Di-Bao'], '小写拼音'],
    ['one that Windows reserves for a device', ['page', 'con'], 'Windows'],
    ['another', ['notice', 'aux'], 'Windows'],
    ['one that is too long', ['policy', 'a'.repeat(300)], '最多 60 个'],
    ['a path', ['policy', '../../evil'], '小写拼音'],
    ['one that the site uses itself', ['page', 'search'], '别的用处'],
    [
      'a kind that does not exist',
      ['polcy', 'x'],
      'policy（政策）、story（故事）、page（指南）、notice（通知）',
    ],
    ['none', ['policy'], '例如'],
    ['an unknown action', ['policy', 'xin-de', '--action', 'nope'], 'jing-lao'],
    ['an unknown kind of notice', ['notice', 'x', '--kind', '招工人'], 'job（招工）'],
    ['an invalid date', ['notice', 'x', '--starts', '2026/12/1'], '2026-12-01'],
    ['an extra argument', ['policy', 'a', 'b'], '多了「b」'],
  ])('%s', async (_, args, words) => {
    const before = readFileSync(join(content, 'policies/di-bao.mdx'), 'utf8');
    const { code, out, err } = await create(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(join(content, 'policies/di-bao.mdx'), 'utf8')).toBe(before);
    expect(existsSync(join(content, '../evil.mdx'))).toBe(false);
  });

  test('a former address, and a withdrawn one', async () => {
    const file = join(content, 'policies/di-bao.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', '---\naliases: [jiu-ming]\n'));
    const ledger = join(content, 'addresses.yml');
    const entry = '- address: /policies/che-xia/\n  since: 2026-11-23\n  withdrawn: 2026-11-24\n';
    writeFileSync(ledger, readFileSync(ledger, 'utf8') + entry);
    expect((await create('policy', 'jiu-ming')).err).toContain('旧地址');
    expect((await create('policy', 'che-xia')).err).toContain('撤下');
  });
});

test('an id is recognised in any of the ways people write it', async () => {
  const flags = ['--action', '孝亲敬老', '--audiences', '老人、kun-nan', '--contacts', '12345'];
  expect((await create('policy', 'gong-zi', ...flags)).code).toBe(0);
  const text = readFileSync(join(content, 'policies/gong-zi.mdx'), 'utf8');
  expect(text).toMatch(/^action: jing-lao$/m);
  expect(text).toMatch(/^audiences:\n {2}- lao-ren\n {2}- kun-nan$/m);
  expect(text).toMatch(/^contacts:\n {2}- tel-12345$/m);
});

test('a notice has its kind and its days; without a kind the message lists all kinds', async () => {
  const days = ['--kind', 'training', '--starts', '2026-12-01', '--ends', '2026-12-05'];
  await create('notice', 'pei-xun', ...days);
  const text = readFileSync(join(content, 'notices/pei-xun.mdx'), 'utf8');
  expect(text).toMatch(/^kind: training$/m);
  expect(text).toMatch(/^starts: 2026-12-01$/m);
  expect(text).toMatch(/^ends: 2026-12-05$/m);
  expect((await create('notice', 'zhao-gong')).out).toContain(
    '还要写 kind（哪一类），可以写：job（招工）、training（培训）',
  );
});

test('help names the arguments of each command, in Chinese', async () => {
  for (const [command, ...words] of [
    ['new', '[DOCUMENT] [SLUG]', 'policy（政策）', '--kind=<KIND>', 'job（招工）'],
    ['import', '[FILE]', '.docx', '--as=<KIND>', '默认是 policy'],
    ['check', '[PATHS]', '--content=<DIR>'],
    ['build', '--out=<DIR>'],
    ['bundle', '--out=<FILE.zip>'],
  ]) {
    const { out } = await mingbai(command ?? '', '--help');
    for (const word of words) expect(out, command).toContain(word);
    expect(out, command).not.toMatch(/USAGE|OPTIONS|ARGUMENTS|Default/);
  }
});

const atNew = (args: string, ...steps: [question: string, keys: string][]) =>
  atTerminal(`new ${args} --content ${content} --today 2026-11-24`, ...steps);

describe.runIf(hasTerminal)('at a terminal', () => {
  const { enter, down, space } = keys;

  test('the kind and days of a notice are prompted for, in Chinese throughout', async () => {
    const said = await atNew(
      'notice',
      ['标题', `冬天取暖困难怎么办|${enter}`],
      ['文件名', enter],
      ['哪一类', `${down}|${enter}`],
      ['哪天开始', `2026-12-01|${enter}`],
      ['哪天结束', enter],
      ['找谁问', `${space}|${enter}`],
    );
    const text = readFileSync(join(content, 'notices/dong-tian-qu-nuan-kun-nan.mdx'), 'utf8');
    expect(text).toMatch(/^kind: training$/m);
    expect(text).toMatch(/^starts: 2026-12-01$/m);
    expect(text).toMatch(/^contacts:\n {2}- /m);
    expect(said).not.toMatch(/navigate|Enter|select|none|confirm|submit/);
  });

  test('a name that exists already is reported before any other prompt', async () => {
    const said = await atNew('policy di-bao');
    expect(said).toContain('已经有');
    expect(said).not.toContain('标题');
  });

  test('choosing nobody is reported in Chinese', async () => {
    const said = await atNew(
      'policy xin-de --title 新的',
      ['哪个行动', enter],
      ['给谁看', enter],
      ['找谁问', enter],
    );
    expect(said).toContain('没有选');
    expect(said).not.toMatch(/navigate|Enter|select|none|confirm|submit/);
  });
});
