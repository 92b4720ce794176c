/** The system's Chromium, driven by playwright-core: as a phone of today would show the site. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './paths.ts';

/** Starts the browser; nothing of its own goes out to the network. */
export function launchCurrentChromium(): Promise<Browser> {
  const executablePath = findChromium();
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
