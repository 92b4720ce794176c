/** A sheet has what fits on one page, and the number and place of the rest. */
import { expect, test } from 'vitest';
import type { PolicyData } from '../schema/policies.ts';
import { sheetContacts, sheetOf } from './print-sheet.ts';

const policy = (fields: Partial<PolicyData>) =>
  ({
    summary: '。',
    eligibility: ['穷'],
    benefit: ['钱'],
    steps: [{ title: '去' }],
    documents: [],
    ...fields,
  }) as PolicyData;
const steps = (count: number, detail: string) =>
  Array.from({ length: count }, (_, index) => ({
    title: `第${index + 1}步要做的事情`,
    detail,
    where: '便民服务中心',
  }));

test('a short policy is printed in full, in large print', () => {
  const sheet = sheetOf(policy({ steps: steps(3, '带上身份证') }));
  expect(sheet).toMatchObject({ print: 'large', steps: { more: 0 } });
  expect(sheet.steps.entries[2]).toEqual({
    title: '第3步要做的事情',
    where: '便民服务中心',
    detail: '带上身份证',
  });
});

test('a long one has only the titles of the steps', () => {
  const { print, steps: told } = sheetOf(policy({ steps: steps(45, '照着样子填好，再按上手印，慢慢来。') }));
  expect({ print, more: told.more, first: told.entries[0] }).toEqual({
    print: 'small',
    more: 0,
    first: { title: '第1步要做的事情', where: '便民服务中心' },
  });
});

test('the longest has as many steps as fit, and the number of the others', () => {
  const { steps: told } = sheetOf(policy({ steps: steps(200, '') }));
  expect(told.more).toBeGreaterThan(100);
  expect(told.entries.length + told.more).toBe(200);
});

test('every list has an entry, and no entry fills the sheet alone', () => {
  const wall = ['长'.repeat(400), '长'.repeat(400)];
  const sheet = sheetOf(
    policy({ eligibility: wall, exclusions: wall, benefit: wall, documents: wall, cost: wall[0] }),
  );
  for (const list of [sheet.eligibility, sheet.exclusions, sheet.benefit, sheet.documents]) {
    expect(list.entries[0]).toMatch(/^长{60}……$/);
  }
  expect(sheet.cost).toMatch(/^长{60}……$/);
});

test('four telephones, and the number of the others', () => {
  const contacts = Array.from({ length: 12 }, (_, index) => ({ name: `${index + 1}号` }));
  expect(sheetContacts(contacts)).toEqual({ entries: contacts.slice(0, 4), more: 8 });
});
