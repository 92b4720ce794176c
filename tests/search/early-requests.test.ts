/** A shared search costs a phone each file once: the page requests them before the worker does, which gets them from the browser's cache. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startThrottlingProxy, type ThrottlingProxy } from '../../scripts/bench/throttling-proxy.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { launchOldChromium } from '../browsers/old-chromium.ts';
import { siteDir } from '../support/built-site.ts';
import { type ExternalServer, isInstalled } from '../support/external-server.ts';
import { nginx, startWebServer } from '../support/web-servers.ts';

const DONE = `new Promise((resolve) => {
  const look = () => {
    const state = document.querySelector('#results').dataset.state;
    if (state === 'ready' || state === 'error') resolve(state);
    else setTimeout(look, 50);
  };
  look();
})`;
const tryTo = test.skipIf(!isInstalled(nginx.command));
const LINE = { bitsPerSecond: 4_000_000, roundTripMs: 50 };
const sizes = ['a small', 'a large'] as const;
let folder = '';
const servers: ExternalServer[] = [];
const proxies = new Map<string, ThrottlingProxy>();

beforeAll(async () => {
  if (!isInstalled(nginx.command)) return;
  folder = mkdtempSync(join(tmpdir(), 'mingbai-early-'));
  const large = join(folder, 'large');
  cpSync(siteDir, large, { recursive: true });
  removeTableFromPage(large);
  for (const [index, dir] of [siteDir, large].entries()) {
    const forServer = join(folder, `nginx-${index}`);
    mkdirSync(forServer);
    const server = await startWebServer(nginx, dir, forServer);
    servers.push(server);
    const proxy = await startThrottlingProxy(Number(new URL(server.origin).port), LINE);
    proxies.set(sizes[index] ?? '', proxy);
  }
});
afterAll(async () => {
  for (const proxy of proxies.values()) await proxy.close();
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Changes the search page of the site in `dir` into that of a large one, which has only the name of the table. */
function removeTableFromPage(dir: string): void {
  const page = join(dir, 'search/index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace(/data-shards="(unknown_\w+)[^"]*"/, 'data-shards="$1"'));
}

/** The files of the search that went over the line while `visit` opened a page of a small or a large site. */
async function filesOf(size: string, visit: (url: string) => Promise<string>): Promise<string[]> {
  const proxy = proxies.get(size);
  const before = proxy?.transfers().length;
  expect(await visit(`http://127.0.0.1:${proxy?.port}/search/?q=${encodeURIComponent('低保')}`)).toBe(
    'ready',
  );
  const paths = proxy?.transfers().slice(before) ?? [];
  return paths.flatMap(({ path }) => /search-worker|list\.bin|\w+\.pf_\w+/.exec(path)?.[0] ?? []);
}

const browsers = {
  'current Chromium': async (url: string) => {
    const browser = await launchCurrentChromium();
    const page = await browser.newPage();
    await page.goto(url);
    const state = await page.evaluate<string>(DONE);
    await browser.close();
    return state;
  },
  'Chromium 80': async (url: string) => {
    const browser = await launchOldChromium();
    const page = await browser.newPage();
    await page.goto(url);
    const state = await page.evaluate<string>(DONE);
    await browser.close();
    return state;
  },
};

for (const [name, visit] of Object.entries(browsers))
  for (const size of sizes)
    tryTo(`in ${name} on ${size} site, with the list and a shard requested by the page`, async () => {
      const files = await filesOf(size, visit);
      expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
      expect(files.some((file) => file.endsWith('.pf_shards'))).toBe(size === 'a large');
      const early = files.findIndex((file) => file.endsWith('.pf_fragment'));
      for (const file of [/search-worker/, /list\.bin/, /pf_index/])
        expect(files.slice(0, early).some((each) => file.test(each))).toBe(true);
    });
