/** Saving on a bad network: saved files are not fetched again, after an interruption, for a new version, or for the pictures. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { siteDir } from '../support/built-site.ts';
import { newPhone, type Phone } from './phone.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { makeVersion } from './versions.ts';

let browser: Browser;
let server: TestServer;
let phone: Phone;
const made: string[] = [];
const patiently = { timeout: 20_000, interval: 500 };

beforeAll(async () => {
  browser = await launchCurrentChromium();
});
afterAll(async () => {
  await browser?.close();
  for (const dir of made) rmSync(dirname(dir), { recursive: true, force: true });
});
beforeEach(async () => {
  server = await startTestServer(siteDir);
  phone = await newPhone(browser, server.url);
});
afterEach(async () => {
  await phone.close();
  await server.close();
});

/** Requests for files of the copy since the last call, without the list itself. */
const fetched = () =>
  server.asked().filter((path) => !/^\/(?:offline\/list\.json|sw\.js|icon\.svg)$/.test(path));
const publish = async (change: Parameters<typeof makeVersion>[0]) => {
  const dir = await makeVersion(change);
  made.push(dir);
  await server.publish(dir);
};

test('an interrupted download is reported, and resumed without fetching saved files again', async () => {
  await phone.open('offline/');
  await phone.standing('unsaved');
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  server.asked();
  const isSecondHalf = (path: string) => /\.bin$/.test(path);
  server.cut(/\.bin$/);
  await phone.choose('存到手机');
  expect(await phone.standing('stopped')).toContain('网断了，没有存完。\n存下的还在');
  const first = fetched();
  expect(first.filter((path) => /\.txt$/.test(path)).length).toBeGreaterThan(3);

  server.cut();
  await phone.choose('接着存');
  await phone.standing('saved');
  const second = fetched();
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter((path) => first.includes(path) && !isSecondHalf(path))).toEqual([]);
});

test('a reader who returns another day after an interruption can resume', async () => {
  server.cut(/\.bin$/);
  await phone.open('offline/');
  await phone.standing('unsaved');
  await phone.choose('存到手机');
  await phone.standing('stopped');
  await phone.open('offline/');
  expect(await phone.standing('begun')).toContain('上次没有存完');
  server.cut();
  await phone.choose('接着存');
  await phone.standing('saved');
});

test('when the network returns, saving resumes on its own', async () => {
  server.cut(/\.bin$/);
  await phone.open('offline/');
  await phone.standing('unsaved');
  await phone.choose('存到手机');
  await phone.standing('stopped');
  server.cut();
  await phone.page.evaluate(() => dispatchEvent(new Event('online')));
  await phone.standing('saved');
});

test('pictures saved later do not fetch the texts again', async () => {
  await phone.save('text');
  server.asked();
  await phone.save('all');
  const pictures = fetched().filter((path) => path !== '/offline/');
  expect(pictures.length).toBeGreaterThan(10);
  expect(pictures.filter((path) => !/\.png$|^\/offline\/[^/]+\.json$/.test(path))).toEqual([]);
});

test('an update fetches only what changed, though every page has a new date', async () => {
  await phone.save('text');
  await publish({
    day: '2026-12-24',
    files: { 'policies/di-bao/index.html': (html) => html.replace('</h1>', '了</h1>') },
  });
  server.asked();
  await phone.open('offline/');
  expect(await phone.standing('saved')).toContain('网站有新的了。');
  await phone.choose('换成新的');
  await expect.poll(() => phone.standing('saved'), patiently).toContain('2026年12月24日的。\n已经是最新的。');
  const asked = fetched().filter((path) => path !== '/offline/');
  expect(asked.filter((path) => !/^\/offline\/[^/]+\.json$/.test(path))).toEqual(['/policies/di-bao/']);
  expect(asked).toHaveLength(2);
  await server.stop();
  await phone.open('policies/di-bao/');
  expect(await phone.page.locator('h1').textContent()).toContain('可以申请低保了');
});

test('if a new version is published while saving, that version is saved', async () => {
  await phone.open('offline/');
  await phone.standing('unsaved');
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  server.before(/\.txt$/, () => publish({ day: '2026-12-24', mark: 'b' }));
  await phone.choose('存到手机');
  expect(await phone.standing('saved')).toContain('2026年12月24日');
  await server.stop();
  await phone.open('policies/di-bao/');
  expect(await phone.page.locator('html').getAttribute('data-mark')).toBe('b');
});

test('after removal nothing remains on the phone', async () => {
  await phone.save('all');
  await phone.choose('从手机里删掉');
  await phone.standing('unsaved');
  const left = await phone.page.evaluate(async () => {
    const names = await caches.keys();
    const rooms = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return rooms.flat().length;
  });
  expect(left).toBe(0);
});

test('the worker updates the copy in the background while the reader reads on', async () => {
  await phone.save('text');
  await publish({ day: '2026-12-24', files: {} });
  // A restarted worker checks for updates again: this one is stopped.
  const session = await phone.page.context().newCDPSession(phone.page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await phone.open('policies/');
  await expect
    .poll(async () => {
      await phone.open('offline/');
      return phone.standing('saved');
    }, patiently)
    .toContain('2026年12月24日的。\n已经是最新的');
});
