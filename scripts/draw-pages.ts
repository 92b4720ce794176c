/**
 * The pages, in a process of their own: with the code that Astro compiled for this version of ours and the address of the site,
 * and compiled now where it is not kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRenderer, preloadPages, rendererHash } from '../src/cache/index.ts';
import { projectDir, readSettings, type Settings } from '../src/settings.ts';
import { compiledFor, keyFor } from './compile-pages.ts';
import { answerOrders, isOwnProcess } from './own-process.ts';

export interface DrawOrder {
  /** The address of the site: it stands in the code of the pages, in every link. */
  url: string;
}

/**
 * Loads the code of the pages, compiled where it is not kept, while the content is still being read: the address can be told at
 * a glance. What it is the order says: where it is another, nothing is lost but time.
 */
async function loadEarly(settings: Settings): Promise<void> {
  try {
    const siteFile = readFileSync(join(settings.contentDir, 'site.yml'), 'utf8');
    const url = /^url:[ \t]*(["']?)(\S+?)\1(?:[ \t]+#.*)?[ \t\r]*$/m.exec(siteFile)?.[2];
    if (url !== undefined) await preloadPages(await compiledFor(settings, keyFor(url)));
  } catch {
    // What is wrong is told when there is an order.
  }
}

if (isOwnProcess(import.meta.url)) {
  process.env.NODE_ENV = 'production';
  const settings = readSettings();
  const early = loadEarly(settings);
  const drawing = openRenderer({ ...settings, version: rendererHash(projectDir) });
  answerOrders(import.meta.url, async ({ url }: DrawOrder) => {
    await early;
    await drawing.render(await compiledFor(settings, keyFor(url)));
    // After the answer: nobody waits for the notes.
    setImmediate(drawing.evictAndFlush);
  });
}
