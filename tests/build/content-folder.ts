/** Small content folders for tests, and the command line over them. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingbai-'));
}

/** Writes files, given as path → text, below `folder`. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command until it ends. */
export function mingbai(...args: string[]): Promise<CommandResult> {
  return runWithInput(undefined, args);
}

/** The same with `input` on standard input. */
export function mingbaiWithInput(input: string, ...args: string[]): Promise<CommandResult> {
  return runWithInput(input, args);
}

function runWithInput(input: string | undefined, args: string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(projectDir, 'scripts', 'mingbai.ts'), ...args], {
    cwd: projectDir,
  });
  if (input !== undefined) child.stdin.end(input);
  return resultOf(child);
}

/** Said while another test has pages compiled: the two projects of tests run at once. */
const WAITING = /^这里正在生成另一个网站，排队等一下…\n/gm;

/** What a program printed, and its exit code once it has ended. */
export function resultOf(child: ChildProcessWithoutNullStreams): Promise<CommandResult> {
  return new Promise((resolve) => {
    const ran: CommandResult = { code: null, out: '', err: '' };
    child.stdout.on('data', (data) => {
      ran.out += data;
    });
    child.stderr.on('data', (data) => {
      ran.err += data;
    });
    child.on('close', (code) => resolve({ ...ran, err: ran.err.replace(WAITING, ''), code }));
  });
}

/** Runs git in a folder as an editor. */
export function gitOfEditor(folder: string, ...args: string[]): Promise<CommandResult> {
  const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example', '-c', 'commit.gpgsign=false'];
  return resultOf(spawn('git', ['-C', folder, ...who, ...args]));
}

/** The heading of a page as text, without line-break opportunities. */
export function headingOf(html: string): string | undefined {
  return /<h1[^>]*>(.*?)<\/h1>/s
    .exec(html)?.[1]
    ?.replace(/<[^>]*>/g, '')
    .trim();
}

/** The minimal site. */
export const site = { 'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\n' };

/** One policy with the data entries it refers to, required fields only. */
export const onePolicy: Record<string, string> = {
  'actions/jing-lao.yml': 'id: jing-lao\ntitle: 孝亲敬老\nsummary: 五样都管。\nicon: house\norder: 1\n',
  'audiences/lao-ren.yml': 'id: lao-ren\ntitle: 老人\nsummary: 养老钱怎么领。\nicon: house\norder: 1\n',
  'contacts/tel-12345.yml': 'id: tel-12345\nname: 政务热线\nphone: 12345\nfor: 不知道找谁\n',
  'policies/di-bao.mdx':
    '---\ntitle: 家里困难，可以申请低保\nsummary: 收入低的可以申请。\naction: jing-lao\naudiences: [lao-ren]\nkeyPoints: [去乡镇政府申请]\nbenefit: [每月一笔钱]\neligibility: [收入低]\nsteps: [{title: 去乡镇政府}]\ndocuments: []\ncontacts: [tel-12345]\nbasis: [{title: 社会救助暂行办法, issuer: 国务院}]\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\nreviewer: 县民政局\n---\n',
};
