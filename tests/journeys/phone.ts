/** A phone on a walk through the site, whichever browser it has: the little that every driver can do. */

export interface JourneyPhone {
  /** Opens an address of the site, from its top without a slash, and waits until it is there. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  /** Taps the first thing that fits; what it leads to may still be on its way. */
  tap(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** What is on the screen, as a PNG. */
  picture(): Promise<Buffer>;
  /** What the console complained of since it was last asked. */
  trouble(): Promise<string[]>;
  close(): Promise<void>;
}

/** A kind of phone that people have. */
export interface Engine {
  /** As a test's name says it: `Chromium 80`. */
  name: string;
  /** Whether this machine has it; `npm test` says how to get what it has not. */
  isHere: boolean;
  /** Whether pages run scripts there. */
  hasScript: boolean;
  /** Starts a phone on which nothing is kept, for the site at an address. */
  start(siteUrl: string): Promise<JourneyPhone>;
}

const WAIT_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 100;

/** Waits until an expression in the page holds; a page that is just changing has no answer yet. */
export async function waitFor(phone: JourneyPhone, expression: string): Promise<void> {
  const end = performance.now() + WAIT_TIMEOUT_MS;
  for (;;) {
    const holds = await phone.ask<boolean>(`!!(${expression})`).catch(() => false);
    if (holds) return;
    if (performance.now() > end) throw new Error(`The page never came to this: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}

/** The size that every phone has, in CSS pixels; WebKit's window does not become narrower than 447. */
export const SCREEN = { width: 360, height: 740 } as const;
