/** Publishing to another machine, over a real sshd on this one with keys made for the test. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  prepareRemote,
  publishToRemote,
  type RemoteFolder,
  rollBackRemote,
} from '../../src/publish/index.ts';
import { temporaryFolder, writeFiles } from '../build/content-folder.ts';

const isRoot = process.getuid?.() === 0;
const PORT = 20_000 + ((process.pid + 7000) % 20_000);

describe.skipIf(!isRoot || !existsSync('/usr/sbin/sshd'))('over ssh', () => {
  let top: string;
  let build: string;
  let remote: RemoteFolder;
  let server: ChildProcess;

  beforeAll(async () => {
    top = temporaryFolder();
    build = join(top, 'build');
    mkdirSync('/run/sshd', { recursive: true });
    for (const key of ['host', 'key'])
      spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(top, key)]);
    const conf = `ListenAddress 127.0.0.1:${PORT}\nHostKey ${top}/host\nAuthorizedKeysFile ${top}/key.pub\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPidFile none\n`;
    writeFileSync(join(top, 'sshd_config'), conf);
    server = spawn('/usr/sbin/sshd', ['-D', '-f', join(top, 'sshd_config')], { stdio: 'ignore' });
    const ssh = `ssh -p ${PORT} -i ${top}/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=${top}/known -o LogLevel=ERROR -o ConnectionAttempts=5`;
    remote = { host: `${userInfo().username}@127.0.0.1`, folder: join(top, '网站'), ssh: ssh.split(' ') };
    writeFiles(build, { 'index.html': `第 0 版${'低保。'.repeat(500)}`, 'policies/低 保/index.html': '一' });
  });
  afterAll(() => {
    server?.kill();
    rmSync(top, { recursive: true, force: true });
  });

  const publish = async (to = remote) =>
    publishToRemote(build, to, '2026-11-23 20:00', join(top, 'packed'), await prepareRemote(remote));
  const live = () => readFileSync(join(remote.folder, 'current/index.html'), 'utf8').slice(0, 5);

  test('the site is on the server, also compressed; the last five releases are retained, and it can be rolled back', async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      writeFileSync(join(build, 'index.html'), `第 ${turn} 版${'低保。'.repeat(500)}`);
      expect(await publish()).toBe(`${turn + 1}-20261123-2000`);
    }
    expect([live(), existsSync(join(remote.folder, 'current/index.html.br'))]).toEqual(['第 6 版', true]);
    expect(readdirSync(join(remote.folder, 'releases'))).toHaveLength(5);
    expect(await rollBackRemote(remote)).toBe('6-20261123-2000');
    expect(live()).toBe('第 5 版');
  });

  test('files that an open page may request are retained for one more publication', async () => {
    const file = (name: string) => existsSync(join(remote.folder, 'current', name));
    writeFiles(build, {
      'assets/old.12345678.css': 'a{}',
      'offline/0a1b.txt': '低保',
      'offline/list.json': '1',
    });
    await publish();
    for (const folder of ['assets', 'offline']) rmSync(join(build, folder), { recursive: true });
    writeFiles(build, { 'assets/new.87654321.css': 'b{}', 'offline/list.json': '2' });
    await publish();
    expect(['assets/old.12345678.css', 'assets/new.87654321.css', 'offline/0a1b.txt'].map(file)).toEqual([
      true,
      true,
      true,
    ]);
    expect(readFileSync(join(remote.folder, 'current/offline/list.json'), 'utf8')).toBe('2');
    await publish();
    expect(['assets/old.12345678.css', 'offline/0a1b.txt'].map(file)).toEqual([false, false]);
  });

  test('a change sends only changed files: the others are linked, and removed files are gone', async () => {
    const current = (name: string) => join(remote.folder, 'current', name);
    writeFiles(build, { 'share/a.txt': '一', 'stories/old/index.html': '旧' });
    writeFileSync(join(build, 'share/poster.png'), randomBytes(1_000_000));
    await publish();
    const poster = statSync(current('share/poster.png')).ino;
    const before = readFileSync(current('index.html'), 'utf8');
    writeFileSync(join(build, 'index.html'), '改了');
    rmSync(join(build, 'stories'), { recursive: true });
    const counted = ['sh', '-c', `tee '${top}/sent' | "$0" "$@"`, ...remote.ssh];
    await publish({ ...remote, ssh: counted });
    expect(statSync(join(top, 'sent')).size).toBeLessThan(5000);
    expect([statSync(current('share/poster.png')).ino, readFileSync(current('index.html'), 'utf8')]).toEqual([
      poster,
      '改了',
    ]);
    expect(['stories', 'index.html.br'].map((name) => existsSync(current(name)))).toEqual([false, false]);
    await rollBackRemote(remote);
    expect(readFileSync(current('index.html'), 'utf8')).toBe(before);
    // Changed by hand on the other machine: sent again.
    appendFileSync(current('share/poster.png'), 'x');
    await publish();
    expect(
      readFileSync(current('share/poster.png')).equals(readFileSync(join(build, 'share/poster.png'))),
    ).toBe(true);
  });

  test('a base release that is gone when the files arrive is reported to the editor', async () => {
    const base = { id: '1-20250101-0000', digests: new Map<string, string>() };
    const late = publishToRemote(build, remote, '2026-11-23 20:00', join(top, 'packed'), base);
    await expect(late).rejects.toThrow('请再发布一次');
  });

  test('on an interrupted connection the live site is unchanged, and the next publication works', async () => {
    writeFileSync(join(build, 'large.bin'), randomBytes(100_000));
    const before = live();
    // Only the beginning of the data arrives.
    const cut = ['sh', '-c', 'head -c 2000 | "$0" "$@"', ...remote.ssh];
    const broken = publishToRemote(build, { ...remote, ssh: cut }, '2026-11-23 20:00', join(top, 'packed'));
    await expect(broken).rejects.toThrow('网站还是原来的样子');
    expect(live()).toBe(before);
    await publish();
    expect(readdirSync(join(remote.folder, 'releases')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each([
    ['tar', '没有 tar'],
    ['ssh', '没有 ssh'],
  ])('without %s the editor gets a message, and the compressed copy is removed', async (missing, words) => {
    const before = live();
    const bin = join(top, `without-${missing}`);
    mkdirSync(bin, { recursive: true });
    for (const program of ['tar', 'gzip', 'ssh'].filter((each) => each !== missing)) {
      symlinkSync(spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim(), join(bin, program));
    }
    vi.stubEnv('PATH', bin);
    try {
      await expect(publish()).rejects.toThrow(words);
    } finally {
      vi.unstubAllEnvs();
    }
    expect([live(), existsSync(join(top, 'packed'))]).toEqual([before, false]);
  });

  test('without any answer the editor gets a message, and the compressed copy is removed', async () => {
    const nobody = { ...remote, ssh: ['ssh', '-p', '1', '-o', 'ConnectTimeout=5'] };
    const work = join(top, 'packed');
    await expect(publishToRemote(build, nobody, '2026-11-23 20:00', work)).rejects.toThrow('连不上那台机器');
    expect(existsSync(work)).toBe(false);
  });

  test('a full disk there is reported in words, and the site is unchanged', async (context) => {
    const full = { ...remote, folder: join(top, 'small') };
    mkdirSync(full.folder);
    const mount = ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', full.folder];
    if (spawnSync('mount', mount, { stdio: 'ignore' }).status !== 0) return context.skip('no mount allowed');
    try {
      await expect(publishToRemote(build, full, '2026-11-23 20:00', join(top, 'packed'))).rejects.toThrow(
        '磁盘满了',
      );
    } finally {
      spawnSync('umount', [full.folder]);
    }
  });
});
