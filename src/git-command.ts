/** Runs git: the only code that does. Arguments never pass through a shell, names are printed unescaped, messages in English. */
import { spawn, spawnSync } from 'node:child_process';

export interface GitInput {
  input?: string | Buffer | undefined;
  /** Added to the environment; git's own variables of a hook are passed on, because they name the objects of a push. */
  env?: Readonly<Record<string, string>> | undefined;
}

/** How a run of git ended. */
export interface GitOutput {
  /** The exit code; -1 if git could not be started or was killed. */
  code: number;
  out: Buffer;
  err: string;
  /** The reason why git could not be started, such as ENOENT, or was stopped. */
  failure?: NodeJS.ErrnoException | undefined;
}

/** File names as UTF-8; renames are detected among as many files as a county has. */
const SETTINGS = ['-c', 'core.quotePath=false', '-c', 'diff.renameLimit=5000'];
const MAX_OUTPUT_BYTES = 2 ** 30;

const environment = (env: GitInput['env']) => ({ ...process.env, LC_ALL: 'C', ...env });

/** Runs git and waits for its end; a failure is part of the result. */
export function runGitSync(args: readonly string[], { input, env }: GitInput = {}): GitOutput {
  const { status, stdout, stderr, error } = spawnSync('git', [...SETTINGS, ...args], {
    maxBuffer: MAX_OUTPUT_BYTES,
    env: environment(env),
    ...(input !== undefined && { input }),
  });
  return { code: status ?? -1, out: stdout ?? Buffer.of(), err: `${stderr ?? ''}`, failure: error };
}

/** Runs git without blocking; never rejects. */
export function runGitAsync(args: readonly string[], { input, env }: GitInput = {}): Promise<GitOutput> {
  return new Promise((resolve) => {
    const git = spawn('git', [...SETTINGS, ...args], { env: environment(env) });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const end = (code: number | null, failure?: NodeJS.ErrnoException) =>
      resolve({ code: code ?? -1, out: Buffer.concat(out), err: `${Buffer.concat(err)}`, failure });
    git.on('error', (error) => end(null, error));
    git.on('close', (code) => end(code));
    git.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // The exit code gives the reason why git stopped reading.
    git.stdin.on('error', () => undefined);
    git.stdin.end(input ?? '');
  });
}
