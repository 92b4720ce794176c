/** The workflow files for GitHub, GitLab and Gitee: they can be read, and name only commands that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PlannedJob } from '../src/province/index.ts';
import { projectDir } from '../src/settings.ts';
import { steps } from './test/steps.ts';

/** The steps of `npm test` that need no browser, and those that do. */
const UNIT_STEPS = ['lint', 'types', 'unit'];
const BROWSER_STEPS = ['machine', 'old-browsers', 'programs', 'build', 'browser'];

const read = (path: string) => readFileSync(join(projectDir, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

test.each(['.github/workflows/publish.yml', '.gitlab-ci.yml', '.workflow/publish.yml'])(
  '%s checks and publishes with commands of this project',
  (path) => {
    const text = read(path);
    expect(parse(text)).toBeTypeOf('object');
    const named = Array.from(text.matchAll(/npm run ([\w-]+)/g), ([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['check', 'deploy']));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  },
);

test('the steps that pull requests are tested by are all steps of npm test', () => {
  expect([...UNIT_STEPS, ...BROWSER_STEPS].sort()).toEqual(steps.map(({ name }) => name).sort());
});

test.each([
  ['.github/workflows/test.yml', [...UNIT_STEPS, ...BROWSER_STEPS]],
  ['.gitlab-ci.yml', [...UNIT_STEPS, ...BROWSER_STEPS]],
  // Its machines have no browsers.
  ['.workflow/test.yml', UNIT_STEPS],
])(
  '%s tests a pull request by the steps of npm test, in an order in which each finds what it needs',
  (path, wanted) => {
    const text = read(path);
    expect(parse(text)).toBeTypeOf('object');
    expect(Array.from(text.matchAll(/npm test -- --only ([\w-]+)/g), ([, name]) => name)).toEqual(wanted);
    expect(text).toMatch(/pull_request:|merge_request_event|^ {2}pr:/m);
  },
);

test('every action in a workflow of GitHub is pinned by a version', () => {
  const used = ['publish', 'test', 'province'].flatMap((name) =>
    Array.from(read(`.github/workflows/${name}.yml`).matchAll(/uses: (\S+)/g), ([, action = '']) => action),
  );
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((action) => !/@v\d+(?:\.\d+)*$/.test(action))).toEqual([]);
});

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
}

test('GitHub builds each county of the plan in a job of its own, once for one digest, and keeps what it made', () => {
  const { jobs } = parse(read('.github/workflows/province.yml')) as {
    jobs: Record<string, { steps: Step[]; strategy?: { 'fail-fast': boolean; matrix: { include: string } } }>;
  };
  const [plan, build] = [jobs.plan, jobs.build];
  expect(plan?.steps.find(({ id }) => id === 'plan')?.run).toContain(
    'npx mingbai province plan province.yml --json',
  );
  expect(build?.strategy?.matrix.include).toContain('fromJSON(needs.plan.outputs.jobs)');
  expect(build?.strategy?.['fail-fast']).toBe(false);
  const cached = build?.steps.find(({ id }) => id === 'made');
  expect(cached?.with?.key).toMatch(/matrix\.id.*matrix\.digest/);
  const run = build?.steps.find((step) => step.run?.includes('matrix.command'));
  expect(run?.if).toBe("steps.made.outputs.cache-hit != 'true'");
  expect(build?.steps.at(-1)?.with).toEqual({ name: `\${{ matrix.id }}`, path: cached?.with?.path });
  // All that the matrix uses is in a job of the plan.
  const used = Array.from(
    read('.github/workflows/province.yml').matchAll(/matrix\.(\w+)/g),
    ([, name = '']) => name,
  );
  const job: PlannedJob = { id: 'a', digest: 'd', reason: 'new', command: 'x', out: 'out/a' };
  expect(used.filter((name) => !Object.hasOwn(job, name))).toEqual([]);
});

test('GitHub makes the pages of the province from the counties that were built, also if some were not', () => {
  const { jobs } = parse(read('.github/workflows/province.yml')) as {
    jobs: Record<string, { if?: string; needs?: string[]; steps: Step[] }>;
  };
  const { front } = jobs;
  expect(front?.needs).toEqual(['plan', 'build']);
  expect(front?.if).toContain('!cancelled()');
  const at = (part: string) =>
    front?.steps.findIndex(({ run, uses }) => `${run}${uses}`.includes(part)) ?? -1;
  expect(at('download-artifact')).toBeGreaterThan(0);
  expect(at('npx mingbai province front province.yml')).toBeGreaterThan(at('download-artifact'));
});

test('GitLab writes the pipeline of the counties and starts it', () => {
  const { province, 'province-plan': plan } = parse(read('.gitlab-ci.yml')) as Record<
    string,
    {
      script: string[];
      artifacts: { paths: string[] };
      trigger: { include: { artifact: string; job: string }[] };
    }
  >;
  expect(plan?.script.at(-1)).toBe('npx mingbai province plan province.yml --gitlab > province-jobs.yml');
  expect(province?.trigger.include).toEqual([{ artifact: plan?.artifacts.paths[0], job: 'province-plan' }]);
});
