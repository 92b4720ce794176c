/** Hosts for tests: an sshd each on this machine, on its own port and with a home of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';

export interface SshHost {
  home: string;
  /** Its line in a hosts file of GNU parallel: one processor, and seconds instead of minutes to give up. */
  line: string;
  port: number;
  /** The process of its server: what runs for it is below. */
  pid: number;
  /** The command that reaches it, without its address: for `GIT_SSH_COMMAND`. */
  ssh: string;
  /** Sends a signal to the server and all that runs for it: SIGKILL for a power cut, SIGSTOP for one that hangs. */
  signal(name: NodeJS.Signals): void;
  stop(): void;
}

/** Makes keys in `top` for all hosts. */
export function makeKeys(top: string): void {
  mkdirSync('/run/sshd', { recursive: true });
  for (const key of ['host', 'key'])
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(top, key)]);
}

/** Starts a host; `variables` are in the environment of its commands. */
export async function startSshHost(
  top: string,
  name: string,
  variables: Record<string, string> = {},
): Promise<SshHost> {
  const [home, port] = [join(top, name), await freePort()];
  mkdirSync(home, { recursive: true });
  const exports = Object.entries({ HOME: home, ...variables }).map(
    ([key, value]) => `export ${key}='${value}'`,
  );
  const login = join(top, `${name}.login`);
  writeFileSync(login, `${exports.join('\n')}\ncd "$HOME"\nexec sh -c "$SSH_ORIGINAL_COMMAND"\n`);
  const settings = {
    ListenAddress: `127.0.0.1:${port}`,
    HostKey: join(top, 'host'),
    AuthorizedKeysFile: join(top, 'key.pub'),
    StrictModes: 'no',
    UsePAM: 'no',
    PermitRootLogin: 'yes',
    PidFile: 'none',
    MaxStartups: '100',
    ForceCommand: `sh ${login}`,
  };
  const config = join(top, `${name}.sshd`);
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([key, value]) => `${key} ${value}\n`)
      .join(''),
  );
  const server = spawn('/usr/sbin/sshd', ['-D', '-f', config], { stdio: 'ignore' });
  return {
    home,
    line: `1/${addressedCommand(top, port)}`,
    port,
    pid: server.pid ?? 0,
    ssh: sshCommand(top),
    signal: (signal) => signalTree(server, signal),
    stop() {
      signalTree(server, 'SIGCONT');
      signalTree(server, 'SIGKILL');
    },
  };
}

/** A host that takes the connection and never says a word. */
export async function startSilentHost(top: string): Promise<Pick<SshHost, 'line' | 'stop'>> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as { port: number };
  return { line: `1/${addressedCommand(top, port, '1')}`, stop: () => void server.close() };
}

function addressedCommand(top: string, port: number, connectTimeout?: string): string {
  return `${sshCommand(top, connectTimeout)} -p ${port} ${userInfo().username}@127.0.0.1`;
}

function sshCommand(top: string, connectTimeout = '3'): string {
  const options = {
    StrictHostKeyChecking: 'no',
    UserKnownHostsFile: join(top, 'known'),
    LogLevel: 'ERROR',
    ConnectTimeout: connectTimeout,
    ServerAliveInterval: '1',
  };
  const given = Object.entries(options).map(([key, value]) => `-o ${key}=${value}`);
  return `ssh -i ${join(top, 'key')} ${given.join(' ')}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function signalTree({ pid = 0 }: ChildProcess, signal: NodeJS.Signals): void {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isBelow = (process: number): boolean => {
    const parent = parents.get(process) ?? 0;
    return process === pid || (parent > 1 && isBelow(parent));
  };
  for (const process_ of [...parents.keys()].filter(isBelow)) {
    try {
      process.kill(process_, signal);
    } catch {
      // It has ended.
    }
  }
}

function parentOf(pid: string): number {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
