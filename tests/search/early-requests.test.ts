/** A shared search costs a phone each file once: the page requests them before the worker does, which gets them from the browser's cache. */
import { mkdtempSync, rmSync } from 'node:fs';
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
let folder = '';
let server: ExternalServer | undefined;
let proxy: ThrottlingProxy | undefined;

beforeAll(async () => {
  if (!isInstalled(nginx.command)) return;
  folder = mkdtempSync(join(tmpdir(), 'mingbai-early-'));
  server = await startWebServer(nginx, siteDir, folder);
  const line = { bitsPerSecond: 4_000_000, roundTripMs: 50 };
  proxy = await startThrottlingProxy(Number(new URL(server.origin).port), line);
});
afterAll(async () => {
  await proxy?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The files of the search that went over the line while `visit` opened a page. */
async function filesOf(visit: (url: string) => Promise<string>): Promise<string[]> {
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
  tryTo(`in ${name}, with the list and a shard requested by the page`, async () => {
    const files = await filesOf(visit);
    expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
    const early = files.findIndex((file) => file.endsWith('.pf_fragment'));
    for (const file of [/search-worker/, /list\.bin/, /pf_index/])
      expect(files.slice(0, early).some((each) => file.test(each))).toBe(true);
  });
