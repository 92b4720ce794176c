/** The workflow files for GitHub, GitLab and Gitee: they can be read, and name only commands that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
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
  const used = ['publish', 'test'].flatMap((name) =>
    Array.from(read(`.github/workflows/${name}.yml`).matchAll(/uses: (\S+)/g), ([, action = '']) => action),
  );
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((action) => !/@v\d+(?:\.\d+)*$/.test(action))).toEqual([]);
});
