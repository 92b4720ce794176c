/**
 * Chromium 80, the engine of the oldest phones, driven by a puppeteer of its time: newer drivers do not connect to it. That puppeteer
 * has no types; the members used are declared here.
 */
import { oldChromiumPath } from '../../scripts/browser-paths.ts';
import { puppeteerIn } from './puppeteer.ts';

export interface OldPage {
  goto(url: string): Promise<unknown>;
  evaluate<T>(work: string): Promise<T>;
  evaluateOnNewDocument(work: string): Promise<void>;
  click(selector: string): Promise<void>;
  goBack(): Promise<unknown>;
  reload(): Promise<unknown>;
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  setViewport(size: { width: number; height: number; deviceScaleFactor?: number }): Promise<void>;
  setJavaScriptEnabled(enabled: boolean): Promise<void>;
  setRequestInterception(isOn: boolean): Promise<void>;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'request', listener: (request: { url(): string; continue(): Promise<void> }) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  close(): Promise<void>;
}

export interface OldBrowser {
  newPage(): Promise<OldPage>;
  version(): Promise<string>;
  close(): Promise<void>;
}

interface OldPuppeteer {
  launch(options: { executablePath: string; args: string[] }): Promise<OldBrowser>;
}

export function launchOldChromium(): Promise<OldBrowser> {
  return puppeteerIn<OldPuppeteer>('old-chromium').launch({
    executablePath: oldChromiumPath(80),
    args: ['--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote'],
  });
}
