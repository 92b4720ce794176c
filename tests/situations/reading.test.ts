/** What readers do with a page, and what stays on their phone. */
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../site/browse.ts';

const browsing = useBrowser();

describe('large print', () => {
  test('is one tap away, goes on to larger, and back', async () => {
    await browsing.visit('/', {}, async (page) => {
      const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      const button = page.locator('.large-print');
      expect(await button.textContent()).toContain('长辈版');
      await button.click();
      expect([await size(), (await button.textContent())?.trim()]).toEqual([24, '再大些']);
      await button.click();
      expect([await size(), (await button.textContent())?.trim()]).toEqual([30, '恢复']);
      await button.click();
      expect(await size()).toBe(18);
    });
  });

  test('is there from the first paint of the next page', async () => {
    await browsing.visit('/', { print: 'large' }, async (page) => {
      const early = await page.evaluate(() => document.documentElement.className);
      expect(early).toBe('js large');
    });
  });

  test('works for this page where the phone refuses to remember', async () => {
    const page = await browsing.open('/about/');
    await page.context().addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(browsing.url('/policies/di-bao/'));
    await page.locator('.large-print').click();
    expect(await page.evaluate(() => document.documentElement.classList.contains('large'))).toBe(true);
    await page.locator('.tick-list input').first().check();
    await page.context().close();
  });
});

describe('the list of what to bring', () => {
  test('keeps its ticks on this phone, for this policy alone', async () => {
    await browsing.visit('/policies/di-bao/', {}, async (page) => {
      await page.locator('.tick-list input').nth(1).check();
      await page.reload();
      expect(await page.locator('.tick-list input').nth(1).isChecked()).toBe(true);
      await page.goto(browsing.url('/policies/lin-shi-jiu-zhu/'));
      expect(await page.locator('.tick-list input:checked').count()).toBe(0);
    });
  });
});

describe('a page that was kept for a long time', () => {
  const onDay = async (address: string, day: string) => {
    const page = await browsing.open('/about/');
    await page.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));
    await page.goto(browsing.url(address));
    return page;
  };

  test('calls a notice over that has gone by since, and folds it away', async () => {
    const page = await onDay('/notices/', '2028-01-01');
    expect(await page.locator('[data-list="coming"] li').count()).toBe(0);
    expect(await page.locator('[data-list="past"] .badge').first().textContent()).toBe('已经过去');
    await page.context().close();
  });

  test('is not fooled by a clock that is years behind', async () => {
    const page = await onDay('/policies/xiao-e-xin-dai/', '2021-01-01');
    expect(await page.locator('main .badge').first().textContent()).toBe('已经结束');
    expect(await page.locator('[data-when-ended]').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('an ended policy', () => {
  test('says so before anything else, and leads to what took its place', async () => {
    await browsing.visit('/policies/xiao-e-xin-dai/', { javaScriptEnabled: false }, async (page) => {
      const text = (await page.locator('article').textContent()) ?? '';
      expect(text.indexOf('已经结束')).toBeLessThan(text.indexOf('记住这几条'));
      await page.locator('[data-when-ended] a').click();
      expect(new URL(page.url()).pathname).toBe('/policies/bang-fu-xin-dai/');
    });
  });
});

test('a policy puts its parts in the order in which they are needed', async () => {
  await browsing.visit('/policies/di-bao/', {}, async (page) => {
    const parts = await page
      .locator('main section')
      .evaluateAll((sections) => sections.map((part) => part.getAttribute('aria-labelledby')));
    expect(parts).toEqual(
      [
        'remember',
        'who',
        'benefit',
        'steps',
        'bring',
        'call',
        'explained',
        'basis',
        'checked',
        'share',
        'related',
      ].map((part) => `part-${part}`),
    );
  });
});

test('officialese is explained below the paragraph in which it is met first', async () => {
  await browsing.visit('/policies/di-bao/', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.gloss').count()).toBeGreaterThan(1);
    const words = await page.locator('.gloss a').allTextContents();
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the filter of policies', () => {
  test('combines its choices, keeps them in the address, and says how many there are', async () => {
    await browsing.visit('/policies/', {}, async (page) => {
      const all = await page.locator('[data-policy]').count();
      await page.locator('select[name="audience"]').selectOption('can-ji');
      await page.locator('select[name="status"]').selectOption('active');
      const shown = await page.locator('[data-policy]:visible').count();
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThan(all);
      expect(await page.locator('[data-count]').textContent()).toBe(`有${shown}个合适的。`);
      const address = page.url();
      await page.goto(browsing.url('/'));
      await page.goto(address);
      expect(await page.locator('[data-policy]:visible').count()).toBe(shown);
    });
  });

  test('takes no harm from a broken address', async () => {
    await browsing.visit('/policies/?audience=%3Cscript%3E&status=never', {}, async (page) => {
      expect(await page.locator('[data-policy]:visible').count()).toBe(
        await page.locator('[data-policy]').count(),
      );
    });
  });
});

describe('reading aloud', () => {
  test('offers itself where the phone has a Chinese voice, and reads sentence by sentence', async () => {
    const page = await browsing.open('/about/');
    await page.context().addInitScript(() => {
      const said: string[] = [];
      const speech = {
        speaking: false,
        getVoices: () => [{ lang: 'zh-CN', name: 'test' }],
        cancel: () => undefined,
        speak: (utterance: { text: string; onend?: () => void }) => {
          said.push(utterance.text);
          if (said.length < 3) utterance.onend?.();
        },
        addEventListener: () => undefined,
      };
      Object.assign(window, {
        said,
        SpeechSynthesisUtterance: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
    });
    await page.goto(browsing.url('/policies/di-bao/'));
    await page.getByRole('button', { name: '读给我听' }).click();
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said).toHaveLength(3);
    expect(said[0]).toContain('低保');
    expect(await page.locator('.read-aloud button').textContent()).toContain('不读了');
    await page.context().close();
  });

  test('is hidden where the phone has no Chinese voice', async () => {
    await browsing.visit('/policies/di-bao/', {}, async (page) => {
      expect(await page.locator('.read-aloud button').isVisible()).toBe(false);
    });
  });
});

test('a notice goes into the phone’s calendar with its day', async () => {
  await browsing.visit('/notices/shen-fu-miao-hui-2027/', {}, async (page) => {
    const link = await page.locator('a[download]').getAttribute('href');
    const response = await page.request.get(browsing.url(link ?? ''));
    expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('DTSTART;VALUE=DATE:20270513');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});

test('who does not know whom to ring finds the number for any question first', async () => {
  await browsing.visit('/contacts/', {}, async (page) => {
    expect(await page.locator('main a[href^="tel:"]').first().getAttribute('href')).toBe('tel:12345');
  });
});
