/** A title is found in the list by its spoken pinyin. */
import { expect, test } from 'vitest';
import { letterPlace, OTHER_SCRIPTS, titleLetter } from './title-letter.ts';

test.each([
  ['重阳节给老人送温暖', 'C'],
  ['畜牧保险怎么买', 'X'],
  ['会计培训', 'K'],
  ['给付标准', 'J'],
  ['重新登记', 'C'],
  ['厦门招工', 'X'],
  ['藏药材种植', 'Z'],
  ['行业协会', 'H'],
  ['曾大妈种红薯', 'Z'],
  ['还款通知', 'H'],
  ['长辈版', 'Z'],
  ['种地', 'Z'],
  ['LPR', 'L'],
  ['《办法》', 'B'],
  ['1号', 'H'],
  ['Ékou', 'E'],
  ['Vahcuengh', 'V'],
  ['བོད་ཡིག་ 低保藏文版', OTHER_SCRIPTS],
  ['تۆۋەن كاپالەت', OTHER_SCRIPTS],
  ['ᠮᠣᠩᠭᠣᠯ', OTHER_SCRIPTS],
  ['ꆈꌠꁱꂷ', OTHER_SCRIPTS],
  ['2026', '#'],
])('%s is listed under %s', (title, letter) => expect(titleLetter(title)).toBe(letter));

test('titles in other scripts are sorted after Z, those without a letter before A', () => {
  const sorted = [OTHER_SCRIPTS, 'Z', 'A', '#'].sort((a, b) => letterPlace(a) - letterPlace(b));
  expect(sorted).toEqual(['#', 'A', 'Z', OTHER_SCRIPTS]);
});
