/** The system's Chromium, driven by playwright-core: as a phone of today would show the site. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium, findChromiumShell } from './paths.ts';

/** Starts the browser, for tests without its windows where that can be had; nothing of its own goes out to the network. */
export function launchCurrentChromium(): Promise<Browser> {
  return launch(findChromiumShell() ?? findChromium());
}

/** Starts the whole browser, as people have it, whose times are to be measured. */
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
