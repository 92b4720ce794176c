/**
 * Chromium 80, Chromium 92, current Chromium and Firefox, each driven by a puppeteer version that connects to it. The members used
 * here are the same in all versions; they are declared once, because the old ones have no types.
 */
import { findChromium, findFirefox, oldChromiumPath } from '../../../scripts/browser-paths.ts';
import { puppeteerIn } from '../../browsers/puppeteer.ts';
import { type Engine, type JourneyPhone, SCREEN } from '../phone.ts';

interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  setJavaScriptEnabled(isEnabled: boolean): Promise<void>;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(
    event: 'console',
    listener: (message: { type(): string; text(): string; location(): { url?: string } }) => void,
  ): void;
}

interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Puppeteer {
  launch(options: {
    executablePath: string;
    args: string[];
    browser?: 'firefox';
    headless?: boolean;
    extraPrefsFirefox?: Record<string, unknown>;
  }): Promise<Browser>;
}

/** Not `--single-process`: on a busy machine every second start of Chromium 92 then hangs before its first page. */
const OLD_FLAGS = ['--no-sandbox', '--disable-gpu', '--no-zygote'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

/** Chromium of old phones. */
export function oldChromium(version: 80 | 92): Engine {
  const launch = () =>
    puppeteerIn<Puppeteer>(version === 80 ? 'old-chromium' : 'chromium-92').launch({
      executablePath: oldChromiumPath(version),
      args: OLD_FLAGS,
    });
  return { name: `Chromium ${version}`, isHere: true, hasScript: true, start: (url) => start(launch, url) };
}

/** Current Chromium, optionally without scripts. */
export function currentChromium({ hasScript = true } = {}): Engine {
  const executablePath = findChromium() ?? '';
  const isHere = executablePath !== '';
  const launch = () => puppeteerIn<Puppeteer>('puppeteer').launch({ executablePath, args: FLAGS });
  const name = hasScript ? 'the current Chromium' : 'a browser without scripts';
  return { name, isHere, hasScript, start: (url) => start(launch, url, hasScript) };
}

export function firefox(): Engine {
  const executablePath = findFirefox() ?? '';
  const isHere = executablePath !== '';
  const launch = () =>
    puppeteerIn<Puppeteer>('puppeteer').launch({ executablePath, browser: 'firefox', args: [] });
  return { name: 'Firefox', isHere, hasScript: true, start: (url) => start(launch, url) };
}

async function start(
  launch: () => Promise<Browser>,
  siteUrl: string,
  hasScript = true,
): Promise<JourneyPhone> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.setViewport(SCREEN);
  if (!hasScript) await page.setJavaScriptEnabled(false);
  const trouble: string[] = [];
  page.on('pageerror', ({ message }) => trouble.push(message));
  page.on('console', (message) => {
    // For a bare image Chromium requests /favicon.ico of the host, which not every site has.
    if (message.location().url?.endsWith('/favicon.ico')) return;
    if (['error', 'warning', 'warn'].includes(message.type())) trouble.push(message.text());
  });
  return {
    async open(address) {
      await page.goto(new URL(address, siteUrl).href);
    },
    ask: (expression) => page.evaluate(expression),
    tap: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    picture: async () => Buffer.from(await page.screenshot()),
    trouble: () => Promise.resolve(trouble.splice(0)),
    close: () => browser.close(),
  };
}
