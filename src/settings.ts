/**
 * What one build is given besides the code: the content folder, the output folder and the day. The command
 * line sets them in the environment, because Astro starts the pages itself and takes no arguments for them.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beijingNow, dayOf } from './documents/dates.ts';

export interface Settings {
  /** The folder that editors write in. */
  contentDir: string;
  /** The same as an editor would name it in a message. */
  contentName: string;
  /** The folder that is served as it lies. */
  publicDir: string;
  /** Where the site is written. */
  outDir: string;
  /** Where pictures that were drawn before are kept; survives builds, belongs to the project. */
  cacheDir: string;
  /** A file with the content as it was read and checked already, so that it is read once; made by build-site.ts. */
  corpusFile?: string | undefined;
  /** The repository and the commit that tell what changed; absent where the content folder lies in its own. */
  repository?: { gitDir: string; commit: string } | undefined;
  /** The day that every status is worked out for, `YYYY-MM-DD`. */
  today: string;
}

/** The folder that holds package.json. */
export const projectDir: string =
  process.env.MINGBAI_ROOT ?? dirname(dirname(fileURLToPath(import.meta.url)));

/** The settings of this build; what the command line did not set is the project's own folder and today. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const contentName = environment.MINGBAI_CONTENT ?? 'content';
  const [gitDir, commit] = (environment.MINGBAI_REPOSITORY ?? '').split('\n');
  return {
    ...(environment.MINGBAI_CORPUS && { corpusFile: environment.MINGBAI_CORPUS }),
    ...(gitDir && commit && { repository: { gitDir, commit } }),
    contentName,
    contentDir: resolve(projectDir, environment.MINGBAI_CONTENT_DIR ?? contentName),
    publicDir: resolve(projectDir, environment.MINGBAI_PUBLIC ?? 'public'),
    outDir: resolve(projectDir, environment.MINGBAI_OUT ?? 'dist'),
    cacheDir: resolve(projectDir, environment.MINGBAI_CACHE ?? '.mingbai/cache'),
    today: environment.MINGBAI_TODAY ?? dayOf(beijingNow(new Date())),
  };
}

/** The environment that gives a build these settings. */
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
    MINGBAI_TODAY: settings.today,
  };
}
