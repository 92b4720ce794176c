/** The tokens that the page fetches shards for before the query is parsed. */
import { expect, test } from 'vitest';
import { alphanumericParsers } from '../alphanumeric.ts';
import { parseQuery } from '../parse-query.ts';
import { expectedTokens } from './expected-tokens.ts';

test.each([
  ['低保', ['低保']],
  ['公益岗位', ['公益', '益岗', '岗位']],
  ['低保怎么办', ['低保']],
  ['申请低保', ['低保']],
  ['我爸低保', ['低保']],
  ['大病救助金', ['大病', '病救', '救助', '助金']],
])('of %s are some that the query is looked up by', (query, tokens) => {
  expect(expectedTokens(query)).toEqual(tokens);
  expect(parseQuery(query, alphanumericParsers).words).toEqual(expect.arrayContaining(tokens));
});

test.each(['dibao', '12345', '低', '2.5万', '家里收入低怎么申请低保', '怎么申请', '低保 贷款'])(
  'of %s are none: it has to be parsed',
  (query) => expect(expectedTokens(query)).toEqual([]),
);
