/** Runs git: the only code that does. Arguments never pass through a shell, names are printed unescaped, messages in English. */
import { spawn, spawnSync } from 'node:child_process';

export interface GitInput {
  input?: string | Buffer | undefined;
  /** Added to the environment; git's own variables of a hook are passed on, because they name the objects of a push. */
  env?: Readonly<Record<string, string>> | undefined;
  /** Leaves out git's own variables: for a repository that is not the one of a hook. */
  isOther?: boolean;
  /** After which git is stopped. */
  timeoutMs?: number;
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

/** The variables that tie git to a repository: `git rev-parse --local-env-vars` without those that hold settings of the user. */
const OF_A_REPOSITORY =
  /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|CONFIG|CONFIG_PARAMETERS|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE|COMMON_DIR|QUARANTINE_PATH)$/;

function environment({ env, isOther = false }: GitInput): NodeJS.ProcessEnv {
  const all = { ...process.env, LC_ALL: 'C', ...env };
  if (!isOther) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !OF_A_REPOSITORY.test(name)));
}

/** Runs git and waits for its end; a failure is part of the result. */
export function runGitSync(args: readonly string[], options: GitInput = {}): GitOutput {
  const { input, timeoutMs } = options;
  const { status, stdout, stderr, error } = spawnSync('git', [...SETTINGS, ...args], {
    maxBuffer: MAX_OUTPUT_BYTES,
    env: environment(options),
    ...(input !== undefined && { input }),
    ...(timeoutMs !== undefined && { timeout: timeoutMs, killSignal: 'SIGKILL' }),
  });
  return { code: status ?? -1, out: stdout ?? Buffer.of(), err: `${stderr ?? ''}`, failure: error };
}

/** Runs git without blocking; never rejects. */
export function runGitAsync(
  args: readonly string[],
  options: Omit<GitInput, 'timeoutMs'> = {},
): Promise<GitOutput> {
  return new Promise((resolve) => {
    const git = spawn('git', [...SETTINGS, ...args], { env: environment(options) });
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
    git.stdin.end(options.input ?? '');
  });
}
