/** Printing for a command: a browser, a temporary folder, and messages for editors. */
import { printable } from '../../src/documents/printable.ts';
import { missingProgram } from '../../src/outside-program.ts';
import { findChromium } from '../browser-paths.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import { UsageError } from '../usage-error.ts';
import { PrintError, printPdf } from './print-pdf.ts';

/** Prints HTML as a PDF. */
export type Print = (html: string) => Promise<Uint8Array>;

/**
 * Runs `work` with a printer. A browser that fails is reported, and the exit code is 1. Throws UsageError if the machine has no Chromium.
 */
export async function withPrinter(work: (print: Print) => Promise<void>): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined) {
    throw new UsageError(`印不了：${missingProgram('chromium')}装在别处的，用 CHROMIUM_PATH 写明。`);
  }
  const folder = makeTempDir('print');
  try {
    await work((html) => printPdf(chromium, html, folder));
  } catch (error) {
    if (!(error instanceof PrintError)) throw error;
    process.stderr.write(`${printable(error.message)}\n`);
    process.exitCode = 1;
  } finally {
    removeTempDir(folder);
  }
}
