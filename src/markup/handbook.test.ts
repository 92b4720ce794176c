/** The handbook says what the checks do: its tables are those of the code, and its example is right. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { collections } from '../schema/collections.ts';
import { faultsIn } from '../schema/words.ts';
import { fillHandbook } from './handbook.ts';
import { parseBody } from './index.ts';

const handbook = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

test('its tables are up to date (npm run handbook writes them anew)', () => {
  expect(fillHandbook(handbook)).toBe(handbook);
});

test('an editor who copies its example hears no complaint', () => {
  const [, yaml = '', body = ''] = /```mdx\n---\n(.*?)\n---\n(.*?)```/s.exec(handbook) ?? [];
  expect(faultsIn(collections.policies.schema, parse(yaml, { schema: 'failsafe' }))).toEqual([]);
  expect(parseBody(body, 'a.mdx', 1).problems).toEqual([]);
});
