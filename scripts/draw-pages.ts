/**
 * The pages, in a process of their own: with the code that Astro compiled for this version of ours and the address of the site,
 * and compiled now where it is not kept.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readSiteFiles } from '../src/corpus/index.ts';
import {
  type CompiledPages,
  compilePages,
  drawPages,
  pagesVersion,
  takeCompiledPages,
} from '../src/kept/index.ts';
import { withLock } from '../src/publish/index.ts';
import { asEnvironment, projectDir, readSettings, type Settings } from '../src/settings.ts';
import { answerOrders, type OwnProcess, startOwnProcess } from './own-process.ts';

/** Starts the process; given work, it draws the pages of the settings' corpus file into their output folder. */
export function startDrawingPages(settings: Settings, signal: AbortSignal): OwnProcess<object, void> {
  return startOwnProcess(import.meta.url, settings, signal);
}

async function draw(): Promise<void> {
  const settings = readSettings();
  process.env.NODE_ENV = 'production';
  const version = pagesVersion(projectDir);
  await drawPages({ ...settings, version, compiled: await compiledFor(settings, version) });
}

/** The address stands in the code of the pages, in every link. */
async function compiledFor(settings: Settings, version: string): Promise<CompiledPages> {
  const { url } = readSiteFiles(settings.contentDir, settings.contentName).site;
  const key = createHash('sha256').update(`${version}\n${url}`).digest('hex');
  const folder = join(projectDir, '.mingbai', 'code');
  const compile = async () => takeCompiledPages(folder, key) ?? compileNow(settings, folder, key);
  return (
    takeCompiledPages(folder, key) ??
    // Astro keeps its notes in the project's folder: two at once would get in each other's way.
    withLock(join(projectDir, '.mingbai', 'build'), compile, {
      waitSeconds: 3600,
      isNeeded: false,
      onWait: () => process.stderr.write('这里正在生成另一个网站，排队等一下…\n'),
    })
  );
}

async function compileNow(settings: Settings, folder: string, key: string): Promise<CompiledPages> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  Object.assign(process.env, asEnvironment({ ...settings, isCompiling: true }));
  try {
    return await compilePages(projectDir, folder, key);
  } finally {
    Object.assign(process.env, asEnvironment(settings));
  }
}

answerOrders(import.meta.url, draw);
