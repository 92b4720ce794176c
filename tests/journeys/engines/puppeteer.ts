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
  /** Null if the browser was not started by puppeteer. */
  process(): { kill(signal: 'SIGKILL'): boolean } | null;
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

const OLD_FLAGS = ['--no-sandbox', '--disable-gpu', '--no-zygote'];
/** In one process every second start of Chromium 92 hangs before its first page on a busy machine. With several, Chromium 80 hung once in a page. */
const FLAGS_OF_VERSION = { 80: [...OLD_FLAGS, '--single-process'], 92: OLD_FLAGS } as const;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

/** Chromium of old phones. */
export function oldChromium(version: 80 | 92): Engine {
  const launch = () =>
    puppeteerIn<Puppeteer>(version === 80 ? 'old-chromium' : 'chromium-92').launch({
      executablePath: oldChromiumPath(version),
      args: [...FLAGS_OF_VERSION[version]],
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

/** Time limit for the first page of a browser, and number of attempts. */
const START_MS = 15_000;
const STARTS = 5;

/** A browser with a page. Chromium 80 in single-process mode sometimes hangs before its first page: another one is started. */
async function open(launch: () => Promise<Browser>): Promise<{ browser: Browser; page: Page }> {
  for (let left = STARTS; left > 0; left -= 1) {
    const launched = launch();
    const started = launched.then(async (browser) => ({ browser, page: await browser.newPage() }));
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, START_MS));
    const opened = await Promise.race([started, late]);
    if (opened) return opened;
    // A hung browser does not close, and would use CPU.
    launched.then((browser) => browser.process()?.kill('SIGKILL')).catch(() => undefined);
    started.catch(() => undefined);
  }
  throw new Error(`No browser opened a page within ${START_MS / 1000} seconds, ${STARTS} times.`);
}

async function start(
  launch: () => Promise<Browser>,
  siteUrl: string,
  hasScript = true,
): Promise<JourneyPhone> {
  const { browser, page } = await open(launch);
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
