/**
 * The days on which documents of the branch are published (`publishOn`). No service runs between two pushes: the next push, or the next run of
 * `serve-git`, publishes what is due. Only the day is read here; a match outside the fields costs one build more.
 */
import { formatDate } from '../../src/documents/dates.ts';
import { isHeldBack } from '../../src/documents/held-back.ts';
import { runGit } from '../../src/publish/git/index.ts';
import { readSettings } from '../../src/settings.ts';
import { readLiveDay } from './recovery.ts';

const EXIT_NO_MATCH = 1;

/** A document of a commit with its day. */
interface ScheduledFile {
  file: string;
  publishOn: string;
}

function scheduledFiles(gitDir: string, commit: string): ScheduledFile[] {
  const args = [
    'grep',
    '-E',
    '-z',
    '--only-matching',
    // Not the example in a comment, which every starting file has.
    '^[ \t{"\']*publishOn["\']?[ \t]*:[ \t]*["\']?[0-9]{4}-[0-9]{2}-[0-9]{2}',
  ];
  const { out } = runGit(gitDir, [...args, commit, '--', 'content'], { answers: [0, EXIT_NO_MATCH] });
  return Array.from(
    out.matchAll(/^[0-9a-f]+:([^\0]+)\0.*?(\d{4}-\d\d-\d\d)$/gm),
    ([, file = '', publishOn = '']) => ({
      file,
      publishOn,
    }),
  );
}

/** Whether a document of the live commit waited when it was built, and its day has come. */
export function isDue(gitDir: string, commit: string): boolean {
  const [{ today }, built] = [readSettings(), readLiveDay(gitDir)];
  return (
    built !== today &&
    scheduledFiles(gitDir, commit).some((file) => isHeldBack(file, built) && !isHeldBack(file, today))
  );
}

/** A line for each of the changed files that waits for its day. */
export function scheduleLines(
  gitDir: string,
  commit: string,
  changed: readonly string[],
  today: string,
): string[] {
  return scheduledFiles(gitDir, commit)
    .filter((scheduled) => changed.includes(scheduled.file) && isHeldBack(scheduled, today))
    .map(({ file, publishOn }) => `${file} 定于${formatDate(publishOn)}发布，那天以前看不到。`);
}
