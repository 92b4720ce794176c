/** The site's own search, by its form. */
import { join } from 'node:path';
import { rendererHash } from '../../../src/cache/index.ts';
import { noDocuments } from '../../../src/documents/document.ts';
import { createSite } from '../../../src/documents/site.ts';
import { openSearchIndex } from '../../../src/search/index.ts';
import { projectDir } from '../../../src/settings.ts';
import { askByForm, askByTyping, typeKeys } from '../../../tests/search/query-set.ts';
import type { SearchEngine } from './engine.ts';

const indexIn = (dir: string) =>
  openSearchIndex({ cacheDir: join(dir, '.cache'), version: rendererHash(projectDir) });

export const mingbai: SearchEngine = {
  name: 'Mingbai',
  /** Bundles the engine and the character tables with an empty index, and loads the dictionary, as a build does. */
  prepare: async (dir, { about, today }) => {
    const county = { site: about, ledger: [], finder: [] };
    const index = indexIn(dir);
    await index.build(createSite(noDocuments(), county, today), join(dir, '.prepared'));
    index.close();
  },
  build: (dir, site) => indexIn(dir).build(site, dir),
  page: 'search/',
  ask: askByForm,
  askTyped: askByTyping,
  typeKeys,
  knowsAnchors: true,
};
