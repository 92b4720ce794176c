/** A separate terminal (util-linux), at which keys are pressed one after another. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'vitest';
import { projectDir } from '../../src/settings.ts';

export const hasTerminal = spawnSync('script', ['--version']).status === 0;

/** The keys of a person at a terminal. */
export const keys = { enter: '\r', down: '\u001b[B', space: ' ' } as const;

/** Runs a command of Mingbai and presses keys, each when its question is shown (several with | between); returns the whole output. */
export async function atTerminal(
  command: string,
  ...steps: [question: string, keys: string][]
): Promise<string> {
  // A terminal without a width breaks after each letter.
  const line = `stty cols 100 rows 40; ${process.execPath} ${join(projectDir, 'scripts/mingbai.ts')} ${command}`;
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: projectDir });
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  for (const [question, pressed] of steps) {
    await expect.poll(() => said, { timeout: 20_000 }).toContain(question);
    for (const key of pressed.split('|')) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      child.stdin.write(key);
    }
  }
  await ended;
  return stripVTControlCharacters(said);
}
