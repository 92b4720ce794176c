/** 一句一句问: a villager answers one question at a time and sees three lists with reasons; a cadre sends or prints the whole household. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';

const browsing = useBrowser();
const start = (page: Page) => page.getByRole('button', { name: '开始问' }).click();
const question = (page: Page) => page.locator('[data-question] legend');
const tap = (page: Page, name: string) =>
  page.locator('[data-question]').getByRole('button', { name, exact: true }).click();
const hasFocus = (page: Page) => question(page).evaluate((legend) => legend === document.activeElement);
/** The lists, which are written behind the frame of the question. */
const results = (page: Page) => page.locator('[data-results]:not([aria-busy])');

/** Answers every question by the first that fits of `answers`, else 说不准; gives the questions that were asked. */
async function answerAll(page: Page, answers: readonly string[]): Promise<string[]> {
  const asked: string[] = [];
  await page.locator('[data-question] legend, [data-question] p').first().waitFor();
  while ((await question(page).count()) > 0) {
    asked.push((await question(page).textContent()) ?? '');
    const labels = await page.locator('[data-question] button').allTextContents();
    await tap(page, answers.find((answer) => labels.includes(answer)) ?? '说不准');
  }
  return asked;
}

test('a few taps sort the policies into three lists, each with its reason', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    await question(page).waitFor();
    await results(page).waitFor();
    expect(await results(page).locator('.card').count()).toBeGreaterThan(4);
    expect(await page.locator('[data-count]').textContent()).toContain('办不了0个');
    const asked = await answerAll(page, ['满60岁', '二级', '都没有', '没上学']);
    expect(new Set(asked).size).toBe(asked.length);
    await results(page).locator('summary').click();
    await results(page).locator('details .card').first().waitFor();
    const text = await results(page).textContent();
    expect(text).toMatch(/要再问一句[\s\S]*长年要人照顾/);
    expect(text).toMatch(/办不了[\s\S]*因为要/);
  });
});

test('somebody who is unsure of everything is refused nothing', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    await answerAll(page, []);
    await results(page).waitFor();
    expect(await page.locator('[data-count]').textContent()).toBe(
      `多半能办0个，要再问一句${await results(page).locator('.card').count()}个，办不了0个。`,
    );
  });
});

test('the address that a cadre sends opens with the same lists, and no server sees the answers', async () => {
  const seen = await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    await answerAll(page, ['16到59岁', '没有残疾人证', '都没有', '没上学']);
    const text = await results(page).textContent();
    // The cadre goes to the chat.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const { pathname, search, hash } = new URL(page.url());
    expect(search).toBe('');
    return { address: pathname + hash, text };
  });
  await browsing.visit(seen.address, {}, async (page) => {
    await page.locator('[data-count]:not(:empty)').waitFor();
    expect(await results(page).textContent()).toBe(seen.text);
  });
});

test('the page of a policy leads to its own questions, which start at once', async () => {
  await browsing.visit('/policies/can-ji-bu-tie/', {}, async (page) => {
    await page.getByText('答几句，看您家算不算').click();
    await question(page).waitFor();
    expect(await question(page).textContent()).toMatch(/残疾人证|登记过|领着/);
    expect(await results(page).locator('.card').first().textContent()).toContain('有残疾证');
  });
});

test('the first question is there before it is wanted: the first tap only shows it', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await question(page).waitFor({ state: 'attached' });
    await results(page).locator('.card').first().waitFor({ state: 'attached' });
    expect(await page.locator('[data-household] [data-start]').isVisible()).toBe(true);
    expect(await question(page).isVisible()).toBe(false);
    const shown = await page.evaluate(() => {
      const legend = document.querySelector<HTMLElement>('[data-question] legend');
      const cards = document.querySelectorAll('[data-results] .card').length;
      document.querySelector<HTMLElement>('[data-start]')?.click();
      return {
        isSame: legend === document.querySelector('[data-question] legend'),
        newCards: document.querySelectorAll('[data-results] .card').length - cards,
        // They take longer to lay out than the question, and are below it.
        hasLists: document.querySelector<HTMLElement>('[data-results]')?.offsetParent !== null,
      };
    });
    expect(shown).toEqual({ isSame: true, newCards: 0, hasLists: false });
    expect(await question(page).isVisible()).toBe(true);
    await results(page).waitFor();
    expect(await hasFocus(page)).toBe(true);
  });
});

