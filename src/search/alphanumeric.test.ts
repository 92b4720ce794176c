/** Queries without digits and Latin letters are answered without the code for these. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphanumericParsers } from './alphanumeric.ts';
import { isAlphanumeric, parseQuery } from './parse-query.ts';

const characters = [
  ...'低保怎么办养老金六七十岁今年满快了贷五万缺百千块第号电话转分机两三多',
  ...' 　，。-—+()（）〇零①Ⅳ％0９aＡzé',
];

test('a query is parsed the same without it, unless it is said to need it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 12 }), (chosen) => {
      const query = chosen.join('');
      if (!isAlphanumeric(query))
        expect(parseQuery(query, undefined)).toEqual(parseQuery(query, alphanumericParsers));
    }),
    { numRuns: 2000 },
  );
});

test.each(['12345', '０３５７', 'dibao', 'ＡＢ', '六十岁', '①'])('%s needs it', (query) =>
  expect(isAlphanumeric(query)).toBe(true),
);

test.each(['低保', '养老金怎么领', '三个孩子', 'བོད་ཡིག'])('%s does not', (query) =>
  expect(isAlphanumeric(query)).toBe(false),
);
