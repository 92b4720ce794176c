/**
 * How well fields are found in notices by other hands (examples/outside-notices.yml), as plain text. Their truths are in their writers'
 * words, so a value counts where it stands within what was found, without marks and spaces. The limits hold what was reached after their
 * misses were read; the head of the file says how the first scores were.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../import-file.ts';
import { importOptions } from '../import-fixture.ts';

interface Notice {
  lines: string[];
  fields: Record<string, string | string[] | null>;
}
const text = readFileSync(join(import.meta.dirname, '../examples/outside-notices.yml'), 'utf8');
const notices = parse(text, { schema: 'failsafe' }) as Notice[];

const MIN_FOUND = 0.88;
const MAX_WRONG = 0.037;

/** A value without marks, spaces and the words that titles begin with. */
const bare = (value: string) => value.replace(/[\s\p{P}]|关于印发/gu, '');
const list = (value: unknown): string[] =>
  value === undefined || value === null
    ? []
    : (Array.isArray(value) ? value : [value]).map((one) => String(one));

/** Values by field, those of a list one by one. */
async function foundIn(lines: readonly string[]): Promise<Record<string, string[]>> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { known, notes } = await importFile(bytes, '通知.txt', { ...importOptions, contacts: [] });
  const [basis] = (known.basis?.value ?? []) as Record<string, string>[];
  const steps = (known.steps?.value ?? []) as { title: string; detail?: string; where?: string }[];
  const phones = /原文里有电话 ([^，]*)，contacts/u.exec(notes.join('\n'))?.[1]?.split('、');
  return {
    title: list(known.title?.value),
    number: list(basis?.number),
    issuer: list(basis?.issuer),
    date: list(basis?.date),
    validFrom: list(known.validFrom?.value),
    validUntil: list(known.validUntil?.value),
    applyBy: list(known.applyBy?.value),
    eligibility: list(known.eligibility?.value),
    exclusions: list(known.exclusions?.value),
    benefit: list(known.benefit?.value),
    documents: list(known.documents?.value),
    steps: steps
      .filter(({ title }) => !title.startsWith('【待写】'))
      .map(({ title, detail = '' }) => `${title} ${detail}`),
    where: steps.flatMap(({ where }) => list(where)),
    phones: list(phones),
  };
}

/** Papers named in one line are several. */
const expectedOf = (name: string, value: unknown) =>
  list(value).flatMap((each) => (name === 'documents' ? each.split('、') : [each]));

test('of 48 notices by other hands most fields are found, and few are wrong', async () => {
  expect(notices).toHaveLength(48);
  let [right, wrong, missed] = [0, 0, 0];
  const mistakes: string[] = [];
  for (const { lines, fields } of notices) {
    for (const [name, values] of Object.entries(await foundIn(lines))) {
      const expected = expectedOf(name, fields[name]).map(bare);
      const [allFound, allExpected] = [bare(values.join('')), expected.join('')];
      const misses = expected.filter((each) => !allFound.includes(each));
      const extras = values.filter((value) => {
        const own = bare(value);
        return !allExpected.includes(own) && !expected.some((each) => own.includes(each));
      });
      right += expected.length - misses.length;
      missed += misses.length;
      wrong += extras.length;
      if (misses.length + extras.length > 0) {
        mistakes.push(`${lines[0]} ${name}: wrong ${extras.join(' | ')} missed ${misses.join(' | ')}`);
      }
    }
  }
  expect(right / (right + missed), mistakes.join('\n')).toBeGreaterThanOrEqual(MIN_FOUND);
  expect(wrong / (right + wrong), mistakes.join('\n')).toBeLessThanOrEqual(MAX_WRONG);
});
