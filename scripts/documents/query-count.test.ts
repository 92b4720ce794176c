/** The documents state the real numbers of queries in the search measurements. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { readQueries, readUnanswered } from '../../tests/search/query-set.ts';

const read = (name: string) => readFileSync(join(projectDir, 'docs', name), 'utf8');

test('docs/search.md and docs/benchmarks.md', () => {
  const queries = readQueries().length;
  expect(read('search.md')).toContain(`holds ${queries} queries`);
  expect(read('search.md')).toContain(`\`unanswered.yml\` ${readUnanswered().length} that`);
  expect(read('benchmarks.md')).toContain(`${queries} now`);
});
