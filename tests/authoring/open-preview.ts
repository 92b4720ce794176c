/** The preview as an editor starts it, for tests. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

export interface OpenedPreview {
  /** Address of the home page. */
  url: string;
  /** The output on the terminal. */
  terminal(): string;
  stop(): Promise<number | null>;
}

/** Runs `npm run dev` on any free port until it is ready; rejects with its output if it ends before. */
export function openPreview(
  contentDir: string,
  publicDir: string,
  today: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<OpenedPreview> {
  const args = [join(projectDir, 'scripts', 'mingbai.ts'), 'dev', '--content', contentDir, '--today', today];
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    env: { ...process.env, PORT: '0', MINGBAI_PUBLIC: publicDir, ...environment },
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data;
      const url = /打开：(http\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      resolve({
        url,
        terminal: () => said,
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
