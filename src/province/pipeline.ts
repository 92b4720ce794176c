/**
 * The plan as a child pipeline of GitLab: its matrix cannot be read from a variable, as on GitHub, but a job may write the pipeline that
 * comes next. JSON is YAML.
 */
import type { PlannedJob } from './plan.ts';

/** The most entries of a matrix on GitLab (`parallel:matrix`) and jobs in one on GitHub is 200 and 256; the smaller one counts. */
const MAX_MATRIX = 200;

/** The pipeline that builds the jobs; with nothing to build, one that says so, because GitLab refuses an empty pipeline. */
export function gitlabPipeline(
  jobs: readonly Pick<PlannedJob, 'id' | 'digest' | 'command' | 'out'>[],
): string {
  const parts = Array.from({ length: Math.ceil(jobs.length / MAX_MATRIX) }, (_, part) =>
    jobs.slice(part * MAX_MATRIX, (part + 1) * MAX_MATRIX),
  );
  const builds = parts.map((part, index) => [
    `county-${index + 1}`,
    {
      image: 'node:24-bookworm',
      parallel: {
        matrix: part.map(({ id, digest, command, out }) => ({
          COUNTY: id,
          DIGEST: digest,
          COMMAND: command,
          OUT: out,
        })),
      },
      variables: { GIT_DEPTH: '0' },
      retry: 2,
      script: ['npm ci --no-audit --no-fund', 'eval "$COMMAND"'],
      artifacts: { paths: ['$OUT'] },
    },
  ]);
  const nothing = { script: ['echo "Nothing to build."'] };
  return `${JSON.stringify(Object.fromEntries(builds.length > 0 ? builds : [['nothing', nothing]]), null, 2)}\n`;
}
