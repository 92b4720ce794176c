/** Makes the files of a new site that its pages have to know before they are rendered: photographs, the folder public, the recording of the news. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { NEWS_RECORDING, type NewsRecording } from '../src/documents/news-recording.ts';
import type { Photographs } from '../src/documents/photograph.ts';
import type { Site } from '../src/documents/site.ts';
import type { Settings } from '../src/settings.ts';
import { copyPublicFolders } from './copy-public-folders.ts';
import { makePhotographsWithProgress } from './photographs-with-progress.ts';
import type { PublicFolder } from './public-folders.ts';
import type { MadeNews } from './record/build-news.ts';
import { startTask } from './start-task.ts';

/** Where they are made; photographs are moved into the new site at the end. */
interface PreparedPaths {
  newSite: string;
  photographs: string;
  news: string;
}

export interface PreparedFiles {
  photographs: Photographs;
  newsRecording: NewsRecording | undefined;
  /** Paths from the site root that a phone does not save: fallbacks for photographs, and the news of one day. */
  unlisted: string[];
  diagnostics: Diagnostic[];
  /** A file of the folder public that is not published. */
  refused?: Diagnostic | undefined;
}

/** Makes the photographs, copies the folders public, the site's own first, and makes the recording. */
export async function prepareFiles(
  settings: Settings,
  { newSite, photographs, news }: PreparedPaths,
  { site, folders, withPictures }: { site: Site; folders: readonly PublicFolder[]; withPictures: boolean },
): Promise<PreparedFiles> {
  const { cacheDir } = settings;
  const publicDirs = folders.map(({ dir }) => dir);
  const recorded = startTask(() => makeNewsRecording(settings, news, { site, withPictures }));
  const made = await makePhotographsWithProgress(site, {
    publicDir: publicDirs,
    cacheDir,
    outDir: photographs,
  });
  const options = { outDir: newSite, cacheDir, except: made.legacyFallbacks };
  const refused = await copyPublicFolders(folders, options);
  const recording = await recorded;
  recording?.place(newSite);
  return {
    photographs: made.photographs,
    newsRecording: recording?.recording,
    unlisted: [...made.legacyFallbacks, NEWS_RECORDING],
    diagnostics: recording?.diagnostics ?? [],
    refused,
  };
}

/** The recording of the news; its code brings a dictionary, and few counties ask for it. */
async function makeNewsRecording(
  settings: Settings,
  folder: string,
  { site, withPictures }: { site: Site; withPictures: boolean },
): Promise<MadeNews | undefined> {
  if (!withPictures || !site.about.machineNews) return undefined;
  const { makeNews } = await import('./record/build-news.ts');
  return makeNews(site, settings, folder);
}
