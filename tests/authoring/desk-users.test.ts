/** Two editors at one desk behind a proxy, over a real repository of `serve-git`: own trees, joined publications, approval, no network. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../scripts/desk/git-workspace.ts';
import { noDocuments } from '../../src/documents/document.ts';
import { readSettings } from '../../src/settings.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { freePort } from '../support/external-server.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';

const SECRET = 'a-secret-of-at-least-24-characters';
const DOCUMENT = 'documents/policies/di-bao';
const FILE = 'content/policies/di-bao.mdx';
type User = '小王' | '小李';

interface State {
  revision: string;
  fields: Record<string, unknown>;
  state: string;
}
interface Answer {
  ok: boolean;
  answer: string;
  commit?: string;
  waiting?: boolean;
  conflicts?: { file: string }[];
}
interface Waiting {
  mode?: string;
  waiting: {
    commit: string;
    authors: string[];
    isOwn: boolean;
    files: { file: string; lines: string[] }[];
  }[];
}

const top = temporaryFolder();
const [repository, siteDir, clone, plain] = ['county.git', 'site', 'desk', 'plain'].map((name) =>
  join(top, name),
) as [string, string, string, string];
let desk: OpenedDesk | undefined;
let port: number;
let token: string;

const git = (folder: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};
const cloneTo = (folder: string, made: string, user: string) => {
  const command = /git clone .* (\S+) mingbai/.exec(made)?.[0]?.replace(/ mingbai$/, ` ${folder}`);
  if (command === undefined) throw new Error(made);
  spawnSync('sh', ['-c', command]);
  git(folder, 'config', 'user.name', user);
  git(folder, 'config', 'user.email', `${user}@county.example`);
};

/** A request as the proxy passes it on. */
function call<T>(user: User, method: string, path: string, body?: unknown): Promise<T & { status: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        // The server closes an idle connection while git runs here.
        agent: false,
        method,
        path,
        headers: {
          origin: `http://127.0.0.1:${port}`,
          'x-desk-secret': SECRET,
          'x-desk-token': token,
          'x-desk-user': Buffer.from(user).toString('latin1'),
          'content-type': 'application/json',
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          resolve(
            path.startsWith('/desk/api') ? { ...JSON.parse(text), status } : ({ text, status } as never),
          );
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  });
}
const get = <T>(user: User, path: string) => call<T>(user, 'GET', `/desk/api/${path}`);
const post = <T = Answer>(user: User, path: string, body: object) =>
  call<T>(user, 'POST', `/desk/api/${path}`, body);

/** Changes a field as the form does. */
async function edit(user: User, name: string, value: string): Promise<void> {
  const { revision } = await get<State>(user, DOCUMENT);
  const saved = await call(user, 'PUT', `/desk/api/${DOCUMENT}`, {
    revision,
    edits: [{ path: [name], value }],
  });
  expect(saved.status).toBe(200);
}
const publish = (user: User, more: object = {}) =>
  post(user, 'publish', { files: [FILE], message: '改低保', ...more });
const fields = async (user: User) => (await get<State>(user, DOCUMENT)).fields;
const live = () => {
  const html = readFileSync(join(siteDir, 'current/policies/di-bao/index.html'), 'utf8');
  return html.replace(/<wbr[^>]*>/g, '');
};

beforeAll(async () => {
  const content = join(top, 'content');
  writeFiles(content, { ...site, ...onePolicy });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', content);
  cloneTo(clone, made.out, '编辑台');
  cloneTo(plain, made.out, '小张');
  port = await freePort();
  const secretFile = join(top, 'secret');
  writeFileSync(secretFile, SECRET, { mode: 0o600 });
  const url = `http://127.0.0.1:${port}`;
  desk = await openDesk(['desk', '--repo', clone, '--url', url, '--secret-file', secretFile], {
    PORT: String(port),
    // What is pushed without the desk reaches its trees after this time, otherwise after a minute.
    MINGBAI_CATCH_UP_SECONDS: '3',
  });
  token = '';
  const page = await call<{ text: string }>('小王', 'GET', '/desk/');
  token = /name="desk-token" content="([^"]+)"/.exec(page.text)?.[1] ?? '';
});
afterAll(async () => {
  await desk?.stop();
  rmSync(top, { recursive: true, force: true });
});

test('what one editor has saved and not published, the other neither sees nor publishes', async () => {
  await edit('小王', 'title', '家里困难，能申请低保');
  await edit('小李', 'summary', '收入低的人家都可以申请。');
  expect(await fields('小李')).toMatchObject({ title: '家里困难，可以申请低保' });
  expect(await fields('小王')).toMatchObject({ summary: '收入低的可以申请。' });
  expect(await publish('小王')).toMatchObject({ ok: true });
  expect(live()).toContain('家里困难，能申请低保');
  expect(live()).not.toContain('收入低的人家都可以申请。');
});

