/** Work that keeps a processor busy is done in a process of its own, beside the others; a file of scripts is one such process. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';

/** What a process answers: the result, left out where it is undefined, or why it failed. */
type Answer<T> = { result?: T } | { failure: string; code?: string | undefined };

/**
 * Starts the file at `url` with its order and settings. Resolves to its result when it has ended; rejects with why it failed.
 * The signal ends it.
 */
export function inOwnProcess<T>(
  url: string,
  settings: Settings,
  order: object,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(url), {
      env: { ...process.env, ...asEnvironment(settings) },
      // Astro writes some of what it makes below the folder it is started in.
      cwd: projectDir,
      signal,
      killSignal: 'SIGKILL',
    });
    let answer: Answer<T> = { failure: `The process ${fileURLToPath(url)} ended early.` };
    child.send(order);
    child.on('message', (message) => {
      answer = message as Answer<T>;
    });
    child.on('error', (error) => {
      answer = { failure: error.message };
    });
    child.on('close', () =>
      'failure' in answer
        ? reject(Object.assign(new Error(answer.failure), { code: answer.code }))
        : resolve(answer.result as T),
    );
  });
}

/** To be called by such a file: does its work where it was started as a process, and answers with the result. */
export function answerOrder<Order, T>(url: string, work: (order: Order) => Promise<T>): void {
  if (process.argv[1] !== fileURLToPath(url)) return;
  // Whoever asked was killed: nobody would clear away what this goes on to write.
  process.on('disconnect', () => process.exit(1));
  process.once('message', async (order) => {
    const answer = await work(order as Order).then(
      (result): Answer<T> => ({ result }),
      (error: unknown): Answer<T> => ({
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
        code: (error as NodeJS.ErrnoException).code,
      }),
    );
    process.send?.(answer, () => process.exit());
  });
}
