/**
 * Bodies of pages that were written and scored before the rules were corrected for them: one JSON object per line. `role` is
 * `development` for those written while the rules were, and `held-out` for those that nobody looked at before their score was taken.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { document } from './base.ts';
import { createSet } from './case.ts';

const set = createSet('privacy', { rules: ['privacy/'] });
export const privacyTexts = set.cases;

const texts = readFileSync(join(import.meta.dirname, 'privacy-texts.jsonl'), 'utf8')
  .trim()
  .split('\n');
for (const [index, line] of texts.entries()) {
  const { kind, isPlant, body } = JSON.parse(line) as { kind: string; isPlant: boolean; body: string };
  const add = isPlant ? set.plants : set.lookAlikes;
  const files = { [`content/pages/person-${index}.mdx`]: document('pages', '', body) };
  add(kind, {}, { shown: body, files });
}
