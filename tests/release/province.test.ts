/** A province on several hosts: GNU parallel over real sshds on this machine, of which one dies, one is full, one hangs and one never answers. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, onePolicy, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { hashFiles } from '../build/file-hashes.ts';
import { makeKeys, type SshHost, startSilentHost, startSshHost } from './ssh-hosts.ts';

const DAY = ['--today', '2026-11-23'];
const IDS = ['bei', 'dong', 'nan', 'xi'];
/** On a busy machine one build may take a minute. */
const TIMEOUT_MS = 900_000;
const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU');
const canServe =
  process.getuid?.() === 0 && existsSync('/usr/sbin/sshd') && spawnSync('rsync', ['-V']).error === undefined;

const top = temporaryFolder();
const [file, out] = [join(top, 'province.yml'), join(top, 'out')];
const jobLog = join(out, '.province/jobs/job.log');
const started: Pick<SshHost, 'stop'>[] = [];
let alone: Record<string, string>;

const province = (more = '') =>
  `title: 示例省\nurl: https://www.province.example/\nout: out\n${more}counties:\n${IDS.map((id) => `  - id: ${id}\n    content: ${id}/content\n`).join('')}`;
const siteFile = (id: string) =>
  `name: ${id}县明白纸\nurl: https://www.county.example/\nextends: ../../base\n`;

interface Plan {
  jobs: { id: string; reason: string; digest: string; command: string }[];
  unchanged: string[];
}
const plan = async () => JSON.parse((await mingbai('province', 'plan', file, '--json', ...DAY)).out) as Plan;
const reasons = async () => (await plan()).jobs.map(({ id, reason }) => `${id} ${reason}`);
const build = (...more: string[]) => mingbai('province', 'build', file, ...DAY, ...more);
/** Every file of every county, and of the province itself: front page, chooser, rates, digest, search over all. */
const sites = () =>
  Object.fromEntries(Object.entries(hashFiles(out)).filter(([path]) => !path.startsWith('.province')));

/** Waits until a host has begun to write a site. */
async function untilBuilding({ home }: SshHost): Promise<void> {
  const folder = join(home, 'mingbai-jobs');
  const isBuilding = () =>
    existsSync(folder) && readdirSync(folder).some((name) => existsSync(join(folder, name, 'out')));
  await vi.waitUntil(isBuilding, { timeout: TIMEOUT_MS / 3, interval: 20 });
}

