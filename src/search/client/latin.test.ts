/** Suggestions for pinyin that no page has. */
import { expect, test } from 'vitest';
import { buildCharacterTables } from '../build-character-tables.ts';
import { createCharacterTables, SYLLABLES_FILE } from './character-tables.ts';
import { nearPinyin } from './latin.ts';

const table =
  buildCharacterTables()
    .find(({ path }) => path === SYLLABLES_FILE)
    ?.content.toString() ?? '';
const syllables = await createCharacterTables(async () => table).syllables();

test.each(['anzhi', 'taobao', 'shanghai', 'guahao', 'apple', 'google', 'qqwwvv', 'sfsb', 'xian'])(
  '%s is looked up as typed',
  (letters) => expect(nearPinyin(letters, syllables)).toEqual([]),
);

test.each([
  ['dibaoo', 'dibao'],
  ['canjirenn', 'canjiren'],
  ['yulujihau', 'yulujihua'],
  ['daikuanm', 'daikuan'],
  ['wubaofu', 'wubao'],
  ['wangxuping', 'xuping'],
  ['yanglaobaoxianhu', 'yanglaobaoxian'],
])('%s may have been %s', (letters, meant) => expect(nearPinyin(letters, syllables)).toContain(meant));
