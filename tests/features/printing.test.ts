/** A cadre prints a policy for the notice board: one sheet, in black and white, with a code for the rest of it. */
import readQr from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { shortAddress } from '../../src/documents/short-address.ts';
import { useBrowser } from '../support/browse.ts';
import { allAddresses } from '../support/built-site.ts';

const browsing = useBrowser();
const policies = allAddresses().filter((address) => /^\/policies\/(?!status)[^/]+\/$/.test(address));

const countPages = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length;

test('every policy is one sheet of A4', async () => {
  await browsing.visit('/', {}, async (page) => {
    expect(policies.length).toBeGreaterThan(5);
    for (const address of policies) {
      await page.goto(browsing.url(address));
      expect(await countPages(page), address).toBe(1);
    }
  });
});

test('it is still one sheet if an editor filled every field to its limit', async () => {
  await browsing.visit('/policies/di-bao/', {}, async (page) => {
    await page.evaluate(() => {
      for (const item of document.querySelectorAll('.sheet li, .sheet-title'))
        item.textContent = '长'.repeat(400);
    });
    expect(await countPages(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sheet-blank').isVisible()).toBe(true);
  });
});

test('nothing around the sheet is printed, and nothing overlaps the telephone numbers', async () => {
  await browsing.visit('/', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    // A4 minus its margins, in CSS pixels.
    await page.setViewportSize({ width: Math.round((190 / 25.4) * 96), height: 1000 });
    for (const address of policies) {
      await page.goto(browsing.url(address));
      for (const part of ['header', 'footer', '.bar', 'article', '.share', '.print-button', '.skip']) {
        expect(await page.locator(part).first().isVisible(), `${address} ${part}`).toBe(false);
      }
      const [columns, call] = await Promise.all(
        ['.sheet-columns', '.sheet-call'].map((part) => page.locator(part).boundingBox()),
      );
      expect((columns?.y ?? 0) + (columns?.height ?? 0), address).toBeLessThanOrEqual(call?.y ?? 0);
    }
  });
});

test('it has the telephone number, a line for the village’s own, and only black on white', async () => {
  await browsing.visit('/policies/yang-lao-bao-xian/', { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.sheet');
    expect(await sheet.locator('.sheet-call').textContent()).toMatch(/12333.*本村电话/s);
    const colours = await sheet.evaluate((root) => [
      ...new Set([root, ...root.querySelectorAll('*')].map((part) => getComputedStyle(part).color)),
    ]);
    expect(colours).toEqual(['rgb(0, 0, 0)']);
  });
});

test('its code leads to the short address', async () => {
  await browsing.visit('/policies/di-bao/', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const [side, path] = await page.locator('.sheet .qr').evaluate((code) => {
      const box = code.getAttribute('viewBox')?.split(' ')[2];
      return [Number(box), code.querySelector('path')?.getAttribute('d') ?? ''] as const;
    });
    expect(await read(side, path)).toBe(`https://mingbai.example${shortAddress('policies', 'di-bao')}`);
  });
});

/** The text that a phone reads from the path of a code, each module 4 pixels wide. */
async function read(side: number, path: string): Promise<string | undefined> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 4}" height="${side * 4}"><path d="M0 0h${side}v${side}H0z" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readQr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
