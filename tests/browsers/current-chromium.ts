/** The system's Chromium, driven by playwright-core. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium, findChromiumShell } from '../../scripts/browser-paths.ts';

/** Starts the headless shell if installed, otherwise Chromium; without background requests. */
export function launchCurrentChromium(): Promise<Browser> {
  return launch(findChromiumShell() ?? findChromium());
}

/** Starts the whole browser, for measuring times. */
export function launchWholeChromium(): Promise<Browser> {
  return launch(findChromium());
}

function launch(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium found: run npm test, or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
