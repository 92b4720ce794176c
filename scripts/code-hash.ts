/** The hash of our code, computed once for all processes of a build. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rendererHash } from '../src/cache/renderer-hash.ts';
import { projectDir } from '../src/settings.ts';
import { findPagesHash } from './compiled-commands.ts';

const VARIABLE = 'MINGBAI_CODE_HASH';

/** Computed once per process: it is that of the loaded code. */
let known: string | undefined;

/** The hash of our sources and packages, part of all cache keys; a worker process has it from the one that started it. */
export function codeHash(): string {
  const given = process.env[VARIABLE];
  if (given !== undefined) return given;
  // Reading all sources takes ten times as long as looking at their sizes and times.
  known ??= findPagesHash() ?? rendererHash(projectDir);
  return known;
}

/** The environment variable by which a worker process gets the hash. Only short commands start workers: their code is that on the disk. */
export function codeHashVariable(): Record<string, string> {
  return { [VARIABLE]: codeHash() };
}

/** A hash of the files in this folder, but for tests and measurements: they give the order of a build. */
export function commandHash(): string {
  const all = createHash('sha256');
  const names = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const name of names.sort())
    if (/(?<!\.test)\.ts$/.test(name) && !name.startsWith('bench/'))
      all.update(`${name}\n`).update(readFileSync(join(import.meta.dirname, name)));
  return all.digest('hex');
}