test('two editors of one document publish one after the other, and both changes are live and in both trees', async () => {
  expect(await publish('小李')).toMatchObject({ ok: true });
  expect(live()).toContain('家里困难，能申请低保');
  expect(live()).toContain('收入低的人家都可以申请。');
  expect(git(repository, 'log', '-1', '--format=%an', 'main', '--', FILE).out).toContain('小李');
  await edit('小王', 'reviewer', '县民政局低保中心');
  expect(await publish('小王')).toMatchObject({ ok: true });
  expect(await fields('小王')).toMatchObject({ summary: '收入低的人家都可以申请。' });
});

test('where both changed the same field the second is asked, and what they choose is published', async () => {
  await edit('小王', 'title', '小王写的低保');
  await edit('小李', 'title', '小李写的低保');
  expect(await publish('小王')).toMatchObject({ ok: true });
  expect(await publish('小李')).toMatchObject({ ok: false, conflicts: [{ file: FILE }] });
  expect(live()).toContain('小王写的低保');
  expect(await publish('小李', { keep: 'ours' })).toMatchObject({ ok: true });
  expect(live()).toContain('小李写的低保');
});

test('with approval demanded, a change waits until another editor has read and approved it', async () => {
  git(plain, 'pull');
  writeFileSync(join(plain, 'content/site.yml'), `${site['site.yml']}approval: required\n`);
  git(plain, 'commit', '-qam', '要人同意');
  expect(git(plain, 'push').code).toBe(0);
  await expect.poll(() => fields('小王')).toMatchObject({ title: '小李写的低保' });
  await edit('小王', 'title', '同意以后才有的标题');
  expect(await publish('小王')).toMatchObject({
    ok: true,
    waiting: true,
    answer: expect.stringContaining('要另一个人同意'),
  });
  expect(live()).not.toContain('同意以后才有的标题');
  const { mode, waiting } = await get<Waiting>('小李', 'approvals');
  expect([mode, waiting]).toEqual([
    'required',
    [
      expect.objectContaining({
        authors: ['小王'],
        isOwn: false,
        files: [{ file: FILE, lines: ['-title: 小李写的低保', '+title: 同意以后才有的标题'] }],
      }),
    ],
  ]);
  const commit = waiting[0]?.commit;
  expect((await get<Waiting>('小王', 'approvals')).waiting).toMatchObject([{ isOwn: true }]);
  expect(await post('小王', 'approve', { commit })).toMatchObject({ status: 403 });
  expect(await post('小李', 'approve', { commit })).toMatchObject({ ok: true });
  expect(live()).toContain('同意以后才有的标题');
  expect((await get<Waiting>('小李', 'approvals')).waiting).toEqual([]);
  expect(git(repository, 'log', '-1', '--format=%an %B', 'main').out).toMatch(
    /^小李 同意发布\n\nApproved: [0-9a-f]{40} content/,
  );
});

test('an approval is of one text: changed in between, the editor has to read it again', async () => {
  await edit('小王', 'title', '头一稿');
  await publish('小王');
  const [before] = (await get<Waiting>('小李', 'approvals')).waiting;
  await edit('小王', 'title', '第二稿');
  await publish('小王');
  expect(await post('小李', 'approve', { commit: before?.commit })).toMatchObject({ status: 409 });
  const [after] = (await get<Waiting>('小李', 'approvals')).waiting;
  expect(await post('小李', 'approve', { commit: after?.commit })).toMatchObject({ ok: true });
  expect(live()).toContain('第二稿');
});

test('undo is one press and a commit, which the other approves as well', async () => {
  const newest = (await get<{ 0: { commit: string } }>('小王', 'history'))[0];
  expect(await post('小王', 'undo', { commit: newest.commit })).toMatchObject({ ok: true, waiting: true });
  const [waiting] = (await get<Waiting>('小李', 'approvals')).waiting;
  expect(await post('小李', 'approve', { commit: waiting?.commit })).toMatchObject({ ok: true });
  expect(live()).toContain('头一稿');
});

