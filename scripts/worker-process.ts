/** Worker processes for CPU-bound work; each is a file of scripts. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';
import { codeHashVariable } from './code-hash.ts';
import { compiledUrl } from './compiled-commands.ts';

/** The reply to a task: the result, absent if undefined, or the failure. */
type WorkerReply<T> = { result?: T } | { failure: string; code?: string | undefined };

/** A task as it is sent. */
interface WorkerMessage<Task> {
  task: Task;
  /** Variables that differ from those with which the worker was started. */
  environment: Record<string, string>;
}

/** A running worker; it loads its code before the first task. */
export interface WorkerProcess<Task extends object, T> {
  /**
   * Sends a task, with settings if they differ from those of the start; the last task must be done. Resolves to the result; rejects with the
   * failure.
   */
  run(task: Task, settings?: Settings): Promise<T>;
  /** Ends the worker; resolves when it has ended. */
  close(): Promise<void>;
}

/** Starts the file at `url`, or its compiled code, with these settings; the signal kills it. */
export function forkWorker<Task extends object, T>(
  url: string,
  settings: Settings,
  signal: AbortSignal,
): WorkerProcess<Task, T> {
  // The worker knows by its address that it is one, also where its code was compiled.
  const child = fork(fileURLToPath(compiledUrl(url)), [url], {
    env: { ...process.env, ...asEnvironment(settings), ...codeHashVariable() },
    // Astro writes below the present folder.
    cwd: projectDir,
    signal,
    killSignal: 'SIGKILL',
  });
  const end = exitOf(child, url);
  return {
    async run(task, changed) {
      const replied = new Promise<WorkerReply<T>>((resolve) => {
        child.once('message', (message) => resolve(message as WorkerReply<T>));
        end.then((failure) => resolve({ failure }));
      });
      const sent: WorkerMessage<Task> = { task, environment: changed ? asEnvironment(changed) : {} };
      child.send(sent, () => undefined);
      const reply = await replied;
      if ('failure' in reply) throw Object.assign(new Error(reply.failure), { code: reply.code });
      return reply.result as T;
    },
    async close() {
      if (child.connected) child.disconnect();
      await end;
    },
  };
}

/** Sent to every process of a terminal by Ctrl-C, or by the system when it ends a service. */
const TERMINAL_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A worker that is still loading dies of a signal for the whole group, perhaps before this process sees its own. */
const MAX_SIGNAL_DELAY_MS = 2_000;

/** Resolves to a message when the process has ended or could not start. */
function exitOf(child: ChildProcess, url: string): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    // There is no `close` event after the parent has disconnected.
    child.on('exit', (_, killedBy) => {
      const isOfTerminal = TERMINAL_SIGNALS.some((each) => each === killedBy);
      setTimeout(
        () => resolve(`The process ${fileURLToPath(url)} ended early.`),
        isOfTerminal ? MAX_SIGNAL_DELAY_MS : 0,
      );
    });
  });
}

/** Whether the file at `url` was started as a process. */
export function isWorkerProcess(url: string): boolean {
  return process.argv[2] === url;
}

/** For the worker's file: if it was started as a process, runs `work` for each task and replies with the result. */
export function handleMessages<Task, T>(url: string, work: (task: Task) => Promise<T>): void {
  if (!isWorkerProcess(url)) return;
  // The parent has no more tasks or was killed: later output of this process would never be removed.
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches every process of a terminal: the parent decides and ends this one.
  for (const signal of TERMINAL_SIGNALS) process.on(signal, () => undefined);
  process.on('message', async (message) => {
    const { task, environment } = message as WorkerMessage<Task>;
    Object.assign(process.env, environment);
    const reply = await work(task).then(
      (result): WorkerReply<T> => ({ result }),
      (error: unknown): WorkerReply<T> => ({
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
        code: (error as NodeJS.ErrnoException).code,
      }),
    );
    process.send?.(reply);
  });
}
