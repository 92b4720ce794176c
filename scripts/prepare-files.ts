/** Makes the files of a new site that its pages have to know before they are rendered: photographs, the folder public, the recording of the news. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { NEWS_RECORDING, type NewsRecording } from '../src/documents/news-recording.ts';
import type { Photographs } from '../src/documents/photograph.ts';
import type { Site } from '../src/documents/site.ts';
import { copyPublicFiles } from '../src/public-folder/index.ts';
import type { Settings } from '../src/settings.ts';
import { makePhotographsWithProgress } from './photographs-with-progress.ts';
import { publicDiagnostic } from './public-diagnostic.ts';
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

/** Makes the photographs, copies the folder public and makes the recording. */
export async function prepareFiles(
  settings: Settings,
  { newSite, photographs, news }: PreparedPaths,
  { site, withPictures }: { site: Site; withPictures: boolean },
): Promise<PreparedFiles> {
  const { publicDir, cacheDir } = settings;
  const recorded = startTask(() => makeNewsRecording(settings, news, { site, withPictures }));
  const made = await makePhotographsWithProgress(site, { ...settings, outDir: photographs });
  const options = { publicDir, outDir: newSite, cacheDir, except: made.legacyFallbacks };
  const refused = await copyPublicFiles(options).then(() => undefined, publicDiagnostic);
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
