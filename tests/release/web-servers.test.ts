/** The supplied configurations, tested in the real nginx and Caddy over a published folder. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishToFolder } from '../../src/publish/index.ts';
import { temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { type ExternalServer, isInstalled } from '../support/external-server.ts';
import { caddy, nginx, startWebServer } from '../support/web-servers.ts';

const REVIEW = 'AbCdEfGhIjKlMnOpQr_-01';

describe.each([nginx, caddy])('$name', (server) => {
  const { command, contentEncoding } = server;
  const tryTo = test.skipIf(!isInstalled(command));
  const top = temporaryFolder();
  const build = join(top, 'build');
  const site = join(top, 'site');
  let running: ExternalServer | undefined;

  beforeAll(async () => {
    if (!isInstalled(command)) return;
    writeFiles(build, {
      'index.html': `<h1>明白纸</h1>${'低保怎么办。'.repeat(300)}`,
      '404.html': '<h1>没有这一页</h1>',
      'policies/di-bao/index.html': '<h1>低保</h1>',
      'assets/style.x_txUV3R.css': 'a{}',
      'search/index/fragment/unknown_1a2b3c4d.pf_fragment': '低保',
      'search/index/list.bin': '低保',
      'share/policies/di-bao/message.txt': '低保',
      'notices/miao-hui/event.ics': 'BEGIN:VCALENDAR',
      'manifest.webmanifest': '{}',
      '.hidden': 'no',
    });
    await publishToFolder(build, site, '2026-11-23 09:00');
    writeFiles(join(site, '_review', REVIEW), {
      'policies/di-bao/index.html': '<h1>还没发布的低保</h1>',
      'assets/style.x_txUV3R.css': 'b{}',
      '.hidden': 'no',
    });
    const folder = join(top, 'server');
    mkdirSync(folder);
    running = await startWebServer(server, join(site, 'current'), folder);
  });
  afterAll(async () => {
    await running?.close();
    rmSync(top, { recursive: true });
  });

  const get = (path: string, encoding = 'identity') =>
    fetch(`${running?.origin}${path}`, { redirect: 'manual', headers: { 'accept-encoding': encoding } });

  tryTo('sends the compressed copy to a phone that accepts it, the plain page to others', async () => {
    const packed = await get('/', contentEncoding);
    expect(packed.headers.get('content-encoding')).toBe(contentEncoding);
    expect(packed.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(await packed.text()).toContain('明白纸');
    const plain = await get('/');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('content-type')?.toLowerCase()).toBe('text/html; charset=utf-8');
  });

  tryTo('redirects an address without its trailing slash to the page', async () => {
    const answer = await get('/policies/di-bao');
    expect([301, 302, 307, 308]).toContain(answer.status);
    expect(new URL(answer.headers.get('location') ?? '', `${running?.origin}/policies/`).pathname).toBe(
      '/policies/di-bao/',
    );
  });

  tryTo('answers a missing address with our own page and status 404', async () => {
    for (const path of ['/nothing/', '/.hidden', '/releases/']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text(), path).toContain('没有这一页');
    }
  });

  tryTo(
    'shows a review below any path, kept from search engines and caches; nobody can list the others',
    async () => {
      for (const path of [`/_review/${REVIEW}/`, `/mingbai/_review/${REVIEW}/`]) {
        for (const [file, content] of [
          ['policies/di-bao/', '还没发布的低保'],
          ['assets/style.x_txUV3R.css', 'b{}'],
        ] as const) {
          const answer = await get(path + file);
          expect([answer.status, await answer.text()], path + file).toEqual([
            200,
            expect.stringContaining(content),
          ]);
          expect(answer.headers.get('cache-control'), path + file).toBe('private, no-store');
          expect(answer.headers.get('x-robots-tag'), path + file).toBe('noindex, nofollow');
          expect(answer.headers.get('referrer-policy'), path + file).toBe('same-origin');
          expect(answer.headers.get('x-content-type-options'), path + file).toBe('nosniff');
        }
        const moved = await get(`${path}policies/di-bao`);
        expect(
          new URL(moved.headers.get('location') ?? '', `${running?.origin}${path}policies/`).pathname,
        ).toBe(`${path}policies/di-bao/`);
        expect((await get(`${path}.hidden`)).status).toBe(404);
        expect((await get(`${path}..%2f..%2fcurrent/index.html`)).status).not.toBe(200);
      }
      for (const path of ['/_review/', '/_review', `/_review/${'x'.repeat(22)}/`])
        expect((await get(path)).status, path).toBe(404);
    },
  );

  tryTo('lets a phone cache immutable files, and revalidate the others', async () => {
    for (const path of [
      '/assets/style.x_txUV3R.css',
      '/search/index/fragment/unknown_1a2b3c4d.pf_fragment',
    ]) {
      expect((await get(path)).headers.get('cache-control'), path).toContain('immutable');
    }
    for (const path of ['/', '/manifest.webmanifest', '/nothing/']) {
      expect((await get(path)).headers.get('cache-control'), path).toBe('no-cache');
    }
    expect((await get('/search/index/list.bin')).headers.get('cache-control')).toBe('max-age=30');
    const etag = (await get('/')).headers.get('etag') ?? '';
    const again = await fetch(`${running?.origin}/`, {
      headers: { 'if-none-match': etag, 'accept-encoding': 'identity' },
    });
    expect(again.status).toBe(304);
  });

  tryTo('sends the content type of each file, and security headers with every page', async () => {
    const types = {
      '/share/policies/di-bao/message.txt': 'text/plain; charset=utf-8',
      '/notices/miao-hui/event.ics': 'text/calendar; charset=utf-8',
      '/manifest.webmanifest': 'application/manifest+json',
    };
    for (const [path, type] of Object.entries(types)) {
      expect((await get(path)).headers.get('content-type'), path).toBe(type);
    }
    const immutable = await get('/assets/style.x_txUV3R.css');
    expect(immutable.headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of ['/', '/share/policies/di-bao/message.txt', '/nothing/']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin');
    }
  });

  tryTo('says no more than needed with the many small files of a search', async () => {
    if (server !== nginx) return;
    const [style, fragment, list] = [
      '/assets/style.x_txUV3R.css',
      '/search/index/fragment/unknown_1a2b3c4d.pf_fragment',
      '/search/index/list.bin',
    ];
    const unneeded = ['last-modified', 'permissions-policy', 'referrer-policy', 'accept-ranges'];
    for (const [path, names] of [
      [style, [...unneeded, 'etag']],
      [fragment, [...unneeded, 'etag', 'content-type']],
      [list, [...unneeded, 'content-type']],
    ] as const) {
      const { headers } = await get(path);
      for (const name of names) expect(headers.get(name), `${path} ${name}`).toBeNull();
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
    for (const path of [style, fragment])
      expect((await get(path)).headers.get('cache-control'), path).toBe(
        'public, max-age=31536000, immutable',
      );
    const etag = (await get(list)).headers.get('etag') ?? '';
    const again = await fetch(`${running?.origin}${list}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  tryTo('shows a new publication at once, without a restart', async () => {
    writeFiles(build, { 'policies/di-bao/index.html': '<h1>新的低保</h1>' });
    await publishToFolder(build, site, '2026-11-23 09:05');
    expect(await (await get('/policies/di-bao/')).text()).toContain('新的低保');
  });
});
