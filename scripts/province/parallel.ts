/**
 * GNU parallel, which distributes the jobs: https://www.gnu.org/software/parallel/. The options are those of version 20221122 (Debian 12).
 * `--plain` keeps a user's own profiles out.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { shellQuote } from '../../src/publish/shell-quote.ts';
import { UsageError } from '../usage-error.ts';

/** What a program printed, and how it ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Throws UsageError without GNU parallel; another program of the name (moreutils) is not it. */
export function requireParallel(isRemote: boolean): void {
  const { stdout } = spawnSync('parallel', ['--plain', '--version'], { encoding: 'utf8' });
  if (!stdout?.startsWith('GNU parallel')) {
    throw new UsageError('这台机器上没有 GNU parallel，活派不出去。请先装上：apt-get install parallel');
  }
  const missing = ['ssh', 'rsync'].find((name) => spawnSync(name, ['-V'], { stdio: 'ignore' }).error);
  if (isRemote && missing !== undefined) {
    throw new UsageError(
      `这台机器上没有 ${missing}，到不了别的机器。请先装上：apt-get install openssh-client rsync`,
    );
  }
}

/** The command line of `mingbai province WORDS…` on a host, with the Node of its own packages. */
export function hostCommand(program: string, ...words: string[]): string {
  const node = shellQuote(join(program, 'node_modules', 'node', 'bin', 'node'));
  return [node, shellQuote(join(program, 'scripts', 'run.mjs')), 'province', ...words].join(' ');
}

/**
 * A host that is gone must not be waited for: ssh gives up after these seconds, unless the user's own configuration, which comes first,
 * says otherwise. No password is asked for.
 */
const SSH_CONFIG = `Include ~/.ssh/config
Include /etc/ssh/ssh_config
Host *
  BatchMode yes
  ConnectTimeout 10
  ServerAliveInterval 5
  ServerAliveCountMax 3
`;

/** The environment of the jobs. Without npm's folder: scripts/run.mjs would look there for the files of a job. */
export function jobEnvironment(): NodeJS.ProcessEnv {
  const { INIT_CWD: _, ...env } = process.env;
  return env;
}

/**
 * The environment in which `ssh` has that configuration. GNU parallel and rsync both call `ssh` by its name, and a line of the hosts file
 * may have options of its own: so it is a script of that name before all others.
 */
export function sshEnvironment(work: string): NodeJS.ProcessEnv {
  const env = jobEnvironment();
  const bin = join(work, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'ssh_config'), SSH_CONFIG);
  const { stdout } = spawnSync('sh', ['-c', 'command -v ssh'], { encoding: 'utf8' });
  const script = `#!/bin/sh\nexec ${shellQuote(stdout.trim())} -F ${shellQuote(join(bin, 'ssh_config'))} "$@"\n`;
  writeFileSync(join(bin, 'ssh'), script, { mode: 0o755 });
  return { ...env, PATH: `${bin}${delimiter}${env.PATH ?? ''}` };
}

/** The jobs of one run. */
export interface ParallelRun {
  /** The file with the ids, one a line. */
  list: string;
  jobLog: string;
  /** The command of a job; `{}` is its id. */
  command: string;
  /** Jobs at once on each host, as a number or a share of its processors, `50%`. */
  jobs: string;
  /** How often a failed job is tried. */
  retries: number;
  timeoutSeconds: number;
  /** With other hosts: the hosts file, and the files that go there and come back. */
  remote?: { hostsFile: string; send: string; receive: string } | undefined;
}

/** The arguments of GNU parallel. */
export function parallelArguments(run: ParallelRun): string[] {
  const { list, jobLog, command, jobs, retries, timeoutSeconds, remote } = run;
  const transfer =
    remote === undefined
      ? []
      : [
          '--sshloginfile',
          remote.hostsFile,
          '--transferfile',
          remote.send,
          '--return',
          remote.receive,
          '--cleanup',
        ];
  return [
    ...['--plain', '--arg-file', list, '--joblog', jobLog, '--resume-failed', '--tag'],
    ...['--jobs', jobs, '--retries', String(retries), '--timeout', String(timeoutSeconds)],
    ...transfer,
    command,
  ];
}

/**
 * Starts "$@" and ends it when standard input ends: a killed build leaves no GNU parallel that goes on alone. The first signal has it
 * finish its jobs, the second ends them. The lock is held until the last of them has gone.
 */
const SUPERVISE = `
exec 3<&0
if command -v flock >/dev/null; then exec 9>>lock; flock 9; fi
"$@" 3<&- &
job=$!
{ cat <&3; kill $job; sleep 0.3; kill $job; } >/dev/null 2>&1 9>&- &
watch=$!
wait $job
code=$?
kill $watch
exit $code
`;

/** Runs GNU parallel in `folder`; `onTick` is called a few times a second while it runs. It ends with this process. */
export async function runParallel(
  args: readonly string[],
  { folder, env, onTick }: { folder: string; env: NodeJS.ProcessEnv; onTick?: () => void },
): Promise<Ended> {
  const child = spawn('sh', ['-c', SUPERVISE, 'sh', 'parallel', ...args], { cwd: folder, env });
  child.stdin.on('error', () => undefined);
  let failure: unknown;
  const ticks = setInterval(() => {
    try {
      if (failure === undefined) onTick?.();
    } catch (error) {
      failure = error;
      child.stdin.destroy();
    }
  }, 300);
  try {
    const ended = await endOf(child);
    if (failure !== undefined) throw failure;
    return ended;
  } finally {
    clearInterval(ticks);
    child.stdin.destroy();
  }
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      ended.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      ended.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}
