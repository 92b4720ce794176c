/** An editor who sees an everyday word proposed sees where it comes from, and where nothing can be cited. */
import { expect, test } from 'vitest';
import { findReported, findScored, reportedWords, scoredWords, wordSources } from './official-words.ts';

test('each word of both tables names its source, and one without says that there is none', () => {
  const sources = [...reportedWords, ...scoredWords].map(({ source }) => source);
  expect(new Set(sources)).toEqual(new Set(Object.keys(wordSources)));
  expect(wordSources.usage).toContain('没有可引的出处');
});

test('a match has the source of its own word', () => {
  expect(findReported('请携带相关材料').map(({ word, source }) => [word, source])).toEqual([
    ['携带', 'usage'],
    ['相关材料', 'inspection'],
  ]);
  expect(findScored('赡养老人，留好凭据').map(({ source }) => source)).toEqual(['law', 'review']);
});
