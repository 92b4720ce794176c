/** The editing desk as an editor starts it, for tests, and its routes as its page calls them. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

export interface OpenedDesk {
  /** The address that the editor opens, with the token. */
  url: string;
  origin: string;
  token: string;
  /** The output on the terminal. */
  terminal(): string;
  /** Calls a route and returns its answer; throws with it unless the status is `expected`. */
  call<T>(method: string, path: string, body?: unknown, expected?: number): Promise<T>;
  /** Sends a file. */
  upload<T>(path: string, name: string, bytes: Uint8Array): Promise<T>;
  stop(): Promise<number | null>;
}

/** Runs `edit` or `desk` with these arguments until it is ready; rejects with its output if it ends before. */
export function openDesk(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<OpenedDesk> {
  const child = spawn(process.execPath, [join(projectDir, 'scripts', 'mingbai.ts'), ...args], {
    cwd: projectDir,
    env: { ...process.env, PORT: '0', ...environment },
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data;
      const url = /打开：(http\S+)/.exec(said)?.[1] ?? /转到 (http:\S+?)。/.exec(said)?.[1];
      if (url === undefined) return;
      const { origin, hash } = new URL(url);
      const token = hash.slice(1);
      const send = async <T>(path: string, init: RequestInit, expected: number): Promise<T> => {
        const headers = { 'x-desk-token': token, origin, ...(init.headers as Record<string, string>) };
        const answer = await fetch(`${origin}/desk/api/${path}`, { ...init, headers });
        const text = await answer.text();
        if (answer.status !== expected) throw new Error(`${path}: ${answer.status} ${text}`);
        return JSON.parse(text) as T;
      };
      resolve({
        url,
        origin,
        token,
        terminal: () => said,
        call: (method, path, body, expected = 200) => {
          const headers = { 'content-type': 'application/json' };
          return send(
            path,
            { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) },
            expected,
          );
        },
        upload: (path, name, bytes) => {
          const headers = {
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent(name),
          };
          return send(path, { method: 'POST', headers, body: Buffer.from(bytes) }, 200);
        },
        stop() {
          child.kill('SIGINT');
          return ended;
        },
      });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => reject(new Error(said)));
  });
}