describe.skipIf(!hasParallel)('a province', { timeout: TIMEOUT_MS }, () => {
  beforeAll(() => {
    // The caches of the counties are shared by all hosts: an empty one is built in build/cached-pages.test.ts.
    vi.stubEnv('MINGBAI_CACHE', join(top, 'cache'));
    // As in a script of npm: the jobs must not look for their files in the folder where npm was called.
    vi.stubEnv('npm_lifecycle_script', 'node scripts/run.mjs province');
    vi.stubEnv('INIT_CWD', projectDir);
    for (const id of IDS) {
      writeFiles(join(top, id), { 'public/robots.txt': 'User-agent: *\n' });
      writeFiles(join(top, id, 'content'), { ...onePolicy, 'site.yml': siteFile(id) });
    }
    writeFiles(join(top, 'base'), { 'site.yml': 'name: 省\nurl: https://www.province.example/\n' });
    writeFileSync(file, province());
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    for (const host of started) host.stop();
    // A process of a killed host may still write its last file.
    rmSync(top, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  test('a mistake in province.yml is told with its line, and nothing is built', async () => {
    writeFileSync(
      join(top, 'wrong.yml'),
      province().replace('nan/content', 'nan/contents').replace('xi\n', '西\n'),
    );
    const wrong = await mingbai('province', 'build', join(top, 'wrong.yml'));
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringMatching(/wrong\.yml:11:9 error schema\/wrong-value/),
    ]);
    writeFileSync(join(top, 'wrong.yml'), province().replace('nan/content', 'nan/contents'));
    const missing = await mingbai('province', 'plan', join(top, 'wrong.yml'));
    expect(missing.err).toMatch(/wrong\.yml:10:14 error province\/missing-folder 没有「nan\/contents」/);
  });

  test('this machine alone builds every county, as `build` does, and then none', async () => {
    const { jobs } = await plan();
    expect(jobs.map(({ id, reason }) => `${id} ${reason}`)).toEqual(IDS.map((id) => `${id} new`));
    const { command = '' } = jobs[0] ?? {};
    expect(await build('--jobs', '2')).toMatchObject({ code: 0, err: '' });
    alone = sites();
    expect(IDS.every((id) => Object.hasOwn(alone, `${id}/policies/di-bao/index.html`))).toBe(true);
    const ownPages = ['index.html', 'policies/di-bao/index.html', 'digest/index.html', 'search/index.html'];
    expect(Object.keys(alone)).toEqual(expect.arrayContaining(ownPages));
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    for (const id of IDS) expect(home).toContain(`${id}县明白纸`);
    expect(await plan()).toEqual({ jobs: [], unchanged: IDS });
    const words = command.replace('npx mingbai', `"$0" '${join(projectDir, 'scripts/mingbai.ts')}'`);
    spawnSync('sh', ['-c', words.replace('out/bei', 'single'), process.execPath], { cwd: top });
    expect(hashFiles(join(top, 'single'))).toEqual(hashFiles(join(out, 'bei')));
  });

  test('a county with an error keeps its site, one that lost a file is mended, and the editor reads what to do', async () => {
    writeFileSync(join(top, 'bei/content/site.yml'), 'name: 北县\nurl: 没有\n');
    rmSync(join(out, 'nan/index.html'));
    expect(await reasons()).toEqual(['bei content', 'nan damaged']);
    const { code, out: said, err } = await build();
    expect([code, sites()]).toEqual([1, alone]);
    expect(said).toContain('做好 1 个县，2 个没有变，1 个没有做成，它们原来的网站还在');
    expect(err).toMatch(/bei\/content\/site\.yml:2:6 error schema\/wrong-value/);
    expect(err).toContain('bei 没有做成：内容有错误。');
    writeFileSync(join(top, 'bei/content/site.yml'), siteFile('bei'));
    writeFileSync(join(top, 'base/site.yml'), 'name: 本省\nurl: https://www.province.example/\n');
    expect(await reasons()).toEqual(IDS.map((id) => `${id} base`));
  });

  test('a build that is killed leaves nothing running, and the next one makes only what is missing', async () => {
    rmSync(out, { recursive: true });
    const words = [join(projectDir, 'scripts/mingbai.ts'), 'province', 'build', file, ...DAY, '--jobs', '1'];
    const killed = spawn(process.execPath, words, { stdio: 'ignore' });
    const ended = once(killed, 'exit');
    while (!existsSync(join(out, '.province/stamps/bei.json')) && killed.exitCode === null) await wait(20);
    killed.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(existsSync(join(out, 'xi'))).toBe(false);
    expect(await build()).toMatchObject({ code: 0 });
    expect(sites()).toEqual(alone);
    // One log for both: GNU parallel has resumed.
    const finished = readFileSync(jobLog, 'utf8')
      .split('\n')
      .filter((line) => line.split('\t')[6] === '0')
      .map((line) => line.split('\t')[0]);
    expect(finished.sort()).toEqual(['1', '2', '3', '4']);
  });

  test('without GNU parallel one sentence says what to install', async () => {
    rmSync(join(out, 'xi'), { recursive: true });
    const path = process.env.PATH;
    vi.stubEnv('PATH', join(top, 'nothing'));
    const { code, err } = await build();
    vi.stubEnv('PATH', path);
    expect([code, err]).toEqual([
      2,
      '这台机器上没有 GNU parallel，活派不出去。请先装上：apt-get install parallel\n',
    ]);
  });

  test.skipIf(!canServe)(
    'hosts that die, hang, are full, have other code or never answer: every county is built, with the same bytes',
    async (context) => {
      makeKeys(top);
      const shared = { MINGBAI_CACHE: join(top, 'cache') };
      const good = await startSshHost(top, 'good', shared);
      const dying = await startSshHost(top, 'dying', shared);
      const hanging = await startSshHost(top, 'hanging', shared);
      const full = await startSshHost(top, 'full', shared);
      const other = await startSshHost(top, 'other', { MINGBAI_CODE_HASH: 'other' });
      const silent = await startSilentHost(top);
      started.push(good, dying, hanging, full, other, silent);
      const mount = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', full.home];
      if (spawnSync('mount', mount, { stdio: 'ignore' }).status !== 0)
        return context.skip('no mount allowed');
      try {
        rmSync(out, { recursive: true });
        const hosts = [dying, hanging, full, other, silent, good];
        writeFileSync(join(top, 'hosts'), `# 机房\n${hosts.map(({ line }) => `${line}\n`).join('')}`);
        writeFileSync(file, province('hosts: hosts\n'));
        const died = untilBuilding(dying).then(() => dying.signal('SIGKILL'));
        const hung = untilBuilding(hanging).then(() => hanging.signal('SIGSTOP'));
        const { code, out: said, err } = await build();
        await Promise.all([died, hung]);
        expect([code, said, err]).toEqual([0, expect.stringContaining('做好 4 个县'), expect.any(String)]);
        expect(said).toContain('全省的首页做好了');
        expect(sites()).toEqual(alone);
        expect(err).toMatch(/没有用 root@127\.0\.0\.1:\d+：程序和这台机器上的不一样/);
        expect(err).toMatch(/没有用 root@127\.0\.0\.1:\d+：连不上或者没有回答/);
        expect(err.trim().split('\n')).toHaveLength(2);
        const port = / -p (\d+)/.exec(good.line)?.[1];
        expect(readFileSync(jobLog, 'utf8').split(`-p ${port}`).length - 1).toBe(IDS.length);
        expect([existsSync(join(good.home, 'mingbai-jobs')), await plan()]).toEqual([
          false,
          { jobs: [], unchanged: IDS },
        ]);
      } finally {
        spawnSync('umount', ['-l', full.home]);
      }
    },
  );
});
