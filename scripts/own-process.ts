/** Work that keeps a processor busy is done in a process of its own, beside the others; a file of scripts is one such process. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';

/** What a process answers: the result, left out where it is undefined, or why it failed. */
type Answer<T> = { result?: T } | { failure: string; code?: string | undefined };

/** A process that has been started and loads its code while nobody needs it yet. */
export interface OwnProcess<T> {
  /** Gives it its order, once. Resolves to the result when it has ended; rejects with why it failed. */
  work(order: object): Promise<T>;
}

/** Starts the file at `url` with its settings; the signal ends it. */
export function startOwnProcess<T>(url: string, settings: Settings, signal: AbortSignal): OwnProcess<T> {
  const child = fork(fileURLToPath(url), {
    env: { ...process.env, ...asEnvironment(settings) },
    // Astro writes some of what it makes below the folder it is started in.
    cwd: projectDir,
    signal,
    killSignal: 'SIGKILL',
  });
  const result = resultOf<T>(child, url);
  // Whoever gives it work hears of a failure; until then it waits.
  result.catch(() => undefined);
  return {
    work(order) {
      child.send(order, () => undefined);
      return result;
    },
  };
}

function resultOf<T>(child: ChildProcess, url: string): Promise<T> {
  return new Promise((resolve, reject) => {
    let answer: Answer<T> = { failure: `The process ${fileURLToPath(url)} ended early.` };
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
