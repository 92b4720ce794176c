/** A browser with one page, in each engine; code for the page is text, for the old one. */

import { findFirefox } from '../../scripts/browser-paths.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { launchOldChromium } from '../browsers/old-chromium.ts';
import { puppeteerIn } from '../browsers/puppeteer.ts';

export interface Reader {
  open(url: string): Promise<unknown>;
  evaluate<T>(work: string): Promise<T>;
  click(selector: string): Promise<void>;
  back(): Promise<unknown>;
  /** Runs before the scripts of all later pages. */
  prepare(work: string): Promise<void>;
  /** Browser errors since the last call. */
  trouble(): string[];
  /** URLs requested since the last call, other than data. */
  requested(): string[];
  close(): Promise<void>;
}

const PHONE = { width: 360, height: 740 };

async function currentReader(): Promise<Reader> {
  const browser = await launchCurrentChromium();
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  const heard = new Complaints();
  page.on('pageerror', (error) => heard.add(error.message));
  page.on('console', (message) => heard.addFromConsole(message.type(), message.text()));
  page.on('request', (request) => heard.addRequest(request.url()));
  return {
    open: (url) => page.goto(url),
    evaluate: (work) => page.evaluate(work),
    click: (selector) => page.click(selector),
    back: () => page.goBack(),
    prepare: async (work) => void (await page.addInitScript(work)),
    trouble: () => heard.take(),
    requested: () => heard.takeRequests(),
    close: () => browser.close(),
  };
}

async function oldReader(): Promise<Reader> {
  const browser = await launchOldChromium();
  const page = await browser.newPage();
  await page.setViewport(PHONE);
  const heard = new Complaints();
  page.on('pageerror', (error) => heard.add(error.message));
  page.on('console', (message) => heard.addFromConsole(message.type(), message.text()));
  page.on('request', (request) => heard.addRequest(request.url()));
  return {
    open: (url) => page.goto(url),
    evaluate: (work) => page.evaluate(work),
    click: (selector) => page.click(selector),
    back: () => page.goBack(),
    prepare: (work) => page.evaluateOnNewDocument(work),
    trouble: () => heard.take(),
    requested: () => heard.takeRequests(),
    close: () => browser.close(),
  };
}

/** The members of a page of Firefox that are used. */
interface FirefoxPage {
  setViewport(size: { width: number; height: number }): Promise<void>;
  goto(url: string): Promise<unknown>;
  evaluate<T>(work: string): Promise<T>;
  evaluateOnNewDocument(work: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  goBack(): Promise<unknown>;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
}

interface FirefoxPuppeteer {
  launch(options: { executablePath: string; browser: 'firefox'; args: string[] }): Promise<{
    newPage(): Promise<FirefoxPage>;
    close(): Promise<void>;
  }>;
}

async function firefoxReader(): Promise<Reader> {
  const executablePath = findFirefox() ?? '';
  const browser = await puppeteerIn<FirefoxPuppeteer>('puppeteer').launch({
    executablePath,
    browser: 'firefox',
    args: [],
  });
  const page = await browser.newPage();
  await page.setViewport(PHONE);
  const heard = new Complaints();
  page.on('pageerror', (error) => heard.add(error.message));
  page.on('console', (message) => heard.addFromConsole(message.type(), message.text()));
  page.on('request', (request) => heard.addRequest(request.url()));
  return {
    open: (url) => page.goto(url),
    evaluate: (work) => page.evaluate(work),
    click: (selector) => page.click(selector),
    back: () => page.goBack(),
    prepare: async (work) => void (await page.evaluateOnNewDocument(work)),
    trouble: () => heard.take(),
    requested: () => heard.takeRequests(),
    close: () => browser.close(),
  };
}

/** Page errors, and requests to a network that is not there. */
class Complaints {
  #all: string[] = [];
  #requests: string[] = [];

  add(message: string): void {
    this.#all.push(message);
  }

  addFromConsole(type: string, text: string): void {
    if (['error', 'warning', 'warn'].includes(type)) this.add(text);
  }

  addRequest(url: string): void {
    if (!url.startsWith('data:')) this.#requests.push(url);
    if (!/^(?:file|data):/.test(url)) this.add(`asks for ${url}`);
  }

  take(): string[] {
    return this.#all.splice(0);
  }

  takeRequests(): string[] {
    return this.#requests.splice(0);
  }
}

export const readers: [name: string, launch: () => Promise<Reader>][] = [
  ['the current Chromium', currentReader],
  ['Chromium 80', oldReader],
];

/** Firefox as well, where it is installed. */
export const readersWithFirefox: typeof readers =
  findFirefox() === undefined ? readers : [...readers, ['Firefox', firefoxReader]];

/** Waits until an expression in the page is true; fails after ten seconds. */
export async function until({ evaluate }: Reader, expression: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    // Fails during navigation.
    if (await evaluate<boolean>(`!!(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Never came true: ${expression}`);
}
