/** The handbook agrees with the checks: its tables are generated from the code, and its example is valid. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCorpus } from '../corpus/index.ts';
import { collections } from '../schema/collections.ts';
import { findSchemaIssues } from '../schema/validation-messages.ts';
import { fillHandbook } from './handbook.ts';
import { parseBody } from './index.ts';

const handbook = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

const documents = readCorpus(fileURLToPath(new URL('../../content', import.meta.url))).documents;
/** The ids belong to a county: a new telephone number must not break a test. */
const withoutIds = (text: string) => text.replace(/<!-- ids:begin -->[\s\S]*<!-- ids:end -->/, '');

test('its tables are up to date (npm run handbook regenerates them)', () => {
  expect(withoutIds(fillHandbook(handbook, documents))).toBe(withoutIds(handbook));
});

test('every valid id is listed with its name, and every kind of notice', () => {
  const filled = fillHandbook(handbook, documents);
  const { actions, audiences, contacts, places } = documents;
  for (const { id, title } of [...actions, ...audiences])
    expect(filled).toContain(`| \`${id}\` | ${title} |`);
  for (const { id, name, phone } of contacts) expect(filled).toContain(`| \`${id}\` | ${name} ${phone} |`);
  for (const { id, name } of places) expect(filled).toContain(`| \`${id}\` | ${name} |`);
  expect(filled).toContain('| `job` | 招工 |');
});

test('its telephone number is valid', () => {
  const yaml = /```yaml\n(id: min-zheng-ju\n[\s\S]*?)```/.exec(handbook)?.[1] ?? '';
  expect(findSchemaIssues(collections.contacts.schema, parse(yaml, { schema: 'failsafe' }))).toEqual([]);
});

test('its example passes without findings', () => {
  const [, yaml = '', body = ''] = /```mdx\n---\n(.*?)\n---\n(.*?)```/s.exec(handbook) ?? [];
  expect(findSchemaIssues(collections.policies.schema, parse(yaml, { schema: 'failsafe' }))).toEqual([]);
  expect(parseBody(body, 'a.mdx', 1).diagnostics).toEqual([]);
});
