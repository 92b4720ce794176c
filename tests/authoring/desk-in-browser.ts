/** The editing desk over a small content folder with a history, open in a browser, for tests of its page. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';

export interface DeskInBrowser {
  /** The folder around the content. */
  folder: string;
  desk: OpenedDesk;
  browser: Browser;
  page: Page;
  /** The text of a file, by its path from the folder around the content. */
  text(file: string): string;
  /** Opens a document or record, or the list for ''. */
  go(address: string): Promise<void>;
  /** Waits until all is saved. */
  saved(): Promise<void>;
  close(): Promise<void>;
}

export interface DeskOptions {
  /** A folder with the content in `content/` and a history; default: a new one with one policy and `files`. */
  clone?: string;
  files?: Record<string, string>;
  launch?: () => Promise<Browser>;
  viewport?: { width: number; height: number };
  environment?: Readonly<Record<string, string>>;
}

/** Makes the folder a repository whose first commit has all of its files. */
export function startHistory(folder: string): void {
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=王', '-c', 'user.email=w@x.example', ...args]);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', '开始');
}

export async function openDeskInBrowser({
  clone,
  files = {},
  launch = launchCurrentChromium,
  viewport = { width: 1366, height: 768 },
  environment,
}: DeskOptions = {}): Promise<DeskInBrowser> {
  const folder = clone ?? temporaryFolder();
  const content = join(folder, 'content');
  if (clone === undefined) {
    writeFiles(content, { ...site, ...onePolicy, ...files });
    startHistory(folder);
  }
  const desk = await openDesk(
    ['edit', '--no-open', '--content', content, '--today', '2026-11-24'],
    environment,
  );
  const browser = await launch();
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(desk.url);
  await page.locator('.rows li').first().waitFor();
  return {
    folder,
    desk,
    browser,
    page,
    text: (file) => readFileSync(join(folder, file), 'utf8'),
    async go(address) {
      await page.goto(`${desk.origin}/desk/#/${address}`);
      await page
        .locator(address === '' ? '.rows li' : 'main.form h1')
        .first()
        .waitFor();
    },
    saved: () => page.locator('[role=status].saved').waitFor(),
    async close() {
      await browser.close();
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the desk itself, as `rule: element`. Chromium only. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The policy of the page allows no script of others: through the debugger's session it runs all the same.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { iframes: false }).then((found) =>
      found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}
