/** A cadre records a policy: with the microphone on the page of this machine, from a file of a phone, and by a machine. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, findChromiumShell } from '../../scripts/browser-paths.ts';
import { projectDir } from '../../src/settings.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { serveSite } from '../support/built-site.ts';

const isInstalled = (program: string) => spawnSync(program, ['-version']).error === undefined;
const hasFfmpeg = isInstalled('ffmpeg');
const hasEspeak = isInstalled('espeak-ng');
/** A tone of half a second between silences of two. */
const TONE =
  'aevalsrc=0:d=2[a];sine=frequency=300:duration=5[b];aevalsrc=0:d=2[c];[a][b][c]concat=n=3:v=0:a=1';

/** News of the week before 2026-11-28. */
const NEWS = `---
title: 赶集的班车加一趟
summary: 逢五逢十，早上七点也有车。
kind: bus
starts: "2026-11-30 07:00"
where: 村口
contacts: [tel-12345]
---

从村口到县城。
`;

let folder: string;
let content: string;
const audioFiles = () => readdirSync(join(folder, 'public', 'audio')).sort();
const policyText = () => readFileSync(join(content, 'policies', 'di-bao.mdx'), 'utf8');
const record = (...args: string[]) => mingbai('record', ...args, '--content', content);

beforeAll(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  writeFiles(content, { ...site, ...onePolicy });
  if (!hasFfmpeg) return;
  const phone = join(folder, 'phone.m4a');
  const tagged = ['-metadata', 'location=+36.65+111.56/', '-metadata', 'comment=在老王家录的'];
  spawnSync('ffmpeg', ['-v', 'error', '-filter_complex', TONE, ...tagged, '-c:a', 'aac', phone]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What ffprobe says of a file. */
function probe(file: string): {
  format: { duration: string; bit_rate: string; tags?: Record<string, string> };
} {
  const { stdout } = spawnSync('ffprobe', ['-v', 'error', '-show_format', '-of', 'json', file], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

describe.skipIf(!hasFfmpeg)('a recording', () => {
  test('from a phone loses its silence and its place, becomes MP3 and Opus, and is filled in', async () => {
    const before = policyText();
    const { code, out, err } = await record('di-bao', '--file', join(folder, 'phone.m4a'));
    expect([code, err, out]).toEqual([0, '', expect.stringContaining('存好了')]);
    const [mp3 = '', opus = ''] = audioFiles();
    expect([mp3, opus]).toEqual([
      expect.stringMatching(/^di-bao-\w{8}\.mp3$/),
      expect.stringMatching(/\.opus$/),
    ]);
    const { format } = probe(join(folder, 'public', 'audio', mp3));
    // Five seconds of sound, and a fifth of a second of silence at both ends.
    expect(Math.abs(Number(format.duration) - 5.4)).toBeLessThan(0.4);
    expect(Number(format.bit_rate)).toBeLessThan(66_000);
    expect(JSON.stringify(format.tags)).not.toMatch(/36\.65|老王家/);
    expect(policyText()).toContain(`src: /audio/${mp3}`);
    // Nothing else in the file changed.
    expect(policyText().replace(/^audio:\n(?: .*\n)+/m, '')).toBe(before);
  });

  test('is reported by check once the words have changed, and replaced by the next one', async () => {
    const isOutdated = async () =>
      (await mingbai('check', '--content', content)).out.includes('freshness/recording-outdated');
    expect(await isOutdated()).toBe(false);
    writeFiles(content, {
      'policies/di-bao.mdx': policyText().replace(/^title: .*$/m, 'title: 换了一个标题'),
    });
    expect(await isOutdated()).toBe(true);
    const earlier = audioFiles();
    const longer = join(folder, 'longer.wav');
    spawnSync('ffmpeg', ['-v', 'error', '-filter_complex', 'sine=frequency=400:duration=3', longer]);
    expect((await record('di-bao', '--file', longer)).code).toBe(0);
    expect(await isOutdated()).toBe(false);
    expect(audioFiles()).toHaveLength(2);
    expect(audioFiles()).not.toEqual(earlier);
  });

  test('that is none, or silent, changes nothing and is explained', async () => {
    const [text, files] = [policyText(), audioFiles()];
    const silent = join(folder, 'silent.wav');
    spawnSync('ffmpeg', ['-v', 'error', '-filter_complex', 'aevalsrc=0:d=3', silent]);
    const results = [
      await record('di-bao', '--file', silent),
      await record('di-bao', '--file', join(content, 'site.yml')),
      await record('di-bao', '--file', join(folder, 'nothing.mp3')),
      await record('bu-cun-zai', '--file', silent),
    ];
    expect(results.map(({ code }) => code)).toEqual([1, 1, 2, 2]);
    expect(results.map(({ err }) => err)).toEqual(
      ['没有声音', '不是录音', '没有', '没有「bu-cun-zai」'].map((words) => expect.stringContaining(words)),
    );
    for (const { err } of results) expect(err).not.toContain('at ');
    expect([policyText(), audioFiles()]).toEqual([text, files]);
  });

  test.skipIf(!hasEspeak)('by a machine says so in the file and in the policy', async () => {
    expect((await record('di-bao', '--machine')).code).toBe(0);
    const [mp3 = '', opus = ''] = audioFiles();
    const { tags } = probe(join(folder, 'public', 'audio', mp3)).format;
    expect(JSON.parse(tags?.AIGC ?? '{}')).toMatchObject({ Label: '1' });
    // Speech of half a minute; a short tone takes more.
    expect(Number(probe(join(folder, 'public', 'audio', opus)).format.bit_rate)).toBeLessThan(25_000);
    expect(policyText()).toContain('machine: true');
  });

  test.skipIf(!hasEspeak)('of the news by a machine is an MP3 for the loudspeaker', async () => {
    const file = join(folder, '消息.mp3');
    const { code, out, err } = await mingbai('record', '--news', file, '--content', content);
    expect([code, err, out]).toEqual([0, '', expect.stringContaining('消息.mp3')]);
    const { duration, tags } = probe(file).format;
    expect(Number(duration)).toBeGreaterThan(3);
    expect(JSON.parse(tags?.AIGC ?? '{}')).toMatchObject({ Label: '1' });
  });

  test.skipIf(!hasEspeak)('of the news by a build is in the toolkit, and in no saved copy', async () => {
    writeFiles(content, {
      'site.yml': `${site['site.yml']}machineNews: true\n`,
      'notices/ban-che.mdx': NEWS,
    });
    const out = join(folder, 'dist');
    const args = ['--content', content, '--out', out, '--today', '2026-11-28'];
    expect(await mingbai('build', ...args)).toMatchObject({ code: 0 });
    expect(probe(join(out, 'digest', 'broadcast.mp3')).format.tags?.title).toContain('机器念的');
    const toolkit = readFileSync(join(out, 'toolkit', 'index.html'), 'utf8');
    expect(toolkit).toMatch(
      /href="\/digest\/broadcast\.mp3" download="2026-11-28-[^"]+\.mp3">\s*机器念的（\d+秒，/,
    );
    expect(toolkit).toContain('href="/toolkit/record/?d=digest"');
    const indexes = readdirSync(join(out, 'offline')).filter((name) => name.endsWith('.json'));
    for (const name of indexes) {
      expect(readFileSync(join(out, 'offline', name), 'utf8')).not.toContain('broadcast.mp3');
    }
  });

  test('with the microphone: the script runs along, and the sound is heard before it is saved', async () => {
    const program = spawn(
      process.execPath,
      [join(projectDir, 'scripts', 'mingbai.ts'), 'record', '--content', content],
      {
        env: { ...process.env, PORT: '0' },
      },
    );
    const executablePath = findChromiumShell() ?? findChromium() ?? '';
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    });
    try {
      const url = await new Promise<string>((resolve) => {
        program.stdout.on('data', (data) => {
          const [found] = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(String(data)) ?? [];
          if (found) resolve(found);
        });
      });
      const withoutToken = await fetch(new URL('/desk/api/recordings', url));
      expect(withoutToken.status).toBe(401);
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(url);
      await page.click('#policies button');
      const lines = await page.locator('#script p').allTextContents();
      expect(lines[0]).toBe('乡亲们，请听好。');
      await page.click('#start');
      await expect.poll(() => page.locator('#script [aria-current]').textContent()).toBe(lines[0]);
      await expect.poll(() => page.locator('#script [aria-current]').textContent()).toBe(lines[1]);
      await page.click('#stop');
      expect(await page.locator('#script [aria-current]').count()).toBe(0);
      await page.locator('#player').waitFor();
      const earlier = audioFiles();
      await page.click('#save');
      await expect.poll(() => page.locator('#message').textContent()).toContain('存好了');
      expect(audioFiles()).toHaveLength(2);
      expect(audioFiles()).not.toEqual(earlier);
      expect(policyText()).not.toContain('machine');
      expect(statSync(join(folder, 'public', 'audio', audioFiles()[0] ?? '')).size).toBeGreaterThan(1000);
    } finally {
      await browser.close();
      program.kill('SIGTERM');
    }
  });
});

test('on the page of the toolkit a cadre records the script on the phone and keeps the file', async () => {
  const built = await serveSite();
  const browser = await chromium.launch({
    executablePath: findChromiumShell() ?? findChromium() ?? '',
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(new URL('toolkit/record/?d=policies/di-bao', built.url).href);
    const lines = page.locator('[data-script] p');
    await expect.poll(() => lines.first().textContent()).toBe('乡亲们，请听好。');
    expect(await lines.last().textContent()).toBe('谢谢大家。');
    await page.evaluate(() => document.documentElement.classList.add('larger'));
    await page.click('[data-start]');
    await expect
      .poll(() => page.locator('[data-script] [aria-current]').textContent())
      .toBe('乡亲们，请听好。');
    await page.waitForTimeout(1500);
    // Whoever reads need not look for the button that ends it.
    const isInReach = await page.locator('[data-stop]').evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(left + width / 2, top + height - 2));
    });
    expect(isInReach).toBe(true);
    await page.click('[data-stop]');
    expect(await page.locator('[data-script] [aria-current]').count()).toBe(0);
    const download = page.waitForEvent('download');
    await page.click('[data-save]');
    const file = await (await download).path();
    expect((await download).suggestedFilename()).toBe('di-bao.webm');
    expect(statSync(file).size).toBeGreaterThan(1000);
    await page.goto(new URL('toolkit/record/?d=digest', built.url).href);
    await expect.poll(() => lines.first().textContent()).toBe('乡亲们，请听好。');
    await page.goto(new URL('toolkit/record/', built.url).href);
    await expect.poll(() => page.locator('[data-message]').textContent()).toContain('没有说是哪一篇');
    expect(await page.locator('[data-script]').isHidden()).toBe(true);
  } finally {
    await browser.close();
    await built.close();
  }
});

test('without ffmpeg the package to install is named, and nothing is written', async () => {
  const text = policyText();
  const child = spawnSync(
    process.execPath,
    [
      join(projectDir, 'scripts', 'mingbai.ts'),
      'record',
      'di-bao',
      '--file',
      join(content, 'site.yml'),
      '--content',
      content,
    ],
    {
      env: { ...process.env, PATH: '/nowhere' },
      encoding: 'utf8',
    },
  );
  expect([child.status, child.stderr]).toEqual([1, expect.stringContaining('sudo apt-get install ffmpeg')]);
  expect(policyText()).toBe(text);
  expect(existsSync(join(folder, 'public', 'audio', 'di-bao.mp3'))).toBe(false);
});
