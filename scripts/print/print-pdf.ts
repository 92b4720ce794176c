/** Prints a page with the Chromium of the machine. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onInterrupt } from '../interrupt.ts';

/** A booklet of hundreds of policies takes seconds; a browser that has not printed by then never will. */
const MAX_PRINT_MS = 180_000;

/** Chromium did not print; the message is for editors. */
export class PrintError extends Error {
  override name = 'PrintError';
}

/**
 * The PDF of an HTML page on the paper of its style sheet. `folder` is an empty temporary folder for the page, the browser's profile and
 * the PDF. Throws PrintError if the browser fails or takes too long.
 */
export async function printPdf(chromium: string, html: string, folder: string): Promise<Uint8Array> {
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  writeFileSync(page, html);
  await runBrowser(chromium, [
    '--headless',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    // Chromium refuses its sandbox to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ]);
  try {
    return new Uint8Array(readFileSync(pdf));
  } catch (cause) {
    throw new PrintError('浏览器没有印出来。再来一次；还不行，换一个新一点的 Chromium。', { cause });
  }
}

async function runBrowser(chromium: string, args: string[]): Promise<void> {
  const browser = spawn(chromium, args, { stdio: 'ignore' });
  const stopKilling = onInterrupt(() => browser.kill('SIGKILL'));
  const timer = setTimeout(() => browser.kill('SIGKILL'), MAX_PRINT_MS);
  try {
    await new Promise<void>((resolve, reject) => {
      browser.on('error', (cause) =>
        reject(new PrintError(`浏览器打不开：${chromium}。看看它能不能单独打开。`, { cause })),
      );
      browser.on('close', () => resolve());
    });
  } finally {
    clearTimeout(timer);
    stopKilling();
  }
}
