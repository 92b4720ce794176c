/** A query with a person's age finds the pages for that age. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageRanges, ageToken, ageTokens, askedAges } from './ages.ts';

describe('the ages that a page is for', () => {
  test.each<[string, [number, number][]]>([
    ['满60岁，按月领养老金', [[60, 100]]],
    ['年满六十周岁的老人', [[60, 100]]],
    ['80岁以上老人', [[80, 100]]],
    ['不满18岁的孩子', [[0, 17]]],
    ['未满十八周岁', [[0, 17]]],
    ['16到59岁', [[16, 59]]],
    ['16—59周岁', [[16, 59]]],
    ['以前要满18岁，不超过65岁。', [[18, 65]]],
    [
      '满60岁的老人、不满18岁的孩子',
      [
        [60, 100],
        [0, 17],
      ],
    ],
    ['68岁的武宗信', []],
    ['交够15年', []],
  ])('%s', (text, ranges) => {
    expect(ageRanges(text)).toEqual(ranges);
  });

  test('are found by each age between the limits, and by none five years outside', () => {
    const age = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(age, age, age, (one, other, asked) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const tokens = ageTokens(`${from}到${to}岁`);
        if (from < 5 && to > 94) return;
        if (asked >= from && asked <= to) expect(tokens).toContain(ageToken(asked));
        if (asked < from - 5 || asked > to + 5) expect(tokens).not.toContain(ageToken(asked));
      }),
    );
  });

  test('have no tokens if a page is for every age', () => {
    expect(ageTokens('0到100岁')).toEqual([]);
  });
});

describe('the age in a query', () => {
  test.each<[string, number[]]>([
    ['爸爸70岁每月领多少', [70]],
    ['爷爷七十多岁了', [70]],
    ['六十五岁', [65]],
    ['十八岁', [18]],
    ['我妈65了养老金', [65]],
    ['老妈今年59', [59]],
    ['老两口都过六十了', [60]],
    ['满60', [60]],
    ['今年10个名额', []],
    ['过20年', []],
    ['快30万', []],
    ['低保', []],
    ['12345', []],
  ])('%s: %j', (query, ages) => expect(askedAges(query).ages).toEqual(ages));

  test('leaves the rest of the query as it was', () => {
    expect(askedAges('爸爸70岁每月').rest.replace(/ +/, '|')).toBe('爸爸|每月');
  });
});
