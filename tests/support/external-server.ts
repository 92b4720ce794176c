/** Runs other people's server programs on a free port. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

export interface ExternalServer {
  /** Its URL, without a trailing slash. */
  origin: string;
  close(): Promise<void>;
}

/** Whether a program is installed: it can be started. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Starts a program with the arguments for a port and waits until it answers; throws with its output if it never does. */
export async function startExternalServer(
  command: string,
  argumentsFor: (port: number) => string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExternalServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const running = spawn(command, argumentsFor(port), { stdio: ['ignore', 'ignore', 'pipe'], env });
  let errors = '';
  running.stderr.on('data', (data) => {
    errors += data;
  });
  const close = async () => {
    if (running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await answers(origin)) return { origin, close };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await close();
  throw new Error(`${command} does not answer: ${errors}`);
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

/** A port that no server uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
