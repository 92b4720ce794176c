/** No page requests another host, sets a cookie or violates the security policy. */
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';
import { allAddresses, onePageOfEachType } from '../support/built-site.ts';

const browsing = useBrowser();

test('every address requests only this site, sets no cookie and logs no error', async () => {
  const page = await browsing.open('/');
  const trouble: string[] = [];
  const host = new URL(page.url()).host;
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) trouble.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`));
  for (const address of allAddresses()) await page.goto(browsing.url(address));
  expect(trouble).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test.each(onePageOfEachType())('%s refuses scripts of other origins', async (_, address) => {
  await browsing.look(address, {}, async (page) => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      const image = document.createElement('p');
      image.innerHTML = '<img src="data:image/gif;base64,x" onerror="window.intruder = true" alt="">';
      document.body.append(image);
      return new Promise((resolve) => setTimeout(() => resolve('intruder' in window), 50));
    });
    expect(ran).toBe(false);
    const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
    expect(policy).not.toMatch(/unsafe/);
  });
});
