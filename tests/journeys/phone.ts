/** A phone on a journey: the common interface of all engines' drivers. */

export interface JourneyPhone {
  /** Opens a page, by its path without a leading slash, and waits until it has loaded. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  /** Taps the first match; navigation may still be under way. */
  tap(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** A screenshot as PNG. */
  picture(): Promise<Buffer>;
  /** Console errors since the last call. */
  trouble(): Promise<string[]>;
  close(): Promise<void>;
}

/** A browser engine. */
export interface Engine {
  /** Begins the test's name: `Chromium 80`. */
  name: string;
  /** Whether it is installed; `npm test` prints how to install it. */
  isHere: boolean;
  /** Whether pages run scripts. */
  hasScript: boolean;
  /** Starts a phone with empty storage, for the site at an address. */
  start(siteUrl: string): Promise<JourneyPhone>;
}

const WAIT_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 100;

/** Waits until an expression in the page is true; during navigation there is no answer. */
export async function waitFor(phone: JourneyPhone, expression: string): Promise<void> {
  const end = performance.now() + WAIT_TIMEOUT_MS;
  for (;;) {
    const holds = await phone.ask<boolean>(`!!(${expression})`).catch(() => false);
    if (holds) return;
    if (performance.now() > end) throw new Error(`The page never came to this: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

/** Screen size of all phones, in CSS pixels; WebKit's window has a minimum width of 447. */
export const SCREEN = { width: 360, height: 740 } as const;
