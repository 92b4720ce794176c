/** Runs LibreOffice and tesseract, which some formats need, and says in one sentence what is lost without them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProgramResult, ProgramRun, RunProgram } from './source-document.ts';

/** Names for editors, and the Debian packages. */
const PROGRAMS: Readonly<Record<ProgramRun['program'], { name: string; packages: string }>> = {
  soffice: { name: 'LibreOffice', packages: 'libreoffice-writer' },
  tesseract: { name: 'tesseract', packages: 'tesseract-ocr tesseract-ocr-chi-sim' },
};

/** The note for a missing program; `lost` is what the draft lacks without it: 图3没有带过来. */
export function missingProgramNote(program: ProgramRun['program'], lost: string): string {
  const { name, packages } = PROGRAMS[program];
  return `${lost}：这台机器没有装 ${name}。装上再导入一次（Debian：apt install ${packages}）。`;
}

/** Runs the program with its own profile, so that an open LibreOffice window does not take the job. */
export const runProgram: RunProgram = async ({ program, arguments: given, files, timeoutSeconds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-import-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const own =
      program === 'soffice' ? [`-env:UserInstallation=${profile}`, '--headless', '--norestore'] : [];
    const run = await spawned(program, [...own, ...given], folder, timeoutSeconds);
    if (run.status !== 'done') return run;
    const written = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && !Object.hasOwn(files, entry.name),
    );
    return {
      ...run,
      files: new Map(written.map(({ name }) => [name, new Uint8Array(readFileSync(join(folder, name)))])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function spawned(
  program: string,
  given: readonly string[],
  cwd: string,
  timeoutSeconds: number,
): Promise<ProgramResult> {
  return new Promise((done) => {
    const child = spawn(program, given, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    // Not the option `timeout` of spawn: Node 24 keeps its timer, and so the process, if the program does not exist.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutSeconds * 1000);
    const end = (result: ProgramResult) => {
      clearTimeout(timer);
      done(result);
    };
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ENOENT' ? { status: 'missing' } : { status: 'failed', message: error.message }),
    );
    child.on('close', (code, signal) =>
      end(
        code === 0
          ? { status: 'done', files: new Map(), output }
          : { status: 'failed', message: signal === null ? errors.trim() : `${timeoutSeconds} 秒还没有做完` },
      ),
    );
  });
}
