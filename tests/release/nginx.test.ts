/** The configuration for nginx that stands ready, in the real nginx of Debian, over a published site. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, get as request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishToFolder } from '../../src/publish/index.ts';
import { projectDir } from '../../src/settings.ts';
import { temporaryFolder, writeFiles } from '../build/content-folder.ts';

const nginx =
  ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((path) => existsSync(path)) ??
  installed();

/** Debian's nginx, where we may install it. */
function installed(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'], {
    env,
    stdio: 'ignore',
  });
  return existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : undefined;
}

const PORT = 20_000 + (process.pid % 20_000);

describe.skipIf(nginx === undefined)('nginx with the configuration that stands ready', () => {
  let top: string;
  let server: ChildProcess;

  beforeAll(async () => {
    top = temporaryFolder();
    writeFiles(join(top, 'build'), {
      'index.html': `<h1>首页</h1>${'低保怎么办。'.repeat(300)}`,
      '404.html': '<h1>没有这一页</h1>',
      'policies/di-bao/index.html': '<h1>低保</h1>',
      'assets/page.abc.js': 'let a;',
      'notices/a/event.ics': 'BEGIN:VCALENDAR',
    });
    await publishToFolder(join(top, 'build'), join(top, 'site'), '2026-11-23 20:00');
    server = await start(top);
  });
  afterAll(() => {
    server?.kill();
    rmSync(top, { recursive: true, force: true });
  });

  async function start(folder: string): Promise<ChildProcess> {
    const ready = readFileSync(join(projectDir, 'scripts/publish/nginx.conf'), 'utf8')
      .replace('listen 80;', `listen 127.0.0.1:${PORT};`)
      .replace('listen [::]:80;', '')
      .replace('/srv/mingbai', join(folder, 'site'));
    mkdirSync(join(folder, 'run'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/run/${name};`)
      .join('');
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const conf = `${user}daemon off; pid ${folder}/run/pid; error_log ${folder}/run/error.log; events {} http { access_log off; ${temporary}\n${ready}\n}`;
    writeFileSync(join(folder, 'nginx.conf'), conf);
    const started = spawn(nginx ?? '', ['-c', join(folder, 'nginx.conf'), '-p', folder], {
      stdio: 'inherit',
    });
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (
        await fetch(`http://127.0.0.1:${PORT}/`).then(
          () => true,
          () => false,
        )
      )
        return started;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(readFileSync(join(folder, 'run/error.log'), 'utf8'));
  }

  const fetchPage = (path: string) => fetch(`http://127.0.0.1:${PORT}${path}`, { redirect: 'manual' });

  test('a phone gets the packed page as it lies, and told what it may do with it', async () => {
    const response = await new Promise<IncomingMessage>((resolve) =>
      request({ port: PORT, path: '/', headers: { 'accept-encoding': 'gzip' } }, resolve),
    );
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    expect(Buffer.concat(parts)).toEqual(readFileSync(join(top, 'site/current/index.html.gz')));
    expect(gunzipSync(Buffer.concat(parts)).toString()).toContain('首页');
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      vary: 'Accept-Encoding',
    });
  });

  test('what is named by its digest is kept, a calendar file has its type', async () => {
    expect((await fetchPage('/assets/page.abc.js')).headers.get('cache-control')).toContain('immutable');
    expect((await fetchPage('/notices/a/event.ics')).headers.get('content-type')).toContain('text/calendar');
  });

  test('a wrong address gets the page that helps on, with 404 and the headers', async () => {
    const response = await fetchPage('/gone/');
    expect([response.status, await response.text()]).toEqual([404, '<h1>没有这一页</h1>']);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetchPage('/.lock')).status).toBe(404);
  });

  test('an address without its last slash leads on; a new publication is there at once', async () => {
    expect((await fetchPage('/policies/di-bao')).status).toBe(301);
    writeFileSync(join(top, 'build/policies/di-bao/index.html'), '<h1>新的</h1>');
    await publishToFolder(join(top, 'build'), join(top, 'site'), '2026-11-23 20:01');
    expect(await (await fetchPage('/policies/di-bao/')).text()).toBe('<h1>新的</h1>');
  });
});
