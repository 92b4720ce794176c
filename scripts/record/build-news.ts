/**
 * The recording of the news in a build: /digest/broadcast.mp3, if site.yml asks for it. Its voice is espeak-ng, which gives the same bytes for
 * the same words; a model of sherpa-onnx takes minutes of a push and promises nothing about its bytes, so it is for `npm run record`.
 */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFileCache } from '../../src/cache/file-cache.ts';
import { CACHE_MAX_AGE_DAYS } from '../../src/cache/max-age.ts';
import { sourceHash } from '../../src/cache/source-hash.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { isEmpty, newsDigest } from '../../src/documents/news.ts';
import { NEWS_DAYS, NEWS_RECORDING, type NewsRecording } from '../../src/documents/news-recording.ts';
import type { Site } from '../../src/documents/site.ts';
import { missingProgram, runOutsideProgram } from '../../src/outside-program.ts';
import type { Settings } from '../../src/settings.ts';
import { AudioError } from './audio-error.ts';
import { MP3_BITS_A_SECOND } from './encode.ts';
import { newsSpeech, recordNews } from './news-recording.ts';

/** The programs, and how each says its version. */
const PROGRAMS = [
  { program: 'espeak-ng', args: ['--version'] },
  { program: 'ffmpeg', args: ['-version'] },
] as const;
const VERSION_TIMEOUT_SECONDS = 20;

export interface MadeNews {
  recording?: NewsRecording;
  diagnostics: Diagnostic[];
  /** Puts the recording into the site in `outDir`, unless the county has one of its own there. */
  place(outDir: string): void;
}

const NONE: MadeNews = { diagnostics: [], place: () => undefined };

/**
 * Makes it in the empty folder `folder`, or takes it from the cache. Without the programs, and if they fail, the site is built without it, and
 * a warning says so; the toolkit has the script in any case.
 */
export async function makeNews(
  site: Site,
  { publicDir, cacheDir, contentDir, contentName }: Settings,
  folder: string,
): Promise<MadeNews> {
  if (!site.about.machineNews || isEmpty(newsDigest(site, NEWS_DAYS))) return NONE;
  // A person has read it: that one is published.
  if (existsSync(join(publicDir, NEWS_RECORDING))) return NONE;
  const failed = (why: string): MadeNews => ({
    ...NONE,
    diagnostics: [
      {
        file: `${contentName}/site.yml`,
        line: lineOf('machineNews', join(contentDir, 'site.yml')),
        column: 1,
        severity: 'warning',
        rule: 'record/no-news',
        message: `大喇叭的消息没有录成，干部工具箱里只放稿子，请人念。${why}`,
      },
    ],
  });
  const versions = await Promise.all(PROGRAMS.map(versionOf));
  const missing = versions.indexOf(undefined);
  if (missing >= 0) return failed(missingProgram(PROGRAMS[missing]?.program ?? ''));
  const speech = newsSpeech(site);
  const cache = openFileCache(join(cacheDir, 'news-recordings'), new Date());
  const code = sourceHash({ entries: [fileURLToPath(import.meta.url)], packages: ['pinyin-pro'] });
  const key = hash('sha256', JSON.stringify([code, versions, speech]));
  mkdirSync(folder, { recursive: true });
  const mp3 = join(folder, 'news.mp3');
  if (cache.get(key, mp3) === undefined) {
    try {
      await recordNews(speech, { mp3, folder, voiceFolder: '' });
    } catch (error) {
      if (error instanceof AudioError) return failed(error.message);
      throw error;
    }
    cache.add(key, mp3);
  }
  cache.evictAndFlush(CACHE_MAX_AGE_DAYS.newsRecordings);
  const bytes = statSync(mp3).size;
  return {
    recording: { bytes, seconds: Math.round((bytes * 8) / MP3_BITS_A_SECOND) },
    diagnostics: [],
    place(outDir) {
      const target = join(outDir, NEWS_RECORDING);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(mp3, target);
    },
  };
}

/** What the program says of its version; undefined if it is not installed. */
async function versionOf({ program, args }: (typeof PROGRAMS)[number]): Promise<string | undefined> {
  const end = await runOutsideProgram({ program, args, timeoutSeconds: VERSION_TIMEOUT_SECONDS });
  if (end.status === 'missing') return undefined;
  return end.status === 'done' ? end.output : end.message;
}

/** The line of a field; the first if it is inherited from another file. */
function lineOf(field: string, file: string): number {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return Math.max(lines.findIndex((line) => line.startsWith(`${field}:`)) + 1, 1);
}