test('while a question is read the next is laid out, for nobody to see, hear or reach', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    const waiting = page.locator('[data-questions] > :not([data-question])');
    await waiting.first().waitFor({ state: 'attached' });
    const legends = await waiting.locator('legend').allTextContents();
    for (const each of await waiting.all()) {
      expect(await each.evaluate((card) => [card.clientHeight, getComputedStyle(card).visibility])).toEqual([
        0,
        'hidden',
      ]);
      expect(await each.locator('legend').evaluate((legend) => legend.clientHeight)).toBeGreaterThan(20);
    }
    expect(await page.locator('[data-questions]').getByRole('group').count()).toBe(1);
    await tap(page, '说不准');
    expect(legends).toContain(await question(page).textContent());
    await results(page).waitFor();
    expect(await hasFocus(page)).toBe(true);
    expect(await page.locator('[data-questions] > [hidden]').count()).toBe(0);
  });
});

test.each([
  ['somebody saves data', { saveData: true, effectiveType: '4g' }],
  ['the network is slow', { saveData: false, effectiveType: '3g' }],
])('if %s the questions are loaded only when they are wanted', async (_, connection) => {
  await browsing.visit('/', {}, async (page) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'connection', { value });
    }, connection);
    await page.goto(browsing.url('/finder/'));
    await page.waitForTimeout(500);
    expect(loaded.filter((url) => url.includes('household'))).toEqual([]);
    await start(page);
    await question(page).waitFor();
  });
});

test('questions that could not be loaded ahead are no failure; a tap says so, and a later one works', async () => {
  await browsing.visit('/', { serviceWorkers: 'block' }, async (page) => {
    let isOffline = true;
    await page.route('**/finder/policies.js', (route) => (isOffline ? route.abort() : route.continue()));
    const asked = page.waitForEvent('requestfailed');
    await page.goto(browsing.url('/finder/'));
    await asked;
    expect(await page.locator('[data-failed]').isVisible()).toBe(false);
    await start(page);
    await page.locator('[data-failed]').waitFor();
    isOffline = false;
    await start(page);
    await question(page).waitFor();
    expect(await page.locator('[data-failed]').isVisible()).toBe(false);
  });
});

test('the answers are in the address after a tap, and on the page after loading it again', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    await tap(page, '说不准');
    await page.waitForURL(/#jia=.*unsure/);
    const next = await question(page).textContent();
    await page.reload();
    await question(page).waitFor();
    expect(await question(page).textContent()).toBe(next);
  });
});

test('an answer is not lost by loading the page again at once, and not found by somebody who comes anew', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    await tap(page, '说不准');
    expect(page.url()).not.toContain('#');
    await page.reload();
    await start(page);
    await page.locator('[data-given-list] button').waitFor({ state: 'attached' });
    await tap(page, '说不准');
    await page.goto(browsing.url('/finder/?anew'));
    await start(page);
    await results(page).waitFor();
    expect(await page.locator('[data-given-list] button').count()).toBe(0);
  });
});

test('somebody who opens a policy at once after an answer comes back to it', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    await results(page).locator('.card').first().waitFor();
    await page.evaluate(() => {
      const buttons = Array.from(document.querySelectorAll<HTMLElement>('[data-question] button'));
      buttons.find(({ textContent }) => textContent === '说不准')?.click();
      document.querySelector<HTMLElement>('[data-results] .card')?.click();
    });
    await page.waitForURL(/policies/);
    await page.goBack();
    await question(page).waitFor();
    expect(page.url()).toMatch(/#jia=.*unsure/);
    expect(await page.locator('[data-given-list] button').count()).toBe(1);
  });
});

test('a child is not asked what work it does', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    const asked = await answerAll(page, ['不满16岁']);
    expect(asked).toContain('今年满多少岁？');
    expect(asked.join()).not.toContain('干哪几样活');
  });
});

