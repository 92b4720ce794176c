/** The search of the site itself, asked by its form. */
import { join } from 'node:path';
import { pagesVersion } from '../../../src/kept/index.ts';
import { buildSearchIndex } from '../../../src/search/index.ts';
import { projectDir } from '../../../src/settings.ts';
import { askByForm, askByTyping } from '../../../tests/search/query-set.ts';
import type { SearchEngine } from './engine.ts';

export const mingbai: SearchEngine = {
  name: 'Mingbai',
  build: (dir, site) =>
    buildSearchIndex(site, dir, { cacheDir: join(dir, '.kept'), version: pagesVersion(projectDir) }),
  page: 'search/',
  ask: askByForm,
  askTyped: askByTyping,
  knowsAnchors: true,
};
