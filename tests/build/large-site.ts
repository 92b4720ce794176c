/**
 * Builds a site of many made documents without their pictures: `large-site.ts DOCUMENTS CONTENT OUT`. What it keeps lies beside
 * OUT: in the project's own cache its hundreds of documents would slow every build of a month.
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
