/** Builds a site of many made documents without their pictures: `large-site.ts DOCUMENTS CONTENT OUT`. */
import { makeContent } from '../../scripts/bench/corpus.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { readSettings } from '../../src/settings.ts';

const [documents = '', contentDir = '', outDir = ''] = process.argv.slice(2);
makeContent(contentDir, Number(documents));
const settings = { ...readSettings(), contentDir, outDir };
const { done, problems } = await buildSite(settings, { withPictures: false });
if (!done) throw new Error(JSON.stringify(problems));
