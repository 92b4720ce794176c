/** The workflow files for GitHub, GitLab and Gitee: they can be read, and name only commands that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectDir } from '../src/settings.ts';

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
