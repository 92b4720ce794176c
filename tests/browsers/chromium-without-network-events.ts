/**
 * The system's Chromium without network events, for measuring times: a driver that receives an event per request, as Playwright and
 * puppeteer do by default, makes a fetch half as long again.
 */
import { findChromium } from '../../scripts/browser-paths.ts';
import { puppeteerIn } from './puppeteer.ts';

export interface MeasuredPage {
  goto(url: string): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
}

export interface MeasuredBrowser {
  /** With its own storage and cache. */
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

export function launchWithoutNetworkEvents(): Promise<MeasuredBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: run npm test, or set CHROMIUM_PATH.');
  return puppeteerIn<Puppeteer>('puppeteer').launch({
    executablePath,
    networkEnabled: false,
    // A competitor may need minutes for its queries; the benchmark has its own timeout.
    protocolTimeout: 0,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}
