/** The hash of our code, computed once for all processes of a build. */
import { rendererHash } from '../src/cache/renderer-hash.ts';
import { projectDir } from '../src/settings.ts';

const VARIABLE = 'MINGBAI_CODE_HASH';

/** The hash of our sources and packages, part of all cache keys; a worker process has it from the one that started it. */
export function codeHash(): string {
  return process.env[VARIABLE] ?? rendererHash(projectDir);
}

/** The environment variable by which a worker process gets the hash. Only short commands start workers: their code is that on the disk. */
export function codeHashVariable(): Record<string, string> {
  return { [VARIABLE]: codeHash() };
}
