/** Makes the photographs of a site, for builds and the preview, and shows the progress. */
import type { Site } from '../src/documents/site.ts';
import { makePhotographs, type PhotographResult } from '../src/photographs/index.ts';
import type { Settings } from '../src/settings.ts';
import { type RenderProgress, showProgress } from '../src/share/images/progress.ts';

/** Makes the photographs of a site below `outDir`. */
export async function makePhotographsWithProgress(
  site: Site,
  settings: Pick<Settings, 'outDir' | 'cacheDir'> & { publicDir: readonly string[] },
): Promise<PhotographResult> {
  let progress: RenderProgress | undefined;
  const made = await makePhotographs(site, {
    ...settings,
    onPhotograph: (total) => {
      progress ??= showProgress(process.stderr, { what: '照片', total });
      progress.step();
    },
  });
  progress?.end();
  return made;
}
