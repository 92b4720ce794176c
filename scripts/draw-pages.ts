/**
 * The pages, in a process of their own: with the code that Astro compiled for this version of ours and the address of the site,
 * and compiled now where it is not kept.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CompiledPages,
  compilePages,
  loadPages,
  openDrawing,
  pagesVersion,
  takeCompiledPages,
} from '../src/kept/index.ts';
import { withLock } from '../src/publish/lock.ts';
import { asEnvironment, projectDir, readSettings, type Settings } from '../src/settings.ts';
import { answerOrders, isOwnProcess } from './own-process.ts';

export interface DrawOrder {
  /** The address of the site: it stands in the code of the pages, in every link. */
  url: string;
}

const version = () => pagesVersion(projectDir);
const codeFolder = join(projectDir, '.mingbai', 'code');
const keyFor = (url: string) => hash('sha256', `${version()}\n${url}`);

async function compiledFor(settings: Settings, key: string): Promise<CompiledPages> {
  const compile = async () => takeCompiledPages(codeFolder, key) ?? compileNow(settings, key);
  return (
    takeCompiledPages(codeFolder, key) ??
    // Astro keeps its notes in the project's folder: two at once would get in each other's way.
    withLock(join(projectDir, '.mingbai', 'build'), compile, {
      waitSeconds: 3600,
      isNeeded: false,
      onWait: () => process.stderr.write('这里正在生成另一个网站，排队等一下…\n'),
    })
  );
}

async function compileNow(settings: Settings, key: string): Promise<CompiledPages> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  Object.assign(process.env, asEnvironment({ ...settings, isCompiling: true }));
  try {
    return await compilePages(projectDir, codeFolder, key);
  } finally {
    Object.assign(process.env, asEnvironment(settings));
  }
}

/**
 * Loads the code of the pages, compiled where it is not kept, while the content is still being read: the address can be told at
 * a glance. What it is the order says: where it is another, nothing is lost but time.
 */
async function loadEarly(settings: Settings): Promise<void> {
  try {
    const siteFile = readFileSync(join(settings.contentDir, 'site.yml'), 'utf8');
    const url = /^url:[ \t]*(["']?)(\S+?)\1(?:[ \t]+#.*)?[ \t\r]*$/m.exec(siteFile)?.[2];
    if (url !== undefined) await loadPages(await compiledFor(settings, keyFor(url)));
  } catch {
    // What is wrong is told when there is an order.
  }
}

if (isOwnProcess(import.meta.url)) {
  process.env.NODE_ENV = 'production';
  const settings = readSettings();
  const early = loadEarly(settings);
  const drawing = openDrawing({ ...settings, version: version() });
  answerOrders(import.meta.url, async ({ url }: DrawOrder) => {
    await early;
    await drawing.draw(await compiledFor(settings, keyFor(url)));
    // After the answer: nobody waits for the notes.
    setImmediate(drawing.close);
  });
}
