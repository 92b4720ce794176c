/** The search of the site itself, asked by its form. */
import { join } from 'node:path';
import { buildSearchIndex } from '../../../src/search/index.ts';
import { askByForm, askByTyping } from '../../../tests/search/query-set.ts';
import type { SearchEngine } from './engine.ts';

export const mingbai: SearchEngine = {
  name: 'Mingbai',
  build: (dir, site) => buildSearchIndex(site, dir, join(dir, '.kept')),
  page: 'search/',
  ask: askByForm,
  askTyped: askByTyping,
  knowsAnchors: true,
};
