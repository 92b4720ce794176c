/** LibreOffice and tesseract, which some formats need, each in a folder of its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { missingProgram, runOutsideProgram } from '../outside-program.ts';
import type { ProgramRun, RunProgram } from './source-document.ts';

/** The note for a missing program; `lost` is what the draft lacks without it: 图3没有带过来. */
export function missingProgramNote(program: ProgramRun['program'], lost: string): string {
  return `${lost}：${missingProgram(program)}`;
}

/** Runs the program with its own profile, so that an open LibreOffice window does not take the job. */
export const runProgram: RunProgram = async ({ program, arguments: given, files, timeoutSeconds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-import-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const own =
      program === 'soffice' ? [`-env:UserInstallation=${profile}`, '--headless', '--norestore'] : [];
    const run = await runOutsideProgram({ program, args: [...own, ...given], cwd: folder, timeoutSeconds });
    if (run.status !== 'done') return run;
    const written = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && !Object.hasOwn(files, entry.name),
    );
    return {
      status: 'done',
      output: run.output,
      files: new Map(written.map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