test('a plain push without approval is refused in words, and passes with the line that the answer names', async () => {
  git(plain, 'pull');
  const file = join(plain, FILE);
  writeFileSync(file, readFileSync(file, 'utf8').replace('头一稿', '直接推的'));
  git(plain, 'commit', '-qam', '改');
  const refused = git(plain, 'push');
  expect(refused.code).not.toBe(0);
  expect(refused.err).toMatch(/di-bao\.mdx：小张改的，还没有人同意/);
  expect(live()).not.toContain('直接推的');
  const command = /git commit --allow-empty [\s\S]*?'Approved: [^']+'/.exec(
    refused.err.replace(/^remote: ?/gm, ''),
  )?.[0];
  spawnSync('sh', ['-c', command ?? 'false'], { cwd: plain });
  expect(git(plain, 'push').err).toContain('自己不能同意自己改的');
  git(plain, 'reset', '-q', '--hard', 'HEAD~1');
  git(plain, 'config', 'user.name', '小赵');
  git(plain, 'config', 'user.email', 'zhao@county.example');
  spawnSync('sh', ['-c', command ?? 'false'], { cwd: plain });
  const accepted = git(plain, 'push');
  expect([accepted.code, live().includes('直接推的')]).toEqual([0, true]);
});

test('whoever pushes cannot turn the demand off without approval', () => {
  writeFileSync(join(plain, 'content/site.yml'), site['site.yml']);
  git(plain, 'commit', '-qam', '不要了');
  expect(git(plain, 'push').err).toContain('site.yml：小赵改的，还没有人同意');
  git(plain, 'reset', '-q', '--hard', 'HEAD~1');
});

/** Waits until the editor's tree has a title that was pushed without the desk, which looks for such changes. */
const untilTitle = (user: User, title: string) =>
  expect.poll(async () => (await fields(user)).title, { timeout: 90_000, interval: 500 }).toBe(title);

test('urgent work goes first only where the site says so', async () => {
  await untilTitle('小王', '直接推的');
  await edit('小王', 'title', '电话登错了');
  expect(await publish('小王', { urgent: '电话登错了' })).toMatchObject({ waiting: true });
  const [waiting] = (await get<Waiting>('小李', 'approvals')).waiting;
  expect(await post('小李', 'approve', { commit: waiting?.commit })).toMatchObject({ ok: true });
  git(plain, 'pull');
  writeFileSync(join(plain, 'content/site.yml'), `${site['site.yml']}approval: required-or-urgent\n`);
  git(plain, 'commit', '-qam', '急事先发');
  const blob = git(plain, 'rev-parse', 'HEAD:content/site.yml').out.trim();
  const approver = ['-c', 'user.name=小孙', '-c', 'user.email=sun@county.example'];
  git(
    plain,
    ...approver,
    'commit',
    '--allow-empty',
    '-qm',
    '同意',
    '-m',
    `Approved: ${blob} content/site.yml`,
  );
  expect(git(plain, 'push').code).toBe(0);
  await edit('小王', 'title', '急事先发的');
  expect(await publish('小王', { urgent: '路断了' })).toMatchObject({
    ok: true,
    answer: expect.stringContaining('路断了'),
  });
  expect(live()).toContain('急事先发的');
});

test('without a network the commit stays, and it is pushed by itself when the server answers again', async () => {
  const settings = readSettings({
    MINGBAI_CONTENT_DIR: join(plain, 'content'),
    MINGBAI_PUBLIC: join(plain, 'public'),
  });
  git(plain, 'pull');
  const workspace = openWorkspace({ settings, documents: noDocuments });
  const document = { collection: 'policies', slug: 'di-bao' } as const;
  const text = (await workspace.read(document))?.text ?? '';
  await workspace.save(document, text.replace('急事先发的', '没有网的时候写的'));
  renameSync(repository, `${repository}.away`);
  const options = { urgent: '试一试' };
  expect(await workspace.publish([FILE], '改', options)).toMatchObject({ ok: true, pending: true });
  expect(await workspace.catchUp()).toBeUndefined();
  renameSync(`${repository}.away`, repository);
  expect(live()).not.toContain('没有网的时候写的');
  expect(await workspace.catchUp()).toMatchObject({ ok: true });
  expect(live()).toContain('没有网的时候写的');
  expect(await workspace.catchUp()).toBeUndefined();
});

test('a tree in which nothing waits is removed when the desk ends, one with unsaved work stays', async () => {
  await publish('小李');
  await edit('小王', 'title', '还没发布');
  await get('小李', DOCUMENT);
  expect(await desk?.stop()).toBe(0);
  desk = undefined;
  const folder = join(clone, '.mingbai/desk');
  const trees = readdirSync(folder).filter((name) => existsSync(join(folder, name, '.git')));
  expect(trees.map((name) => name.slice(0, 2))).toEqual(['小王']);
  expect(git(clone, 'status', '--porcelain').out).toBe('');
});
