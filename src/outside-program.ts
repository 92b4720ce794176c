/**
 * Runs programs that are not part of Mingbai: LibreOffice, tesseract, ffmpeg, espeak-ng, a browser. What each of them needs is here once: that
 * it may be missing, fail, hang or be interrupted.
 */
import { spawn } from 'node:child_process';

/** Names for editors, and the Debian packages, of the programs that may be missing; others are named as they are called. */
const KNOWN: Readonly<Record<string, { name?: string; packages: string }>> = {
  soffice: { name: 'LibreOffice', packages: 'libreoffice-writer' },
  tesseract: { packages: 'tesseract-ocr tesseract-ocr-chi-sim' },
  ffmpeg: { packages: 'ffmpeg' },
  ffprobe: { packages: 'ffmpeg' },
  'espeak-ng': { packages: 'espeak-ng' },
  chromium: { name: 'Chromium 浏览器', packages: 'chromium' },
};

export interface OutsideProgram {
  /** A name on the PATH, or a path. */
  program: string;
  args: readonly string[];
  /** After these seconds it is killed: it hangs. */
  timeoutSeconds: number;
  cwd?: string;
  /** What it reads from its standard input; without it that is empty. */
  input?: string;
  /** Called at the start with a function that kills it, for whoever handles signals; what it returns is called at the end. */
  whileRunning?: (kill: () => void) => () => void;
}

/** How a program ended. */
export type ProgramEnd =
  | { status: 'done'; output: string; errors: string }
  /** It is not installed: `missingProgram` has the sentence for the editor. */
  | { status: 'missing' }
  /** `message` is what it printed as an error, or the system's reason. */
  | { status: 'failed'; message: string };

/** Runs a program and waits for its end; never rejects. */
export function runOutsideProgram(run: OutsideProgram): Promise<ProgramEnd> {
  const { program, args, timeoutSeconds, cwd, input = '', whileRunning } = run;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'pipe', ...(cwd !== undefined && { cwd }) });
    let hangs = false;
    const kill = () => {
      child.kill('SIGKILL');
      // What it started itself may go on and hold them.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    // Not the option `timeout` of spawn: Node 24 keeps its timer, and so the process, if the program does not exist.
    const timer = setTimeout(() => {
      hangs = true;
      kill();
    }, timeoutSeconds * 1000);
    const ended = whileRunning?.(kill);
    const end = (result: ProgramEnd) => {
      clearTimeout(timer);
      ended?.();
      resolve(result);
    };
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    // A program that ends before it has read everything fails by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ENOENT' ? { status: 'missing' } : { status: 'failed', message: error.message }),
    );
    child.on('close', (code) => {
      if (code === 0) return end({ status: 'done', output, errors });
      end({ status: 'failed', message: hangs ? `${timeoutSeconds} 秒还没有做完` : errors.trim() });
    });
  });
}

/** One sentence for editors about a missing program, and one about how to get it. */
export function missingProgram(program: string): string {
  const { name = program, packages } = KNOWN[program] ?? {};
  const install = packages === undefined ? '' : `：sudo apt-get install ${packages}`;
  return `这台机器没有装 ${name}。装上再来一次${install}。`;
}
