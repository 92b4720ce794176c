/** Phones without storage or space, with a wrong date or an older worker: nothing breaks, and the reader learns what to do. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { temporaryFolder } from '../build/content-folder.ts';
import { siteDir } from '../support/built-site.ts';
import { newPhone, type Phone } from './phone.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let browser: Browser;
let server: TestServer;
let phone: Phone;

beforeAll(async () => {
  browser = await launchCurrentChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await startTestServer(siteDir);
  phone = await newPhone(browser, server.url);
});
afterEach(async () => {
  await phone.close();
  await server.close();
});

const refusing = {
  'caches that throw': () => {
    Object.defineProperty(window, 'caches', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  },
  'a worker that is refused': () => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
  },
  'no storage of any kind': () => {
    for (const name of ['caches', 'localStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    }
  },
};

test.each(Object.entries(refusing))(
  'with %s pages work, and there is no button to save',
  async (_, refuse) => {
    await phone.page.addInitScript(refuse);
    await phone.open('policies/di-bao/');
    expect(await phone.page.locator('h1').textContent()).toContain('低保');
    await phone.open('offline/');
    expect(await phone.standing('unable')).toContain('不让网站存东西');
    expect(await phone.page.locator('.pocket button').count()).toBe(0);
    expect(await phone.page.getByText('去村委会，请干部打印一张').isVisible()).toBe(true);
    // The failure of a single enhancement is logged for developers, as a warning.
    expect(phone.trouble().filter((text) => !text.includes(': Mingbai: '))).toEqual([]);
  },
);

test('a browser without service workers explains what to do instead', async () => {
  await phone.page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await phone.open('offline/');
  expect(await phone.standing('unable')).toContain('在浏览器打开');
  expect(phone.trouble()).toEqual([]);
});

test('if the browser’s quota is too small, a message says so before any download', async () => {
  await phone.page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 700_000 });
  });
  await phone.open('offline/');
  await phone.standing('unsaved');
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  server.asked();
  await phone.choose('存到手机');
  expect(await phone.standing('stopped')).toContain('手机地方不够');
  expect(server.asked().filter((path) => /\.(?:txt|bin)$/.test(path))).toEqual([]);
});

test('a phone that runs out of space while saving keeps the saved files, and continues once there is space', async () => {
  await phone.page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({});
  });
  const session = await phone.page.context().newCDPSession(phone.page);
  const { origin } = new URL(server.url);
  await phone.open('offline/');
  await phone.standing('unsaved');
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 900_000 });
  await phone.choose('存到手机');
  expect(await phone.standing('stopped')).toContain('手机地方不够');
  await phone.open('policies/di-bao/');
  expect(await phone.page.locator('h1').textContent()).toContain('低保');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await phone.open('offline/');
  await phone.standing('begun');
  await phone.choose('接着存');
  await phone.standing('saved');
});

test.each([
  ['a year late', '2027-11-24T08:00:00Z', '日期不对，先改对'],
  ['a year early', '2025-11-24T08:00:00Z', '日期不对。能不能办'],
])(
  'with a clock that is %s the copy shows a note and its own date, and an ended policy is still ended',
  async (_, now, words) => {
    await phone.save('text');
    const day = await phone.page.locator('html').getAttribute('data-built');
    await server.stop();
    await phone.page.clock.setFixedTime(new Date(now));
    await phone.open('policies/xiao-e-xin-dai/');
    expect(await phone.page.locator('html').getAttribute('data-kept')).toBe(day);
    expect(await phone.page.locator('.clock-note').textContent()).toContain(words);
    expect(await phone.page.locator('main .status').first().textContent()).toContain('已经结束');
    await phone.open('search/?q=小额信贷');
    const found = phone.page.locator('#results li', { hasText: '已经结束' });
    await found.first().waitFor();
    expect(await phone.page.locator('.clock-note').textContent()).toContain(words);
    expect(phone.trouble()).toEqual([]);
  },
);

test('an older worker that answered everything from its own cache is replaced by ours', async () => {
  const old = join(temporaryFolder(), 'site');
  cpSync(siteDir, old, { recursive: true });
  writeFileSync(
    join(old, 'sw.js'),
    `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => event.respondWith(caches.open('old').then(async (cache) => {
      const kept = await cache.match(event.request);
      if (kept) return kept;
      const fresh = await fetch(event.request);
      await cache.put(event.request, fresh.clone());
      return fresh;
    })));`,
  );
  await server.publish(old);
  await phone.open('policies/');
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  await phone.open('policies/');
  const script = () => phone.page.evaluate(() => navigator.serviceWorker.controller?.state);
  expect(await script()).toBe('activated');

  await server.publish(siteDir);
  // The reader has this page open while the new worker is installed and activated.
  await phone.open('policies/');
  await phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve);
    });
    await Promise.all([registration.update(), taken]);
  });
  expect(await phone.page.locator('.policy-filter .chip').first().isVisible()).toBe(true);
  await phone.page.locator('main .card').first().click();
  expect(await phone.page.locator('h1').count()).toBe(1);
  await phone.save('text');
  await server.stop();
  await phone.open('finder/');
  expect(await phone.page.locator('html').getAttribute('data-kept')).not.toBeNull();
  expect(phone.trouble()).toEqual([]);
  rmSync(dirname(old), { recursive: true, force: true });
});
