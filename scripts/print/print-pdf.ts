/** Prints a page with the Chromium of the machine. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runOutsideProgram } from '../../src/outside-program.ts';
import { onInterrupt } from '../interrupt.ts';

/** A booklet of hundreds of policies takes seconds; a browser that has not printed by then never will. */
const TIMEOUT_SECONDS = 180;

/** Chromium did not print; the message is for editors. */
export class PrintError extends Error {
  override name = 'PrintError';
}

/**
 * The PDF of an HTML page on the paper of its style sheet. `folder` is a temporary folder for the page, the browser's profile and the PDF;
 * one may serve for several pages. Throws PrintError if the browser fails or takes too long.
 */
export async function printPdf(chromium: string, html: string, folder: string): Promise<Uint8Array> {
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  writeFileSync(page, html);
  rmSync(pdf, { force: true });
  const args = [
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
  ];
  const end = await runOutsideProgram({
    program: chromium,
    args,
    timeoutSeconds: TIMEOUT_SECONDS,
    whileRunning: onInterrupt,
  });
  if (end.status === 'missing') throw new PrintError(`浏览器打不开：${chromium}。看看它能不能单独打开。`);
  try {
    return new Uint8Array(readFileSync(pdf));
  } catch (error) {
    const cause = end.status === 'failed' ? new Error(end.message) : error;
    throw new PrintError('浏览器没有印出来。再来一次；还不行，换一个新一点的 Chromium。', { cause });
  }
}
