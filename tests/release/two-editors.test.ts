/** Two editors push at once, to a server of `serve-git`: the messages for each of them, and the pages for readers. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CommandResult,
  mingbai,
  onePolicy,
  resultOf,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

let top: string;
let repository: string;
let siteDir: string;
let made: CommandResult;

beforeAll(async () => {
  top = temporaryFolder();
  [repository, siteDir] = [join(top, 'county.git'), join(top, 'site')];
  writeFiles(join(top, 'content'), {
    ...site,
    ...onePolicy,
    'policies/jiu-zhu.mdx': policy('急难的时候有救助'),
  });
  made = await mingbai('serve-git', repository, '--site', siteDir, '--content', join(top, 'content'));
  expect([made.err, made.code]).toEqual(['', 0]);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const policy = (title: string) =>
  (onePolicy['policies/di-bao.mdx'] ?? '').replace('家里困难，可以申请低保', title);
const page = (address: string) => readFileSync(join(siteDir, 'current', address, 'index.html'), 'utf8');

/** Runs a line in a folder, as an editor types it. */
function type(folder: string, line: string): Promise<CommandResult> {
  const who = ['NAME=小王', 'EMAIL=wang@county.example'].flatMap((each) =>
    ['AUTHOR', 'COMMITTER'].map((role) => `GIT_${role}_${each}`.split('=')),
  );
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', ...Object.fromEntries(who) };
  return resultOf(spawn('sh', ['-c', line], { cwd: folder, env }));
}

let clones = 0;
/** A clone made by the command that serve-git prints. */
async function newEditor(): Promise<string> {
  clones += 1;
  const line = /取一份，在这台机器上：(git clone .+)$/m.exec(made.out)?.[1] ?? '';
  expect((await type(top, line.replace(/ mingbai$/, ` editor-${clones}`))).code).toBe(0);
  return join(top, `editor-${clones}`);
}

/** Mostly edits the reviewer: a title is on three pictures, whose rendering needs as long as the rest of a publication. */
const edit = (editor: string, slug: string, from: RegExp, to: string) => {
  const file = join(editor, 'content/policies', `${slug}.mdx`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};
const push = async (editor: string) => {
  await type(editor, 'git add content public && git commit -m 改内容');
  return type(editor, 'git push');
};
/** Messages of the server, as an editor sees them. */
const told = ({ err }: CommandResult) =>
  Array.from(err.matchAll(/^remote: (.*?) *$/gm), ([, line = '']) => line).join('\n');

test('a single push is shown as one to main; git status then reports nothing left to push', async () => {
  const editor = await newEditor();
  edit(editor, 'di-bao', /^reviewer: .*$/m, 'reviewer: 第一个人改的低保');
  const { code, err } = await push(editor);
  expect([code, err]).toEqual([0, expect.stringMatching(/[0-9a-f]+\.\.[0-9a-f]+ +main -> main/)]);
  expect((await type(editor, 'git status')).out).toContain("up to date with 'origin/main'");
  expect(page('policies/di-bao')).toContain('第一个人改的低保');
});

test('a second push is merged if nothing overlaps, reported in Chinese, and one git pull is enough', async () => {
  const [first, second] = [await newEditor(), await newEditor()];
  edit(first, 'di-bao', /^reviewer: .*$/m, 'reviewer: 先推的低保');
  expect((await push(first)).code).toBe(0);
  // Another file, and another position of the same one.
  edit(second, 'jiu-zhu', /^reviewer: .*$/m, 'reviewer: 后推的救助');
  edit(second, 'di-bao', /$/, '\n后推的人写的一句。\n');
  const ran = await push(second);
  expect([ran.code, told(ran)]).toEqual([
    0,
    expect.stringContaining('已经合在一起发布了。请取回合好的：git pull'),
  ]);
  expect(page('policies/di-bao')).toMatch(/先推的低保[\s\S]*后推的人写的一句/);
  expect(page('policies/jiu-zhu')).toContain('后推的救助');
  for (const editor of [first, second]) {
    expect((await type(editor, 'git pull')).code).toBe(0);
    expect(readFileSync(join(editor, 'content/policies/di-bao.mdx'), 'utf8')).toMatch(
      /先推的低保[\s\S]*后推的人写的一句/,
    );
  }
  // Without a pull, the next push is merged again.
  edit(second, 'jiu-zhu', /^reviewer: .*$/m, 'reviewer: 再推的救助');
  expect((await push(second)).code).toBe(0);
  expect(page('policies/jiu-zhu')).toContain('再推的救助');
});

test('in a clone without our settings git refuses a second push itself; the printed command makes it work', async () => {
  const [first, plain] = [await newEditor(), join(top, 'plain')];
  await type(top, `git clone ${repository} plain`);
  edit(plain, 'jiu-zhu', /^title: .*$/m, 'title: 普通取的救助');
  const early = await push(plain);
  expect([early.code, told(early)]).toEqual([0, expect.stringContaining('git config remote.origin.push')]);
  edit(first, 'jiu-zhu', /^reviewer: .*$/m, 'reviewer: 县民政局救助股');
  expect((await push(first)).code).toBe(0);
  edit(plain, 'di-bao', /^reviewer: .*$/m, 'reviewer: 普通取的低保');
  const refused = await push(plain);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('fetch first')]);
  await type(plain, /^.*(git config .+)$/m.exec(told(early))?.[1] ?? '');
  expect((await type(plain, 'git push')).code).toBe(0);
  expect(page('policies/di-bao')).toContain('普通取的低保');
});

