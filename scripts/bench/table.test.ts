import { expect, test } from 'vitest';
import { asTable } from './table.ts';

test('figures are a table that can be put into the front door as it is', () => {
  expect(asTable([{ engine: 'A', firstBytes: 1234, ms: 0.98765 }])).toBe(
    '| engine | first bytes | ms    |\n| ---    | ---         | ---   |\n| A      | 1234        | 0.988 |\n',
  );
});
