/** Loads the puppeteer versions installed in folders below `tests`: new ones do not connect to old browsers. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

/** The puppeteer of a folder below `tests`; the caller declares the members it uses. */
export function puppeteerIn<Puppeteer extends object>(folder: string): Puppeteer {
  const require = createRequire(join(projectDir, 'tests', folder, 'package.json'));
  const loaded = require('puppeteer-core') as Puppeteer & { default?: Puppeteer };
  return loaded.default ?? loaded;
}
