/** Functions of a page for readers, and the settings stored on their phone. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';

const browsing = useBrowser();

describe('large print', () => {
  test('is one tap away, the next tap makes it larger, the third normal', async () => {
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

  test('works for this page if the phone refuses storage', async () => {
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
  test('stores its ticks on this phone, for this policy only', async () => {
    await browsing.visit('/policies/di-bao/', {}, async (page) => {
      await page.locator('.tick-list input').nth(1).check();
      await page.reload();
      expect(await page.locator('.tick-list input').nth(1).isChecked()).toBe(true);
      await page.goto(browsing.url('/policies/lin-shi-jiu-zhu/'));
      expect(await page.locator('.tick-list input:checked').count()).toBe(0);
    });
  });
});

describe('a page that was saved long ago', () => {
  const onDay = async (address: string, day: string) => {
    const page = await browsing.open('/about/');
    await page.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));
    await page.goto(browsing.url(address));
    return page;
  };

  test('marks a notice as over once its day has passed, and folds it away', async () => {
    const page = await onDay('/notices/', '2028-01-01');
    expect(await page.locator('[data-list="coming"] li').count()).toBe(0);
    expect(await page.locator('[data-list="past"] .badge').first().textContent()).toBe('已经过去');
    await page.context().close();
  });

  test('shows the right status with a clock that is years behind', async () => {
    const page = await onDay('/policies/xiao-e-xin-dai/', '2021-01-01');
    expect(await page.locator('main .badge').first().textContent()).toBe('已经结束');
    expect(await page.locator('[data-when-ended]').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('an ended policy', () => {
  test('says so first, and links to the policy that replaced it', async () => {
    await browsing.visit('/policies/xiao-e-xin-dai/', { javaScriptEnabled: false }, async (page) => {
      const text = (await page.locator('article').textContent()) ?? '';
      expect(text.indexOf('已经结束')).toBeLessThan(text.indexOf('记住这几条'));
      await page.locator('[data-when-ended] a').click();
      expect(new URL(page.url()).pathname).toBe('/policies/bang-fu-xin-dai/');
    });
  });
});

test('a policy has its parts in the order in which they are needed', async () => {
  await browsing.visit('/policies/di-bao/', {}, async (page) => {
    const parts = await page
      .locator('main section')
      .evaluateAll((sections) => sections.map((part) => part.getAttribute('aria-labelledby')));
    expect(parts).toEqual(
      ['remember', 'who', 'benefit', 'steps', 'bring', 'call', 'explained', 'basis', 'share', 'related'].map(
        (part) => `part-${part}`,
      ),
    );
  });
});

test('officialese is explained below the paragraph in which it first occurs', async () => {
  await browsing.visit('/policies/di-bao/', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.gloss').count()).toBeGreaterThan(1);
    const words = await page.locator('.gloss a').allTextContents();
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the filter of policies', () => {
  test('combines its choices, stores them in the address, and shows the number of results', async () => {
    await browsing.visit('/policies/', {}, async (page) => {
      const all = await page.locator('[data-policy]').count();
      await page.locator('input[name="audience"][value="can-ji"]').check();
      await page.getByText('再挑细一点').click();
      await page.locator('select[name="status"]').selectOption('active');
      const shown = await page.locator('[data-policy]:visible').count();
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThan(all);
      expect(await page.locator('[data-count]').textContent()).toBe(`有${shown}个合适的。`);
      const address = page.url();
      await page.goto(browsing.url('/'));
      await page.goto(address);
      expect(await page.locator('[data-policy]:visible').count()).toBe(shown);
      expect(await page.locator('input[value="can-ji"]').isChecked()).toBe(true);
      expect(await page.locator('select[name="status"]').isVisible()).toBe(true);
    });
  });

  test('ignores a broken address', async () => {
    await browsing.visit('/policies/?audience=%3Cscript%3E&status=never', {}, async (page) => {
      expect(await page.locator('[data-policy]:visible').count()).toBe(
        await page.locator('[data-policy]').count(),
      );
    });
  });
});

describe('reading aloud', () => {
  test('is offered if the phone has a Chinese voice, and reads sentence by sentence', async () => {
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

  test('is hidden if the phone has no Chinese voice', async () => {
    await browsing.visit('/policies/di-bao/', {}, async (page) => {
      expect(await page.locator('.read-aloud button').isVisible()).toBe(false);
    });
  });
});

test('a notice is added to the phone’s calendar with its day', async () => {
  await browsing.visit('/notices/shen-fu-miao-hui-2027/', {}, async (page) => {
    const link = await page.locator('a[download]').getAttribute('href');
    const response = await page.request.get(browsing.url(link ?? ''));
    expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('DTSTART;VALUE=DATE:20270513');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});

test('a reader in an emergency finds 110, 119 and 120; one who does not know whom to ring, the number for any question', async () => {
  await browsing.visit('/contacts/', { javaScriptEnabled: false }, async (page) => {
    const urgent = await page
      .locator('section[aria-labelledby="part-urgent"] a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(urgent).toEqual(['tel:110', 'tel:119', 'tel:120']);
    expect(await page.locator('.call a').first().getAttribute('href')).toBe('tel:12345');
  });
});

describe('home', () => {
  /** Elements that are entirely on the first screen, above the bar. */
  const onFirstScreen = (page: Page, selector: string) =>
    page.evaluate((wanted) => {
      const top = document.querySelector('.bar')?.getBoundingClientRect().top ?? 0;
      return Array.from(document.querySelectorAll(wanted)).filter(
        (each) => each.getBoundingClientRect().bottom <= top,
      ).length;
    }, selector);

  test('has on its first screen a search field, a link on frauds, and six groups of people', async () => {
    await browsing.visit('/', {}, async (page) => {
      expect(await onFirstScreen(page, 'main input[type="search"]')).toBe(1);
      expect(await onFirstScreen(page, '.fraud')).toBe(1);
      expect(await onFirstScreen(page, 'a[href^="/audiences/"]')).toBeGreaterThanOrEqual(6);
      const [title, lead] = await page.locator('h1, h1 + p').allTextContents();
      expect(lead).not.toContain(title);
    });
  });

  test('is short: five screens of a phone', async () => {
    await browsing.visit('/', {}, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(5 * 740);
    });
  });

  test('searches for the typed text', async () => {
    await browsing.visit('/', {}, async (page) => {
      await page.locator('main input[type="search"]').fill('低保');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#results[data-state=ready] li');
      expect(await page.locator('#q').inputValue()).toBe('低保');
    });
  });

  test('leads a reader who is asked for money to the page on frauds', async () => {
    await browsing.visit('/', { javaScriptEnabled: false }, async (page) => {
      await page.locator('.fraud').click();
      expect(await page.locator('h1').textContent()).toContain('骗');
    });
  });

  test('has a low header in the largest print', async () => {
    await browsing.visit('/', { print: 'larger' }, async (page) => {
      const height = await page.locator('header').evaluate((header) => header.getBoundingClientRect().height);
      expect(height).toBeLessThan(85);
    });
  });
});

