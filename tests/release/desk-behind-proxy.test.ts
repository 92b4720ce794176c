/** The desk on a county's own machine behind the real nginx and Caddy, with the supplied configurations: login, names, drafts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { type OpenedDesk, openDesk } from '../authoring/open-desk.ts';
import { onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import {
  type ExternalServer,
  freePort,
  isInstalled,
  startExternalServer,
} from '../support/external-server.ts';
import { caddy, nginx, type WebServer } from '../support/web-servers.ts';

const SECRET = 'a-secret-of-at-least-24-characters';

interface Proxy extends Pick<WebServer, 'name' | 'command' | 'prepare'> {
  file: string;
  /** The lines that a county replaces. */
  changes(port: number, deskPort: number, folder: string): [string | RegExp, string][];
}

const proxies: Proxy[] = [
  {
    ...nginx,
    file: 'desk-nginx.conf',
    changes(port, deskPort, folder) {
      writeFileSync(join(folder, 'users'), 'zhang:{PLAIN}word-of-zhang\n');
      return [
        ['listen 443 ssl;', `listen 127.0.0.1:${port};`],
        [/^ *ssl_certificate.*\n/gm, ''],
        ['server_name desk.example.cn;', 'server_name _;'],
        ['user_file /etc/nginx/mingbai-desk.users;', `user_file ${join(folder, 'users')};`],
        [/这里换成口令/g, SECRET],
        [/127\.0\.0\.1:4330/g, `127.0.0.1:${deskPort}`],
      ];
    },
  },
  {
    ...caddy,
    file: 'desk-Caddyfile',
    changes(port, deskPort) {
      const hash = spawnSync(caddy.command, ['hash-password', '--plaintext', 'word-of-zhang'], {
        encoding: 'utf8',
      });
      return [
        ['\ndesk.example.cn {', `\nhttp://127.0.0.1:${port} {`],
        ['zhangsan 这里换成算出来的密码', `zhang ${hash.stdout.trim()}`],
        [/\{\$MINGBAI_DESK_SECRET\}/g, SECRET],
        [/127\.0\.0\.1:4330/g, `127.0.0.1:${deskPort}`],
      ];
    },
  },
];

describe.each(proxies)('behind $name', ({ command, file, changes, prepare }) => {
  const tryTo = test.skipIf(!isInstalled(command));
  const top = temporaryFolder();
  const repository = join(top, 'desk');
  let proxy: ExternalServer | undefined;
  let desk: OpenedDesk | undefined;
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).stdout;

  beforeAll(async () => {
    if (!isInstalled(command)) return;
    writeFiles(join(repository, 'content'), { ...site, ...onePolicy });
    mkdirSync(join(repository, 'public'));
    for (const args of [
      ['init', '-q'],
      ['config', 'user.name', 'desk'],
      ['config', 'user.email', 'desk@x.example'],
    ])
      git(...args);
    git('add', '.');
    git('commit', '-q', '-m', 'begin');
    const folder = join(top, 'server');
    mkdirSync(folder);
    const deskPort = await freePort();
    proxy = await startExternalServer(
      command,
      (port) => {
        const text = readFileSync(join(projectDir, 'scripts', 'publish', file), 'utf8');
        const config = changes(port, deskPort, folder).reduce((done, [from, to]) => {
          const next = done.replace(from, () => to);
          if (next === done) throw new Error(`${file} has no ${from}`);
          return next;
        }, text);
        return prepare(folder, config);
      },
      { ...process.env, HOME: folder },
    );
    const secretFile = join(top, 'secret');
    writeFileSync(secretFile, SECRET, { mode: 0o600 });
    const args = ['desk', '--repo', repository, '--url', proxy.origin, '--secret-file', secretFile];
    desk = await openDesk(args, { PORT: String(deskPort) });
  });
  afterAll(async () => {
    await desk?.stop();
    await proxy?.close();
    rmSync(top, { recursive: true, force: true });
  });

  const login = { authorization: `Basic ${Buffer.from('zhang:word-of-zhang').toString('base64')}` };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${proxy?.origin}${path}`, { headers });
  const tokenOf = async () =>
    /name="desk-token" content="([^"]+)"/.exec(await (await get('/desk/', login)).text())?.[1] ?? '';

  tryTo('only an editor who logs in gets the desk', async () => {
    expect((await get('/desk/')).status).toBe(401);
    const wrong = `Basic ${Buffer.from('zhang:guess').toString('base64')}`;
    expect((await get('/desk/', { authorization: wrong })).status).toBe(401);
    expect((await get('/desk/', login)).status).toBe(200);
    expect(await tokenOf()).toMatch(/^[\w-]{32}$/);
  });

  tryTo('a commit has the name of the login, whatever name the browser sends', async () => {
    const token = await tokenOf();
    const origin = proxy?.origin ?? '';
    const call = (method: string, path: string, body: unknown) =>
      fetch(`${origin}/desk/api/${path}`, {
        method,
        body: JSON.stringify(body),
        headers: {
          ...login,
          origin,
          'x-desk-token': token,
          'content-type': 'application/json',
          'x-desk-user': 'boss',
          'x-desk-secret': 'guess',
        },
      });
    const opened = await get('/desk/api/documents/contacts/tel-12345', { ...login, 'x-desk-token': token });
    const { revision } = (await opened.json()) as { revision: string };
    const edits = [{ path: ['name'], value: '便民热线' }];
    expect((await call('PUT', 'documents/contacts/tel-12345', { revision, edits })).status).toBe(200);
    const files = ['content/contacts/tel-12345.yml'];
    expect((await call('POST', 'publish', { files, message: '改名字' })).status).toBe(200);
    expect(git('log', '-1', '--format=%an %s', '--branches=desk/*')).toBe('zhang 改名字\n');
  });

  tryTo('nobody on the machine gets round the login', async () => {
    const direct = (headers: Record<string, string>) => fetch(`${desk?.origin}/desk/`, { headers });
    expect((await direct({ 'x-desk-user': 'boss' })).status).toBe(421);
    for (const secret of ['', 'guess']) {
      const host = new URL(proxy?.origin ?? '').host;
      const raw = spawnSync('curl', [
        ...['-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', `Host: ${host}`],
        ...['-H', 'X-Desk-User: boss', '-H', `X-Desk-Secret: ${secret}`, `${desk?.origin}/desk/`],
      ]);
      expect(raw.stdout.toString()).toBe('403');
    }
  });

  tryTo('a reviewer needs no login, and gets only drafts', async () => {
    const answer = await get('/draft/AAAAAAAAAAAAAAAAAAAAAA/');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('看稿');
    for (const path of [
      '/draft/../desk/',
      '/draft/..%2fdesk/',
      '/desk/x/../../draft/',
      '/desk/api/a/../../../draft/',
    ]) {
      const raw = spawnSync('curl', ['-s', '--path-as-is', `${proxy?.origin}${path}`]);
      expect(raw.stdout.toString(), path).not.toContain('desk-token');
    }
  });
});
