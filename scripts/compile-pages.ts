/** The compiled code of the pages, from the cache or compiled now. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type CompiledRenderer, compileRenderer, getCompiledRenderer } from '../src/cache/index.ts';
import { withLock } from '../src/publish/lock.ts';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';
import { codeHash } from './code-hash.ts';
import { compileCommands } from './compile-commands.ts';

const codeFolder = join(projectDir, '.mingbai', 'code');

/** The cache key: depends on our sources only, so all sites of a machine share the code. */
export const compiledPagesKey = (): string => hash('sha256', codeHash());

/** Whether the code is cached. */
export function isCompiled(key: string): boolean {
  return getCompiledRenderer(codeFolder, key) !== undefined;
}

/** The code from the cache; compiled if it is missing, with the environment of the settings and `more`. */
export async function getCompiledPages(
  settings: Settings,
  key: string,
  more: Record<string, string> = {},
): Promise<CompiledRenderer> {
  const compile = async () => getCompiledRenderer(codeFolder, key) ?? compileNow(settings, key, more);
  return (
    getCompiledRenderer(codeFolder, key) ??
    // Astro writes into the project's folder: two compilations at once would conflict.
    withLock(join(projectDir, '.mingbai', 'build'), compile, {
      waitSeconds: 3600,
      isNeeded: false,
      onWait: () => process.stderr.write('这里正在生成另一个网站，排队等一下…\n'),
    })
  );
}

/** Compiles the commands as well: the next ones start faster. */
async function compileNow(
  settings: Settings,
  key: string,
  more: Record<string, string>,
): Promise<CompiledRenderer> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  Object.assign(process.env, asEnvironment(settings), more);
  const pages = compileRenderer(projectDir, codeFolder, key);
  // Without compiled code commands run from the sources: no build fails for it.
  const [compiled] = await Promise.all([pages, compileCommands().catch(() => undefined)]);
  return compiled;
}