describe('the finder', () => {
  test('shows the number of results without scrolling, and a tap leads to them', async () => {
    await browsing.visit('/finder/', {}, async (page) => {
      await page.locator('input[value="can-ji"]').check();
      const line = page.locator('.found-line [data-message]');
      const { bottom, bar } = await line.evaluate((element) => ({
        bottom: element.getBoundingClientRect().bottom,
        bar: document.querySelector('.bar')?.getBoundingClientRect().top ?? 0,
      }));
      expect(bottom).toBeLessThanOrEqual(bar);
      expect(await line.textContent()).toMatch(/^\d+个政策，点这里看$/);
      await line.click();
      await expect
        .poll(() =>
          page
            .locator('[data-found] .card:visible')
            .first()
            .evaluate((card) => card.getBoundingClientRect().top < innerHeight),
        )
        .toBe(true);
    });
  });

  test('lists policies for all poor people before those for the disabled among them', async () => {
    await browsing.visit('/finder/?what=shou-ru-di', {}, async (page) => {
      const found = await page
        .locator('[data-found] > li:visible')
        .evaluateAll((all) =>
          all.map((each) => [
            (each as HTMLElement).dataset.slug,
            each.querySelector('[data-why]')?.textContent,
          ]),
        );
      expect(found[0]).toEqual(['di-bao', '因为您家收入太低，日子难。']);
      expect(found.at(-1)).toEqual(['can-ji-bu-tie', '要是您家有残疾人，看看这个。']);
    });
  });
});

describe('a telephone number', () => {
  test('in the text of a page can be tapped', async () => {
    await browsing.visit('/policies/di-bao/', { javaScriptEnabled: false }, async (page) => {
      const running = page.locator('main p a.tel[href="tel:12345"], main li a.tel[href="tel:12345"]');
      expect(await running.count()).toBeGreaterThan(1);
    });
  });
});
