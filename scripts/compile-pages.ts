/** The code of the pages for this version of ours and the address of a site: as it is kept, or compiled now. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import {
  type CompiledRenderer,
  compileRenderer,
  getCompiledRenderer,
  rendererHash,
} from '../src/cache/index.ts';
import { withLock } from '../src/publish/lock.ts';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';

const codeFolder = join(projectDir, '.mingbai', 'code');

/** Under which the code of the pages is kept: another one for other sources of ours, and for another address of the site. */
export const compiledPagesKey = (url: string): string =>
  hash('sha256', `${rendererHash(projectDir)}\n${url}`);

/** Whether the code is kept, so that nothing has to be compiled. */
export function isCompiled(key: string): boolean {
  return getCompiledRenderer(codeFolder, key) !== undefined;
}

/** The code of the pages, compiled now where it is not kept. */
export async function getCompiledPages(settings: Settings, key: string): Promise<CompiledRenderer> {
  const compile = async () => getCompiledRenderer(codeFolder, key) ?? compileNow(settings, key);
  return (
    getCompiledRenderer(codeFolder, key) ??
    // Astro keeps its notes in the project's folder: two at once would get in each other's way.
    withLock(join(projectDir, '.mingbai', 'build'), compile, {
      waitSeconds: 3600,
      isNeeded: false,
      onWait: () => process.stderr.write('这里正在生成另一个网站，排队等一下…\n'),
    })
  );
}

function compileNow(settings: Settings, key: string): Promise<CompiledRenderer> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  Object.assign(process.env, asEnvironment(settings));
  return compileRenderer(projectDir, codeFolder, key);
}
