/** The changes on a page: first those on which somebody may already have acted, regardless of other edits. */
import { expect, test } from 'vitest';
import { type Change, changesToShow } from './history.ts';

const change = (day: string, why: string, fields: Change['fields'] = []): Change => ({ day, why, fields });
const contact = { id: 'tel', name: '民政股' };
const phone = { label: '电话', before: ['0357-5122345'], after: ['0357-5122346'] };

const told = (own: Change[], ofContact: Change[]) =>
  changesToShow(
    { 'policies/di-bao': own, 'contacts/tel': ofContact },
    { collection: 'policies', slug: 'di-bao', contacts: [contact] },
  );

test('a corrected telephone of a contact is shown to readers of the policy', () => {
  expect(told([], [change('2026-11-26', '改电话', [phone])])).toEqual([
    change('2026-11-26', '改电话', [{ ...phone, label: '民政股电话' }]),
  ]);
});

test('it is shown even if the words of the policy were edited three times since', () => {
  const edits = ['2026-11-27', '2026-11-27', '2026-11-26'].map((day) => change(day, '改文字'));
  const days = told(edits, [change('2026-11-20', '改电话', [phone])]).map(({ day }) => day);
  expect(days).toEqual(['2026-11-27', '2026-11-27', '2026-11-20']);
});

test('other changes of a contact are no change of the policy', () => {
  expect(told([], [change('2026-11-26', '改说明')])).toEqual([]);
});
