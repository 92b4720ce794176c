/**
 * Builds a site of many generated documents without pictures: `large-site.ts DOCUMENTS CONTENT OUT`. Its cache is next to OUT: in the
 * project's cache, hundreds of documents would slow every build for a month.
 */
import { dirname, join } from 'node:path';
import { generateContent } from '../../scripts/bench/generate-content.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { readSettings } from '../../src/settings.ts';

const [documents = '', contentDir = '', outDir = ''] = process.argv.slice(2);
generateContent(contentDir, Number(documents));
const settings = { ...readSettings(), contentDir, outDir, cacheDir: join(dirname(outDir), 'cache') };
const { done, diagnostics } = await buildSite(settings, { withPictures: false });
if (!done) throw new Error(JSON.stringify(diagnostics));
