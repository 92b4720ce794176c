/** What may have been meant by pinyin that no page has. */
import { expect, test } from 'vitest';
import { characterTables } from '../characters.ts';
import { nearPinyin } from './latin.ts';
import { createReadings, SYLLABLES_FILE } from './readings.ts';

const table =
  characterTables()
    .find(({ path }) => path === SYLLABLES_FILE)
    ?.content.toString() ?? '';
const syllables = await createReadings(async () => table).syllables();

test.each(['anzhi', 'taobao', 'shanghai', 'guahao', 'apple', 'google', 'qqwwvv', 'sfsb', 'xian'])(
  '%s is taken at its word',
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
