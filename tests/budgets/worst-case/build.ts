/** Builds the site of the worst-case content, without its pictures: `build.ts FOLDER`, into FOLDER/out. */
import { join } from 'node:path';
import { buildSite } from '../../../scripts/build-site.ts';
import { readSettings } from '../../../src/settings.ts';
import { writeFiles } from '../../build/content-folder.ts';
import { worstCaseContent } from './content.ts';

const [folder = ''] = process.argv.slice(2);
const contentDir = join(folder, 'content');
writeFiles(contentDir, worstCaseContent);
const settings = {
  ...readSettings(),
  contentDir,
  outDir: join(folder, 'out'),
  cacheDir: join(folder, 'cache'),
};
const { done, diagnostics } = await buildSite({ ...settings, today: '2026-11-27' }, { withPictures: false });
if (!done) throw new Error(JSON.stringify(diagnostics, undefined, 1));
