/** Makes the photographs of a site small, as builds and the preview show them, and says how far it is. */
import type { Site } from '../src/documents/site.ts';
import { makePhotographs, type PhotographResult } from '../src/photographs/index.ts';
import type { Settings } from '../src/settings.ts';
import { type Progress, showProgress } from '../src/share/images/progress.ts';

/** Makes the photographs of a site below `outDir`, and shows how far it is. */
export async function makePhotographsWithProgress(
  site: Site,
  settings: Pick<Settings, 'publicDir' | 'outDir' | 'cacheDir'>,
): Promise<PhotographResult> {
  let progress: Progress | undefined;
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
