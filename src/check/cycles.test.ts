/** For any graph, each cycle is found once, and a chain that ends is no cycle. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles } from './cycles.ts';

test.each([
  ['itself', [['a', 'a']], [['a']]],
  [
    'one another',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [['a', 'b']],
  ],
  [
    'a circle behind a chain',
    [
      ['x', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ],
    [['a', 'b', 'c']],
  ],
  [
    'a chain that ends',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', undefined],
    ],
    [],
  ],
] as [string, [string, string | undefined][], string[][]][])('%s', (_, pairs, cycles) => {
  expect(findCycles(new Map(pairs))).toEqual(cycles);
});

test('a key is on a cycle exactly when following it leads back to it', () => {
  const graphs = fc.array(fc.option(fc.nat(19), { nil: undefined }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(graphs, (targets) => {
      const next = new Map(
        targets.map((to, key) => [String(key), to === undefined ? undefined : String(to)] as const),
      );
      const found = findCycles(next).flat().sort();
      const onCircle = [...next.keys()].filter((key) => {
        let at = next.get(key);
        for (let steps = 0; steps <= next.size && at !== undefined && at !== key; steps += 1)
          at = next.get(at);
        return at === key;
      });
      expect(found).toEqual(onCircle.sort());
    }),
  );
});
