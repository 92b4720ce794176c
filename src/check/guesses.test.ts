/** Guesses about people take time linear in the length of a text, whatever its content. */
import { describe, expect, test } from 'vitest';
import { isAboutChild } from './child-story.ts';
import { homesIn } from './homes/index.ts';
import { houseAddressesIn } from './homes/numbered.ts';
import { leadingName, namesInTable } from './name-lists.ts';
import { childrenIn } from './private-facts/children.ts';
import { minorsInTable } from './private-facts/children-in-tables.ts';
import { helpListsIn } from './private-facts/help-lists.ts';
import { sensitiveFactsIn } from './private-facts/sensitive-facts.ts';
import { privateNumbersIn } from './private-numbers/index.ts';
import { parseDelimited } from './tables.ts';

const YEAR = 2026;
const works: Record<string, (text: string) => unknown> = {
  lists: (text) => leadingName(text),
  tables: (text) => [namesInTable(parseDelimited(text), true), minorsInTable(parseDelimited(text), YEAR)],
  houses: (text) => houseAddressesIn(text),
  'lists of help': (text) => helpListsIn(text, '低保'),
  children: (text) => childrenIn(text, YEAR),
  facts: (text) => sensitiveFactsIn(text),
  homes: (text) => homesIn(text),
  numbers: (text) => privateNumbersIn(text, { year: YEAR }),
  stories: (text) => isAboutChild([text], '王明', YEAR),
};
const worst = [
  '王明，今年',
  '王',
  '王明、',
  '刚',
  '9岁',
  '村5组',
  '村',
  '号',
  '王 ',
  '（',
  '年级',
  '小学生王',
  '王明离婚，',
  '王明残疾、',
  '王明住在隔壁',
  '家住村口',
  '领款人：王明',
  '电话138号',
  '1O',
  '①',
  '·阿',
];

describe.each(Object.entries(works))('%s', (_, work) => {
  test.each(worst)(
    'the time for %j grows linearly with its length',
    (piece) => {
      const millisecondsOf = (length: number) => {
        const text = `王明${piece.repeat(length / piece.length)}好。`;
        const began = process.cpuUsage();
        work(text);
        return process.cpuUsage(began).user / 1000;
      };
      millisecondsOf(5_000);
      const ratio = () => millisecondsOf(100_000) / Math.max(10, millisecondsOf(25_000));
      const first = ratio();
      // Retried once because of noise on a busy machine.
      expect(first < 10 ? first : ratio()).toBeLessThan(10);
    },
    120_000,
  );
});