test.each([
  ['留您写的', '二改低保（留您写的）'],
  ['留网上的', '一改低保（留网上的）'],
])(
  'two editors who changed one line: the second sees both versions, and the command for %s resolves it',
  async (choice, expected) => {
    const [first, second] = [await newEditor(), await newEditor()];
    edit(first, 'di-bao', /^reviewer: .*$/m, `reviewer: 一改低保（${choice}）`);
    await push(first);
    edit(second, 'di-bao', /^reviewer: .*$/m, `reviewer: 二改低保（${choice}）`);
    edit(second, 'jiu-zhu', /^reviewer: .*$/m, `reviewer: 一起推的${choice}`);
    const refused = await push(second);
    expect(refused.code).toBe(1);
    expect(told(refused)).toContain(
      [
        'content/policies/di-bao.mdx：您和小王改了同一个地方：',
        `  网上现在是：reviewer: 一改低保（${choice}）`,
        `  您写的是：　reviewer: 二改低保（${choice}）`,
      ].join('\n'),
    );
    const line = new RegExp(`${choice}：(git .+)$`, 'm').exec(told(refused))?.[1] ?? '';
    expect((await type(second, line)).code).toBe(0);
    expect((await type(second, 'git push')).code).toBe(0);
    expect(page('policies/di-bao')).toContain(expected);
    expect(page('policies/jiu-zhu')).toContain(`一起推的${choice}`);
  },
  300_000,
);

test('a document renamed meanwhile: the printed command applies the change to the new name', async () => {
  const [first, second] = [await newEditor(), await newEditor()];
  await type(first, 'git mv content/policies/jiu-zhu.mdx content/policies/ji-nan-jiu-zhu.mdx');
  edit(first, 'ji-nan-jiu-zhu', /^reviewer: .*$/m, 'reviewer: 县民政局\naliases: [jiu-zhu]');
  const renamed = await push(first);
  expect([renamed.code, told(renamed)]).toEqual([0, expect.stringContaining('发布好了')]);
  edit(second, 'jiu-zhu', /^title: .*$/m, 'title: 改名以后的救助');
  const refused = await push(second);
  expect([refused.code, told(refused)]).toEqual([
    1,
    expect.stringContaining('小王已经把它删掉或改了名，您还在改它'),
  ]);
  const line = /留您写的：(git .+)$/m.exec(told(refused))?.[1] ?? '';
  expect((await type(second, line)).code).toBe(0);
  expect((await type(second, 'git push')).code).toBe(0);
  expect(page('policies/ji-nan-jiu-zhu')).toContain('改名以后的救助');
});

test('a second push sends only its own change, not the whole history', async () => {
  const [first, second] = [await newEditor(), await newEditor()];
  edit(first, 'di-bao', /^reviewer: .*$/m, 'reviewer: 又改的低保');
  await push(first);
  edit(second, 'di-bao', /$/, '\n只有这一句。\n');
  await type(second, 'git commit -a -m 一句');
  // One commit, three folders and a file: the server already has the clone's history.
  const { err } = await type(second, 'git push --progress');
  expect(Number(/Writing objects: 100% \((\d+)\//.exec(err)?.[1])).toBeLessThan(8);
});
