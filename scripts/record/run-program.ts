/** Runs a program of the machine that makes or changes sound. */
import { spawn } from 'node:child_process';
import { onInterrupt } from '../interrupt.ts';
import { AudioError } from './audio-error.ts';

/** A recording lasts minutes and is encoded in seconds; a program that takes longer hangs. */
const MAX_RUN_MS = 300_000;

/**
 * What the program printed. Throws AudioError with the Debian package if it is not installed, and with `failure` if it fails.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { debianPackage, failure, input = '' }: { debianPackage: string; failure: string; input?: string },
): Promise<{ out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'pipe' });
    const kill = () => child.kill('SIGKILL');
    // Not the option `timeout` of spawn: Node 24 keeps its timer, and so the process, if the program does not exist.
    const timer = setTimeout(kill, MAX_RUN_MS);
    const stopKilling = onInterrupt(kill);
    const clear = () => {
      clearTimeout(timer);
      stopKilling();
    };
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    // A program that ends before it has read everything fails by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (cause: NodeJS.ErrnoException) => {
      clear();
      reject(cause.code === 'ENOENT' ? missing(program, debianPackage, cause) : cause);
    });
    child.on('close', (code) => {
      clear();
      if (code === 0) resolve({ out, err });
      else reject(new AudioError(failure, { cause: new Error(err) }));
    });
  });
}

function missing(program: string, debianPackage: string, cause: Error): AudioError {
  return new AudioError(`这台机器上没有 ${program}。装上再来一次：sudo apt-get install ${debianPackage}`, {
    cause,
  });
}
