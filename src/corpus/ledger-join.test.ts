/** Addresses that two editors, or the server and an editor, add at the same time are all preserved. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { joinLedgers } from './ledger-join.ts';
import { withEntries } from './ledger-text.ts';

const HEAD = '# 所有发布过的网址。\n';
const entry = (address: string, more = '') => `- address: ${address}\n  since: 2026-11-23\n${more}`;

test('entries added on both sides are included once each, and comments are preserved', () => {
  const base = HEAD + entry('/a/');
  expect(
    joinLedgers({
      base,
      published: base + entry('/b/') + entry('/c/'),
      pushed: `${base}${entry('/c/')}  # 王\n${entry('/d/')}`,
    }),
  ).toBe(base + entry('/b/') + entry('/c/') + entry('/d/'));
});

test('an address that one side withdrew is withdrawn, also when the other added some', () => {
  const base = HEAD + entry('/a/') + entry('/b/');
  const withdrawn = HEAD + entry('/a/', '  withdrawn: 2027-01-01\n') + entry('/b/');
  const added = base + entry('/c/');
  const expected = withdrawn + entry('/c/');
  expect(joinLedgers({ base, published: added, pushed: withdrawn })).toBe(expected);
  expect(joinLedgers({ base, published: withdrawn, pushed: added })).toBe(expected);
});

test('one entry that both sides wrote differently is for a person to decide', () => {
  const base = HEAD + entry('/a/');
  const [published, pushed] = ['2027-01-01', '2027-02-02'].map(
    (day) => HEAD + entry('/a/', `  withdrawn: ${day}\n`),
  );
  expect(joinLedgers({ base, published: published ?? '', pushed: pushed ?? '' })).toBeUndefined();
});

test('a file without a list of addresses is left to git', () => {
  expect(joinLedgers({ base: '', published: '- a\n', pushed: entry('/a/') })).toBeUndefined();
});

test('no address of either side is ever lost, and none is duplicated', () => {
  const addresses = fc.uniqueArray(fc.constantFrom('/a/', '/b/', '/c/', '/d/', '/e/'));
  const eol = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(addresses, addresses, addresses, eol, (old, first, second, newline) => {
      const write = (list: string[]) =>
        list.length === 0
          ? ''
          : withEntries(
              HEAD.replace('\n', newline),
              list.map((address) => ({ address, since: '2026-11-23' })),
            );
      const [base, published, pushed] = [old, [...old, ...first], [...old, ...second]].map((list) =>
        write([...new Set(list)]),
      );
      const joined = joinLedgers({ base: base ?? '', published: published ?? '', pushed: pushed ?? '' });
      const found = ((parse(joined ?? '') ?? []) as { address: string }[]).map(({ address }) => address);
      expect(found.toSorted()).toEqual([...new Set([...old, ...first, ...second])].toSorted());
    }),
  );
});
