/** A person in a story is named as far as the person agreed, and no further. */
import { expect, test } from 'vitest';
import { displayName } from './display-name.ts';

test.each([
  ['the full name', { name: '徐平', show: 'full' as const }, '徐平'],
  ['only the surname', { name: '徐平', show: 'surname' as const }, '徐某'],
  ['only a double surname', { name: '欧阳小平', show: 'surname' as const }, '欧阳某'],
  [
    'another name, marked as an invented one',
    { name: '徐平', show: 'alias' as const, alias: '老李' },
    '老李（化名）',
  ],
])('%s', (_, person, shown) => expect(displayName(person)).toBe(shown));
