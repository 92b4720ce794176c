/** Work that keeps a processor busy is done in a process of its own, beside the others; a file of scripts is one such process. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';

/** What a process answers to an order: the result, left out where it is undefined, or why it failed. */
type WorkerReply<T> = { result?: T } | { failure: string; code?: string | undefined };

/** A process that has been started and loads its code while nobody needs it yet. */
export interface WorkerProcess<Order extends object, T> {
  /** Gives it an order, when the last one is done. Resolves to the result; rejects with why it failed. */
  run(order: Order): Promise<T>;
  /** Lets it go when there is nothing more to do; resolves when it has ended. */
  close(): Promise<void>;
}

/** Starts the file at `url` with its settings; the signal ends it. */
export function forkWorker<Order extends object, T>(
  url: string,
  settings: Settings,
  signal: AbortSignal,
): WorkerProcess<Order, T> {
  const child = fork(fileURLToPath(url), {
    env: { ...process.env, ...asEnvironment(settings) },
    // Astro writes some of what it makes below the folder it is started in.
    cwd: projectDir,
    signal,
    killSignal: 'SIGKILL',
  });
  const end = exitOf(child, url);
  return {
    async run(order) {
      const answered = new Promise<WorkerReply<T>>((resolve) => {
        child.once('message', (message) => resolve(message as WorkerReply<T>));
        end.then((failure) => resolve({ failure }));
      });
      child.send(order, () => undefined);
      const answer = await answered;
      if ('failure' in answer) throw Object.assign(new Error(answer.failure), { code: answer.code });
      return answer.result as T;
    },
    async close() {
      if (child.connected) child.disconnect();
      await end;
    },
  };
}

/** Resolves, to what is to be said of it, when a process has ended or could not start. */
function exitOf(child: ChildProcess, url: string): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    // Not `close`, which does not come once the parent has disconnected.
    child.on('exit', () => resolve(`The process ${fileURLToPath(url)} ended early.`));
  });
}

/** Whether the file at `url` was started as a process. */
export function isWorkerProcess(url: string): boolean {
  return process.argv[1] === fileURLToPath(url);
}

/** To be called by such a file: does its work where it was started as a process, and answers each order with the result. */
export function handleMessages<Order, T>(url: string, work: (order: Order) => Promise<T>): void {
  if (!isWorkerProcess(url)) return;
  // Whoever asked has no more orders, or was killed: nobody would clear away what this goes on to write.
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches every process of a terminal: whoever asked decides, and ends us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('message', async (order) => {
    const answer = await work(order as Order).then(
      (result): WorkerReply<T> => ({ result }),
      (error: unknown): WorkerReply<T> => ({
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
        code: (error as NodeJS.ErrnoException).code,
      }),
    );
    process.send?.(answer);
  });
}
