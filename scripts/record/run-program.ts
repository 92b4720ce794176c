/** Runs a program of the machine that makes or changes sound. */
import { missingProgram, runOutsideProgram } from '../../src/outside-program.ts';
import { onInterrupt } from '../interrupt.ts';
import { AudioError } from './audio-error.ts';

/** A recording lasts minutes and is encoded in seconds. */
const TIMEOUT_SECONDS = 300;

/** What the program printed. Throws AudioError with `missing` if it is not installed, and with `failure` if it fails. */
export async function runProgram(
  program: string,
  args: readonly string[],
  {
    failure,
    missing = missingProgram(program),
    input = '',
  }: { failure: string; missing?: string; input?: string },
): Promise<{ output: string; errors: string }> {
  const end = await runOutsideProgram({
    program,
    args,
    input,
    timeoutSeconds: TIMEOUT_SECONDS,
    whileRunning: onInterrupt,
  });
  if (end.status === 'missing') throw new AudioError(missing);
  if (end.status === 'failed') throw new AudioError(failure, { cause: new Error(end.message) });
  return end;
}
