/** Reports the failure of a command in Chinese; the stack trace is written to a file. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printableLines } from '../src/documents/printable.ts';
import { PublishError } from '../src/publish/publish-error.ts';
import { projectDir } from '../src/settings.ts';
import { displayPath, explainRefusal, FileWriteError } from './output-file.ts';
import { UsageError } from './usage-error.ts';

/** Prints the reason on standard error; returns the exit code, 2 for a usage error. */
export function reportFailure(error: unknown): number {
  process.stderr.write(`${printableLines(messageFor(error))}\n`);
  return error instanceof UsageError ? 2 : 1;
}

function messageFor(error: unknown): string {
  if (error instanceof UsageError || error instanceof PublishError || error instanceof FileWriteError) {
    return error.message;
  }
  const reason = explainRefusal(error);
  if (reason !== undefined) return `没有做完：${reason}。原来的都还在。`;
  const { message } = error instanceof Error ? error : new Error(String(error));
  // The error of a worker process has its stack as its message.
  const first = message.split('\n', 1)[0] ?? '';
  return `出了意外，没有做完：${first}\n原来的都还在。${logFailure(error)}`;
}

/** Writes an error into `.mingbai/error.txt`; returns a sentence with its path. */
export function logFailure(error: unknown): string {
  const log = join(projectDir, '.mingbai', 'error.txt');
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  try {
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, `${message}\n${stack ?? ''}\n`);
    return `详细情况记在 ${displayPath(log)}，请告诉管网站的人。`;
  } catch {
    return '请告诉管网站的人。';
  }
}
