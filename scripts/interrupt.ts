/**
 * Handles SIGINT, SIGTERM and SIGHUP: stops the work, removes temporary files and prints a message. A process with nothing to remove ends
 * as usual.
 */

type Cleanup = () => void;

const cleanups: Cleanup[] = [];
let closeServer: (() => Promise<void>) | undefined;
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Runs `cleanup` on a signal, the last one first; returns a function that cancels this. */
export function onInterrupt(cleanup: Cleanup): () => void {
  if (cleanups.length === 0) for (const signal of signalNames()) process.on(signal, stop);
  cleanups.push(cleanup);
  return () => {
    const at = cleanups.indexOf(cleanup);
    if (at >= 0) cleanups.splice(at, 1);
    if (cleanups.length === 0) for (const signal of signalNames()) process.off(signal, stop);
  };
}

/**
 * For a server, which a signal ends as intended: runs `close` on the first signal, then the cleanups, and ends the process with 0, without the
 * message. A second signal does not wait for it.
 */
export function closeOnInterrupt(close: () => Promise<void>): void {
  closeServer = close;
  onInterrupt(() => undefined);
}

function signalNames(): (keyof typeof SIGNALS)[] {
  return Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  const close = closeServer;
  closeServer = undefined;
  if (close !== undefined) {
    await close();
    runCleanups();
    process.exit(0);
  }
  runCleanups();
  process.stderr.write('停下了，没有做完，写到一半的已经清掉。再运行一次就好。\n');
  process.exit(128 + (SIGNALS[signal as keyof typeof SIGNALS] ?? 0));
}

function runCleanups(): void {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
}
