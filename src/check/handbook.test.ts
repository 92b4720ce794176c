/** The handbook lists all rules with their present texts. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillRules } from './index.ts';

const handbook = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

test('its list of rules is up to date (npm run handbook updates it)', () => {
  expect(fillRules(handbook)).toBe(handbook);
});
