/** Suggestions for pinyin that no page has. */
import { expect, test } from 'vitest';
import { buildCharacterTables } from '../build-character-tables.ts';
import { normalizePinyin } from '../tokenizer.ts';
import { createCharacterTables, SYLLABLES_FILE } from './character-tables.ts';
import { correctionsOf } from './latin.ts';

const table =
  buildCharacterTables()
    .find(({ path }) => path === SYLLABLES_FILE)
    ?.content.toString() ?? '';
const syllables = await createCharacterTables(async () => table).syllables();

test.each(['anzhi', 'taobao', 'shanghai', 'guahao', 'apple', 'google', 'qqwwvv', 'sfsb', 'xian'])(
  '%s is looked up as typed',
  (letters) => expect(correctionsOf(letters, syllables).flat()).toEqual([]),
);

test.each([
  ['dibaoo', 'dibao'],
  ['canjirenn', 'canjiren'],
  ['yulujihau', 'yulujihua'],
  ['daikuanm', 'daikuan'],
  ['wubaofu', 'wubao'],
  ['wangxuping', 'xuping'],
  ['yanglaobaoxianhu', 'yanglaobaoxian'],
  // Valid pinyin with a slip in it: two letters swapped, one left out.
  ['yulujiuha', 'yulujihua'],
  ['yulujiua', 'yulujihua'],
  ['tuigenghuanin', 'tuigenghuanlin'],
  ['canjirenbutei', 'canjirenbutie'],
])('%s may have been %s', (letters, meant) =>
  expect(correctionsOf(letters, syllables).flat()).toContain(normalizePinyin(meant)),
);
