/**
 * The system's Chromium with nobody listening to its network. A driver that hears of each request, as Playwright and
 * puppeteer do from the start, makes a fetch take half as long again: times are measured without.
 */
import { findChromium } from './paths.ts';
import { puppeteerIn } from './puppeteer.ts';

export interface MeasuredPage {
  goto(url: string): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
}

export interface MeasuredBrowser {
  /** With a store and a cache of its own. */
  createBrowserContext(): Promise<{ newPage(): Promise<MeasuredPage>; close(): Promise<void> }>;
  close(): Promise<void>;
}

interface Puppeteer {
  launch(options: {
    executablePath: string;
    args: string[];
    networkEnabled: boolean;
    protocolTimeout: number;
  }): Promise<MeasuredBrowser>;
}

/** Starts the browser. */
export function launchWithoutNetworkEvents(): Promise<MeasuredBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: run npm test, or set CHROMIUM_PATH.');
  return puppeteerIn<Puppeteer>('puppeteer').launch({
    executablePath,
    networkEnabled: false,
    // A peer may take minutes for its queries; who measures has a patience of its own.
    protocolTimeout: 0,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}
