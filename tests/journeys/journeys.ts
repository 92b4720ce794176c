/** The main user journeys; each ends when the reader has reached the goal. */
import { expect } from 'vitest';
import type { TestServer } from '../offline/test-server.ts';
import { type Engine, type JourneyPhone, waitFor } from './phone.ts';

export interface Journey {
  /** Completes the test's name: what the reader does. */
  name: string;
  /** Column title on the contact sheet. */
  title: string;
  go(phone: JourneyPhone, ground: JourneyContext): Promise<void>;
}

export interface JourneyContext {
  engine: Engine;
  village: TestServer;
  /** Takes the journey's screenshot now instead of at the end. */
  see(): Promise<void>;
}

const at = (address: string) => `location.pathname === ${JSON.stringify(address)}`;
const find = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
/** Number of visible elements. */
const count = (selector: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.offsetParent).length`;

/** All journeys, in the order in which one phone runs them. */
export const journeys: readonly Journey[] = [
  { name: 'gets from home to a policy and its telephone', title: 'policy and call', go: toTheTelephone },
  { name: 'searches', title: 'search', go: search },
  { name: 'finds out what a household can have', title: 'finder', go: findOut },
  { name: 'shares a policy', title: 'share', go: share },
  { name: 'reads in large print, on the next page too', title: 'large print', go: readLarge },
  { name: 'ticks what is already in the bag', title: 'tick list', go: tick },
  { name: 'puts a date into the calendar', title: 'calendar', go: keepTheDate },
  { name: 'saves the site, and has it without a network', title: 'saved, no network', go: saveForLater },
];

async function toTheTelephone(phone: JourneyPhone): Promise<void> {
  await phone.open('');
  await tap(phone, 'main a[href="/audiences/kun-nan/"]');
  await waitFor(phone, at('/audiences/kun-nan/'));
  await tap(phone, 'main a[href="/policies/di-bao/"]');
  await waitFor(phone, at('/policies/di-bao/'));
  const call = 'main .call a[href^="tel:"]';
  await waitFor(phone, find(call));
  // A tap would start the phone app: the test checks that the link is on top and large enough.
  await waitFor(
    phone,
    `(() => {
      const call = ${find(call)};
      call.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = call.getBoundingClientRect();
      const met = document.elementFromPoint(left + width / 2, top + height / 2);
      return height >= 44 && left >= 0 && left + width <= innerWidth && call.contains(met);
    })()`,
  );
}

async function search(phone: JourneyPhone, { engine }: JourneyContext): Promise<void> {
  await phone.open('search/');
  if (engine.hasScript) {
    await phone.type('#q', '种红薯怎么申请贷款');
    // Among the first three: a story about growing sweet potatoes may rank above the loan.
    await waitFor(
      phone,
      `[...document.querySelectorAll('#results[data-state="ready"] li')].slice(0, 3)
        .some((hit) => hit.querySelector('a[href$="/policies/bang-fu-xin-dai/"]'))`,
    );
    expect(await phone.ask('decodeURIComponent(location.search)')).toContain('种红薯');
    return;
  }
  const place = await phone.ask<string>(`${find('#search-index a[href^="/policies/"]')}.pathname`);
  await tap(phone, '#search-index a[href^="/policies/"]');
  await waitFor(phone, at(place));
}

async function findOut(phone: JourneyPhone, { engine }: JourneyContext): Promise<void> {
  await phone.open('finder/');
  if (!engine.hasScript) {
    await tap(phone, 'main a[href="/audiences/can-ji/"]');
    await waitFor(phone, at('/audiences/can-ji/'));
    expect(await phone.ask<number>(count('main a[href^="/policies/"]'))).toBeGreaterThan(0);
    return;
  }
  await tapLabel(phone, 'input[name="who"][value="can-ji"]');
  await tapLabel(phone, 'input[name="what"][value="shou-ru-di"]');
  await waitFor(phone, `${count('[data-found] li')} > 0 && ${count('[data-why]')} > 0`);
  expect(await phone.ask('location.search')).toBe('?who=can-ji&what=shou-ru-di');
}

/** Scrolls the element to the middle of the screen first, so that no bar covers it. */
async function tap(phone: JourneyPhone, selector: string): Promise<void> {
  await phone.ask(`${find(selector)}.scrollIntoView({ block: 'center' })`);
  await phone.tap(selector);
}

/** Taps the label of a checkbox or radio button, which is larger. */
async function tapLabel(phone: JourneyPhone, input: string): Promise<void> {
  await phone.ask(`${find(input)}.closest('label').setAttribute('data-tapped', '')`);
  await tap(phone, 'label[data-tapped]');
  await phone.ask(`${find('[data-tapped]')}.removeAttribute('data-tapped')`);
}

async function share(phone: JourneyPhone, { engine }: JourneyContext): Promise<void> {
  await phone.open('policies/di-bao/');
  const text = `(${find('.share textarea')} || {}).value`;
  expect(await phone.ask(text)).toMatch(/低保[\s\S]*https?:\/\/\S+\/s\/\w+/);
  if (engine.hasScript) {
    await tap(phone, '.share [data-copy]');
    await waitFor(phone, `${find('.share [data-said]')}.textContent.trim() !== ''`);
  }
  await tap(phone, '.share [data-picture]');
  const picture = engine.hasScript ? '.share figure img' : 'img';
  await waitFor(phone, `(${find(picture)} || {}).naturalWidth === 1080`);
}

async function readLarge(phone: JourneyPhone, { engine, see }: JourneyContext): Promise<void> {
  await phone.open('policies/di-bao/');
  const size = () => phone.ask<number>('parseFloat(getComputedStyle(document.body).fontSize)');
  const before = await size();
  if (!engine.hasScript) {
    // A button without a function is hidden; the browser's own zoom works.
    expect(await phone.ask(count('.large-print'))).toBe(0);
    return;
  }
  await tap(phone, '.large-print');
  expect(await size()).toBeGreaterThanOrEqual(before * 1.3);
  await phone.open('');
  expect(await size()).toBeGreaterThanOrEqual(before * 1.3);
  await see();
  await tap(phone, '.large-print');
  await tap(phone, '.large-print');
  expect(await size()).toBe(before);
}

async function tick(phone: JourneyPhone, { engine }: JourneyContext): Promise<void> {
  await phone.open('policies/di-bao/');
  const box = '.tick-list input';
  await tapLabel(phone, box);
  expect(await phone.ask(`${find(box)}.checked`)).toBe(true);
  if (!engine.hasScript) return;
  await phone.open('policies/di-bao/');
  expect(await phone.ask(`${find(box)}.checked`)).toBe(true);
  await phone.ask(`${find(box)}.scrollIntoView({ block: 'center' })`);
}

async function keepTheDate(phone: JourneyPhone, { village }: JourneyContext): Promise<void> {
  await phone.open('notices/shen-fu-miao-hui-2027/');
  const link = 'main a[href$="event.ics"]';
  await waitFor(phone, `${count(link)} === 1`);
  const address = await phone.ask<string>(`${find(link)}.getAttribute('href')`);
  const answer = await fetch(new URL(address, village.url));
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  expect(await answer.text()).toContain('BEGIN:VEVENT');
}

async function saveForLater(phone: JourneyPhone, { engine, village }: JourneyContext): Promise<void> {
  await phone.open('offline/');
  const hasWorker = engine.hasScript && (await phone.ask<boolean>(`'serviceWorker' in navigator`));
  if (!hasWorker) {
    // The page offers only what works, and says what to do instead.
    expect(await phone.ask(count('.pocket button'))).toBe(0);
    expect(await phone.ask(`${find('main')}.textContent`)).toContain('浏览器');
    return;
  }
  await phone.ask('navigator.serviceWorker.ready.then(() => true)');
  await waitFor(phone, `${count('.pocket [data-choices] button')} > 0`);
  await tap(phone, '.pocket [data-choices] button');
  await waitFor(phone, find('.pocket[data-state="saved"]'));
  await village.stop();
  try {
    await phone.open('policies/di-bao/');
    expect(await phone.ask('document.documentElement.dataset.kept')).toMatch(/^\d{4}-/);
    await phone.open('search/?q=低保');
    await waitFor(phone, find('#results[data-state="ready"] li'));
  } finally {
    await village.restart();
  }
}
