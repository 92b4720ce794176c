/**
 * Handles SIGINT, SIGTERM and SIGHUP: stops the work, removes temporary files and prints a message. A process with nothing to remove ends
 * as usual.
 */

type Cleanup = () => void;

const cleanups: Cleanup[] = [];
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

function signalNames(): (keyof typeof SIGNALS)[] {
  return Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
}

function stop(signal: NodeJS.Signals): void {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  process.stderr.write('停下了，没有做完，写到一半的已经清掉。再运行一次就好。\n');
  process.exit(128 + (SIGNALS[signal as keyof typeof SIGNALS] ?? 0));
}