test('somebody who farms has an answer where no policy asks about farming', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await start(page);
    while (!(await question(page).textContent())?.includes('干哪几样活')) await tap(page, '说不准');
    const labels = await page.locator('[data-question] label').allTextContents();
    expect(labels.join()).not.toContain('种地');
    await tap(page, '都不是，或者没活干');
  });
});

test('an answer can be taken back', async () => {
  await browsing.visit('/finder/#jia=&ren=age.0-32', {}, async (page) => {
    await page.locator('[data-given] summary').click();
    await page.getByRole('button', { name: '年纪：不满16岁' }).click();
    await results(page).waitFor();
    await page.waitForURL((url) => !url.hash.includes('age.'));
    expect(await page.locator('[data-count]').textContent()).toContain('办不了0个');
  });
});

test('a household of two has one sheet with everybody and what to bring, each thing once', async () => {
  await browsing.visit(
    '/finder/#jia=household.di-bao&ren=age.120-_disability.2_receives.none&ren=age.0-32',
    {},
    async (page) => {
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      await page.getByRole('button', { name: '第2个人' }).click();
      expect(await page.getByRole('button', { name: '第2个人' }).getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('button', { name: '打印全家的单子' }).click();
      const sheet = page.locator('[data-sheets]');
      expect(await sheet.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await sheet.isVisible()).toBe(true);
      expect(await page.locator('header').isVisible()).toBe(false);
      const text = (await sheet.textContent()) ?? '';
      expect(text).toMatch(/第1个人[\s\S]*多半能办[\s\S]*残疾证[\s\S]*第2个人/);
      expect(text).toContain('全家答的：家里登记过什么：低保户。');
      expect(text.match(/□ 户口本/g)).toHaveLength(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        await page.evaluate(() => innerWidth),
      );
    },
  );
});

test('the text to send has the policies and none of the answers', async () => {
  await browsing.visit('/finder/#jia=household.di-bao&ren=disability.2_receives.none', {}, async (page) => {
    await page.locator('[data-count]:not(:empty)').waitFor();
    await page.getByText('看看要发的话').click();
    const text = await page.locator('[data-household] textarea').inputValue();
    expect(text).toMatch(/多半能办：有残疾证，每月能领补贴[\s\S]*一共要带：/);
    expect(text).not.toMatch(/二级|低保户|#/);
  });
});

test('without scripts there is no question that does nothing', async () => {
  await browsing.visit('/finder/', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('[data-household]').isVisible()).toBe(false);
  });
});

test('in the largest print a question stands on the screen with its first answers', async () => {
  await browsing.visit('/finder/', { print: 'larger' }, async (page) => {
    const isInView = () =>
      page.evaluate(() => {
        const barTop = document.querySelector('.bar')?.getBoundingClientRect().top ?? 0;
        const shown = document.querySelector('[data-question] > :not([hidden])');
        const answers = Array.from(shown?.querySelectorAll('label, button') ?? []).slice(0, 2);
        const legendTop = shown?.querySelector('legend')?.getBoundingClientRect().top ?? -1;
        return legendTop >= 0 && answers.every((each) => each.getBoundingClientRect().bottom <= barTop);
      });
    await start(page);
    await expect.poll(isInView).toBe(true);
    await tap(page, '说不准');
    await results(page).waitFor();
    await expect.poll(isInView).toBe(true);
  });
});

test.each([
  ['', { width: 360, height: 740 }],
  ['larger', { width: 320, height: 740 }],
] as const)(
  'nothing is wider than the screen, and each answer is as high as a finger, in print "%s"',
  async (print, viewport) => {
    await browsing.visit(
      '/finder/#jia=&ren=age.120-',
      { viewport, ...(print && { print }) },
      async (page) => {
        await question(page).waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
        const heights = await page
          .locator('[data-household] button:visible, [data-household] label:visible')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
        for (const height of heights) expect(height).toBeGreaterThanOrEqual(print ? 60 : 44);
      },
    );
  },
);
