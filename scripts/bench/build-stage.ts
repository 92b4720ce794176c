/**
 * Runs one stage of a build in a process of its own, to measure it: `build-stage.ts pages|index`. Its settings are in the
 * environment, see src/settings.ts.
 */

import { rendererHash } from '../../src/cache/index.ts';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { openSearchIndex } from '../../src/search/index.ts';
import { projectDir, readSettings } from '../../src/settings.ts';
import { buildSite } from '../build-site.ts';

const settings = readSettings();
const [part] = process.argv.slice(2);
if (part === 'pages') {
  const { done, diagnostics } = await buildSite(settings, { withPictures: false });
  if (!done) throw new Error(diagnostics.map(({ file, message }) => `${file}: ${message}`).join('\n'));
} else if (part === 'index') {
  const corpus = readCorpus(settings.contentDir);
  const site = createSite(corpus.documents, corpus, settings.today);
  const { cacheDir } = settings;
  const index = openSearchIndex({ cacheDir, version: rendererHash(projectDir) });
  await index.build(site, settings.outDir);
  index.close();
} else {
  throw new Error(`There is no part "${part}": pages or index.`);
}
