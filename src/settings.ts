/**
 * The settings of a build: folders and date. The command line passes them in the environment, because Astro starts the page code
 * itself and passes no arguments.
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beijingNow, dayOf } from './documents/dates.ts';

/** The bases that content of others may have. */
export interface BaseLimits {
  /** The folder that bases have to be in. */
  within: string;
  /** The repositories that bases may be in besides. */
  repositories: readonly string[];
}

export interface Settings {
  /** The folder with the content. */
  contentDir: string;
  /** The same as an editor would name it in a message. */
  contentName: string;
  /** The folder whose files are published. */
  publicDir: string;
  /** The output folder. */
  outDir: string;
  /** The folder of the caches; survives builds. */
  cacheDir: string;
  /** The folder of fetched bases; survives builds, and is the same for all sites on a machine. */
  basesDir: string;
  /** What bases the content may have; absent: any. For content of others. */
  baseLimits?: BaseLimits | undefined;
  /** A file with the content after reading and checking (corpus-serialization.ts), written by build-site.ts. */
  corpusFile?: string | undefined;
  /** Repository and commit for the history; absent if the content folder is in a repository itself. */
  repository?: { gitDir: string; commit: string } | undefined;
  /** The date on which statuses depend, `YYYY-MM-DD`. */
  today: string;
}

/** The folder of package.json. */
export const projectDir: string =
  process.env.MINGBAI_ROOT ?? dirname(dirname(fileURLToPath(import.meta.url)));

/** The settings of this build; the defaults are the project's own folders and today. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const contentName = environment.MINGBAI_CONTENT ?? 'content';
  const cacheDir = resolve(projectDir, environment.MINGBAI_CACHE ?? '.mingbai/cache');
  const [gitDir, commit] = (environment.MINGBAI_REPOSITORY ?? '').split('\n');
  return {
    ...(environment.MINGBAI_CORPUS && { corpusFile: environment.MINGBAI_CORPUS }),
    ...(gitDir && commit && { repository: { gitDir, commit } }),
    contentName,
    contentDir: resolve(projectDir, environment.MINGBAI_CONTENT_DIR ?? contentName),
    publicDir: resolve(projectDir, environment.MINGBAI_PUBLIC ?? 'public'),
    outDir: resolve(projectDir, environment.MINGBAI_OUT ?? 'dist'),
    cacheDir,
    basesDir: resolve(projectDir, environment.MINGBAI_BASES ?? join(cacheDir, 'bases')),
    today: environment.MINGBAI_TODAY ?? dayOf(beijingNow(new Date())),
  };
}

/** The same settings with the day of the clock at each access, for a program that runs over midnight. A copy of them has one fixed day again. */
export function withCurrentDay(settings: Settings, now: () => Date = () => new Date()): Settings {
  return {
    ...settings,
    get today() {
      return dayOf(beijingNow(now()));
    },
  };
}

/** The environment variables for these settings. */
export function asEnvironment(settings: Settings): Record<string, string> {
  return {
    MINGBAI_ROOT: projectDir,
    MINGBAI_CONTENT: settings.contentName,
    MINGBAI_CORPUS: settings.corpusFile ?? '',
    MINGBAI_REPOSITORY: settings.repository
      ? `${settings.repository.gitDir}\n${settings.repository.commit}`
      : '',
    MINGBAI_CONTENT_DIR: settings.contentDir,
    MINGBAI_PUBLIC: settings.publicDir,
    MINGBAI_OUT: settings.outDir,
    MINGBAI_CACHE: settings.cacheDir,
    MINGBAI_BASES: settings.basesDir,
    MINGBAI_TODAY: settings.today,
  };
}
