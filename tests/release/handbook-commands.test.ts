/**
 * The commands of the editors' handbook, run as it prints them: by an editor whose repository contains only content, with
 * the program elsewhere, by one who has cloned the whole project, and by one on a plain git server. The commands are read from
 * the handbook; a command that no test runs fails the test.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCacheFolder } from '../../scripts/compile-cache.ts';
import { projectDir } from '../../src/settings.ts';
import { paragraph, wordFile } from '../authoring/word-file.ts';
import {
  type CommandResult,
  mingbai,
  onePolicy,
  site as siteFile,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

const handbook = readFileSync(join(projectDir, 'content/README.md'), 'utf8');
/** Every command line of the handbook, with the heading above it. */
const printed = handbook.split(/^(?=##+ )/m).flatMap((part) =>
  Array.from(part.matchAll(/^```sh\n([\s\S]*?)^```$/gm), ([, block = '']) => block.trim().split('\n'))
    .flat()
    .map((line) => ({ heading: part.split('\n', 1)[0]?.replace(/^#+ /, '') ?? '', line: line.trim() })),
);
const walked = new Set<string>();

/** A small county: the commands are tested, not the content, and each of them builds it. */
const county = {
  ...siteFile,
  ...onePolicy,
  'addresses.yml': '- address: /policies/di-bao/\n  since: 2026-11-20\n',
};

/** The printed lines of a part that begin with these words; each must exist. */
function lines(heading: string, ...beginnings: string[]): string[] {
  return beginnings.map((beginning) => {
    const found = printed.find((each) => each.heading.includes(heading) && each.line.startsWith(beginning));
    if (found === undefined) throw new Error(`The handbook has no line ${beginning} under ${heading}`);
    walked.add(found.line);
    return found.line;
  });
}

let top: string;
beforeAll(() => {
  top = temporaryFolder();
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** An editor with a separate home folder and a folder for programs. */
interface Editor {
  /** Runs a line in the folder of the last `cd`. */
  type(line: string, withEnd?: RegExp): Promise<CommandResult>;
  /** The folder of the clone. */
  folder: string;
}

function newEditor(name: string): Editor {
  const home = join(top, name);
  for (const folder of ['home', 'npm']) mkdirSync(join(home, folder), { recursive: true });
  const { NODE_OPTIONS: _, ...outer } = process.env;
  // No variables of the test process: an editor's shell has no settings of npm, Node or Mingbai.
  const clean = Object.fromEntries(
    Object.entries(outer).filter(([key]) => !/^(?:npm_|MINGBAI_|INIT_CWD|VITEST|NODE_ENV)/.test(key)),
  );
  const npmCache = spawnSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).stdout.trim();
  const env = {
    ...clean,
    HOME: join(home, 'home'),
    // Packages compiled by earlier commands: a clone has those of this project.
    NODE_COMPILE_CACHE: compileCacheFolder,
    npm_config_prefix: join(home, 'npm'),
    npm_config_cache: npmCache,
    // Never the registry: without an installed program there is an error.
    npm_config_offline: 'true',
    PORT: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
  let at = home;
  return {
    get folder() {
      return at;
    },
    type(line, withEnd) {
      const [, folder] = /^cd (\S+)$/.exec(line) ?? [];
      if (folder !== undefined) {
        at = join(at, folder);
        return Promise.resolve({ code: 0, out: '', err: '' });
      }
      return new Promise((resolve) => {
        const child = spawn('sh', ['-c', line], { cwd: at, env, detached: true });
        const ran: CommandResult = { code: null, out: '', err: '' };
        const hear = (name: 'out' | 'err') => (data: Buffer) => {
          ran[name] += data;
          // A command that runs until Ctrl+C is stopped after its expected output.
          if (withEnd?.test(ran.out)) process.kill(-(child.pid ?? 0), 'SIGINT');
        };
        child.stdout.on('data', hear('out'));
        child.stderr.on('data', hear('err'));
        child.on('close', (code) => resolve({ ...ran, code }));
      });
    },
  };
}

/** Runs lines that must all succeed; returns the result of the last. */
async function typeAll(editor: Editor, given: readonly string[]): Promise<CommandResult> {
  let last: CommandResult = { code: 0, out: '', err: '' };
  for (const line of given) {
    last = await editor.type(line);
    expect([line, last.code, last.code === 0 ? '' : last.out + last.err]).toEqual([line, 0, '']);
  }
  return last;
}

const publish = () => lines('办法二', 'npx mingbai check', 'git add', 'git commit', 'git push');

/** Checks, commits and pushes as in the handbook, and expects the change on the site. */
async function pushAll(editor: Editor): Promise<CommandResult> {
  const pushed = await typeAll(editor, publish());
  expect(pushed.err).toContain('发布好了');
  return pushed;
}

const page = (site: string, address: string) =>
  readFileSync(join(site, 'current', address, 'index.html'), 'utf8');
const changeIn = (editor: Editor, file: string, from: RegExp | string, to: string) => {
  const path = join(editor.folder, 'content', file);
  const text = readFileSync(path, 'utf8');
  expect(text.replace(from, to), `${file} ${from}`).not.toBe(text);
  writeFileSync(path, text.replace(from, to));
};

/** A draft completed with every field of the example policy, and its own title. */
function completePolicy(editor: Editor, slug: string, title: string): void {
  const whole = readFileSync(join(editor.folder, 'content/policies/di-bao.mdx'), 'utf8');
  writeFileSync(
    join(editor.folder, 'content/policies', `${slug}.mdx`),
    whole
      .replace(/^title: .*$/m, `title: ${title}`)
      .replace(/^summary: .*$/m, `summary: ${title}，去村委会申请。`),
  );
}

/** The first day of an editor, with every command of the handbook. */
async function walk(editor: Editor, site: string): Promise<void> {
  const started = await editor.type(lines('办法二', 'npx mingbai start')[0] ?? '', /在浏览器里打开/);
  expect(started.out + started.err).toContain('网站好了，在浏览器里打开：http://127.0.0.1:');
  await typeAll(editor, lines('办法二', 'git config --global user.name', 'git config --global user.email'));
  const desk = await editor.type(lines('编辑台', 'npx mingbai edit')[0] ?? '', /按 Ctrl\+C 停下/);
  expect(desk.out).toMatch(/编辑台好了，在浏览器里打开：http:\/\/127\.0\.0\.1:\d+\/desk\/#/);

  // First change.
  changeIn(
    editor,
    'policies/di-bao.mdx',
    /^reviewedOn: .*$/m,
    `reviewedOn: ${new Date().toISOString().slice(0, 10)}`,
  );
  await pushAll(editor);

  // New: a draft stops nothing; once complete, it is on the site.
  await typeAll(editor, lines('新写一篇', 'npx mingbai new'));
  await typeAll(editor, lines('办法二', 'npx mingbai check'));
  completePolicy(editor, 'gao-ling-bu-tie', '八十岁以上，每月有补贴');
  // Import, with the file in the current folder.
  const word = wordFile(
    [paragraph('关于发放冬季取暖补贴的通知', 'a3'), paragraph('先到先领。')].join(''),
    {},
  );
  writeFileSync(join(editor.folder, '取暖补贴通知.docx'), word);
  const imported = await typeAll(editor, lines('新写一篇', 'npx mingbai import'));
  expect(imported.out).toMatch(/写好了草稿 content\/policies\/[a-z-]+\.mdx/);
  // A list, a telephone in each row.
  const sheet = utils.aoa_to_sheet([
    ['乡镇', '电话'],
    ['团柏乡', '0000-1234509'],
  ]);
  writeFileSync(
    join(editor.folder, '各乡镇电话.xlsx'),
    write({ SheetNames: ['电话'], Sheets: { 电话: sheet } }, { type: 'buffer', bookType: 'xlsx' }),
  );
  const list = await typeAll(editor, lines('新写一篇', 'npx mingbai import 各乡镇电话.xlsx'));
  expect(list.out).toContain('写好了 1 个');
  // The whole site in one file, to send in a chat.
  const bundled = await typeAll(editor, lines('做成一个文件', 'npx mingbai bundle --one-file'));
  expect(bundled.out).toMatch(/一个文件，[\d.]+ MB，平均每篇 [\d.]+ KB/);
  expect(readFileSync(join(editor.folder, '明白纸.html'), 'utf8')).toContain('八十岁以上，每月有补贴');
  rmSync(join(editor.folder, '明白纸.html'));
  // Telephone.
  changeIn(editor, 'contacts/tel-12345.yml', /^for: .*$/m, 'for: 什么都可以问');
  // Photograph.
  mkdirSync(join(editor.folder, 'public/images'), { recursive: true });
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7' } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(editor.folder, 'public/images/hong-shu-ke.jpg'), photo);
  const photoLine = /^!\[.+\]\(\/images\/hong-shu-ke\.jpg\)$/m.exec(handbook)?.[0] ?? '';
  expect(photoLine).not.toBe('');
  changeIn(editor, 'policies/gao-ling-bu-tie.mdx', /$/, `\n${photoLine}\n`);
  await pushAll(editor);
  expect(page(site, 'policies/gao-ling-bu-tie')).toMatch(
    /八十岁以上，每月有补贴[\s\S]*村民在地头听红薯种植课/,
  );
  expect(page(site, 'policies/di-bao')).toContain('什么都可以问');

  await typeAll(editor, lines('办法二', 'git pull'));
}

/** Later work of an editor: a notice, another name, a withdrawal. */
async function walkOn(editor: Editor, site: string): Promise<void> {
  // Notice.
  writeFiles(editor.folder, {
    'content/notices/yi-zhen.mdx':
      '---\ntitle: 村里来医生，免费看病\nsummary: 县医院的医生到村里来，看病不要钱。\nkind: clinic\nstarts: 2099-01-05 09:00\nends: 2099-01-05 12:00\nwhere: 村委会院子\ncontacts: [tel-12345]\n---\n\n带上身份证。\n',
  });
  // Rename, as in the handbook: the old name becomes an alias, which redirects.
  renameSync(
    join(editor.folder, 'content/policies/gao-ling-bu-tie.mdx'),
    join(editor.folder, 'content/policies/gao-ling-jin-tie.mdx'),
  );
  changeIn(editor, 'policies/gao-ling-jin-tie.mdx', /^title:/m, 'aliases: [gao-ling-bu-tie]\ntitle:');
  await pushAll(editor);
  expect(page(site, 'notices/yi-zhen')).toContain('村里来医生，免费看病');
  expect(page(site, 'policies/gao-ling-bu-tie')).toContain('/policies/gao-ling-jin-tie/');

  // Withdraw: first without an entry, which is an error; then with the entry of the handbook.
  rmSync(join(editor.folder, 'content/notices/yi-zhen.mdx'));
  await typeAll(editor, lines('办法二', 'git add', 'git commit'));
  const refused = await editor.type('git push');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('/notices/yi-zhen/')]);
  const entry = /^ {2}```yaml\n([\s\S]*?)^ {2}```$/m.exec(handbook)?.[1] ?? '';
  const own = entry
    .replace(/^ {2}/gm, '')
    .replace('/policies/xiao-e-xin-dai/', '/notices/yi-zhen/')
    .replace('/policies/bang-fu-xin-dai/', '/policies/di-bao/');
  expect(own).toContain('/notices/yi-zhen/');
  changeIn(editor, 'addresses.yml', /\n*$/, `\n${own}`);
  await pushAll(editor);
  expect(page(site, 'notices/yi-zhen')).toContain('撤下');
  await typeAll(editor, lines('办法二', 'git pull'));
}

const cloneLine = (address: string) =>
  (lines('办法二', 'git clone -c pull.rebase=true -c remote')[0] ?? '').replace(
    '用户名@服务器:/srv/county.git',
    address,
  );

test('with a repository of content only and the program elsewhere, every command works as printed', async () => {
  const [repository, site] = [join(top, 'county.git'), join(top, 'site')];
  writeFiles(join(top, 'content'), county);
  const made = await mingbai('serve-git', repository, '--site', site, '--content', join(top, 'content'));
  expect([made.err, made.code]).toEqual(['', 0]);
  const editor = newEditor('editor');
  symlinkSync(projectDir, join(editor.folder, 'mingbai-program'));
  await typeAll(editor, [cloneLine(repository)]);
  expect(readdirSync(join(editor.folder, 'mingbai')).sort()).toEqual([
    '.git',
    '.gitignore',
    'README.md',
    'content',
    'package.json',
    'public',
  ]);
  const without = await editor.type('cd mingbai && npx mingbai check');
  expect(without.code).not.toBe(0);
  await typeAll(editor, lines('办法二', 'npm install -g'));
  await typeAll(editor, lines('办法二', 'cd mingbai'));
  await walk(editor, site);
  await walkOn(editor, site);
  // Commands that editors know by habit, and a subfolder.
  await typeAll(editor, ['npm run check', 'cd content/policies', 'npx mingbai check di-bao.mdx']);
}, 1_200_000);

test('with the whole project in the repository, every command works as printed', async () => {
  const [repository, site] = [join(top, 'whole.git'), join(top, 'whole-site')];
  makeWholeRepository(repository);
  const made = await mingbai('serve-git', repository, '--site', site);
  expect([made.err, made.code]).toEqual(['', 0]);
  const editor = newEditor('whole-editor');
  await typeAll(editor, [cloneLine(repository), ...lines('办法二', 'cd mingbai')]);
  lendPackages(editor.folder);
  await walk(editor, site);
  // Editors may not change the program: the changed file is reported, with a command that reverts it.
  writeFileSync(join(editor.folder, 'src/settings.ts'), '// 不小心\n');
  await typeAll(editor, ['git commit --quiet --all --message 不小心']);
  const refused = await editor.type('git push');
  const told = refused.err.split('\n').filter((line) => line.includes('只能改 content/'));
  expect([refused.code, told]).toEqual([1, [expect.stringContaining('src/settings.ts：')]]);
  const undo = /(git checkout origin\/main -- \S+?)，/.exec(refused.err)?.[1] ?? '';
  await typeAll(editor, [undo, 'git commit --quiet --message 退回去', 'git push']);
}, 1_200_000);

test('on a plain git server, the commands for an editor who pushed second work as printed', async () => {
  const repository = join(top, 'plain.git');
  const [first, second] = [newEditor('plain-first'), newEditor('plain-second')];
  const [line = ''] = lines('办法二', 'git clone -c pull.rebase=true https');
  const names = lines('办法二', 'git config --global user.name', 'git config --global user.email');
  await typeAll(first, [`git init --quiet --bare --initial-branch=main ${repository}`, ...names]);
  await typeAll(first, [`git clone --quiet ${repository} seed`, 'cd seed']);
  for (const folder of ['content', 'public'])
    cpSync(join(projectDir, folder), join(first.folder, folder), { recursive: true });
  await typeAll(first, ['git add .', 'git commit --quiet -m 开始', 'git push --quiet origin HEAD:main']);
  await typeAll(second, [line.replace(/https:\S+/, repository), ...names, ...lines('办法二', 'cd mingbai')]);
  const commands = lines('办法二', 'git add', 'git commit', 'git push');
  changeIn(first, 'policies/di-bao.mdx', /^reviewer: .*$/m, 'reviewer: 第一个人');
  await typeAll(first, commands.slice(0, 2).concat('git push --quiet origin HEAD:main'));
  changeIn(second, 'policies/yu-lu-ji-hua.mdx', /^reviewer: .*$/m, 'reviewer: 第二个人');
  await typeAll(second, commands.slice(0, 2));
  const refused = await second.type(commands[2] ?? '');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('fetch first')]);
  await typeAll(second, lines('提交以后', 'git pull --rebase', 'git push'));
  expect(readFileSync(join(second.folder, 'content/policies/di-bao.mdx'), 'utf8')).toContain('第一个人');
});

test('every command of the handbook was run', () => {
  expect(printed.map(({ line }) => line).filter((line) => !walked.has(line))).toEqual([]);
});

/** A repository with the files of the project and a small county in `content/`, as `git clone --bare` makes one. */
function makeWholeRepository(repository: string): void {
  const work = join(top, 'whole');
  const files = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectDir,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  for (const file of files.stdout
    .split('\0')
    .filter((name) => name !== '' && !/^content\/.+\/|^content\/\w+\.yml$/.test(name))
    .filter((name) => existsSync(join(projectDir, name)))) {
    mkdirSync(dirname(join(work, file)), { recursive: true });
    cpSync(join(projectDir, file), join(work, file));
  }
  writeFiles(join(work, 'content'), county);
  const who = [
    '-c',
    'user.name=管网站的人',
    '-c',
    'user.email=site@county.example',
    '-c',
    'commit.gpgsign=false',
  ];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', '开始'],
    ['clone', '--quiet', '--bare', work, repository],
  ]) {
    const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: work, encoding: 'utf8' });
    expect([args, status, status === 0 ? '' : stderr]).toEqual([args, 0, '']);
  }
}

/** Gives a clone the packages of this project, which are those of its lock file, so that nothing is downloaded. */
function lendPackages(clone: string): void {
  symlinkSync(join(projectDir, 'node_modules'), join(clone, 'node_modules'));
  utimesSync(join(clone, 'package-lock.json'), 0, 0);
}
