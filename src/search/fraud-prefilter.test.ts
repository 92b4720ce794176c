/** The prefilter lets every query about fraud through, and few others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksAboutFraud, fraudWords } from './fraud.ts';
import { fraudCombinations } from './fraud-combinations.ts';
import { fraudPatterns } from './fraud-patterns.ts';
import { mayAskAboutFraud } from './fraud-prefilter.ts';
import { mattersOf } from './national-lines.ts';

describe('a query with words of fraud passes', () => {
  test.each(fraudWords)('with the word %s', (word) => expect(mayAskAboutFraud(word)).toBe(true));

  // Without look-aheads, which the generator does not know, a pattern matches more texts; all of them pass.
  const withoutLookAheads = ({ source }: RegExp) =>
    source.replace(/\(\?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '').replace(/\[\^\]/g, '.');
  const patterns = fraudPatterns.map(withoutLookAheads);
  test.each(patterns)('with any text of the pattern %s', (pattern) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern)), (query) => {
        expect(mayAskAboutFraud(query)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  const combinations = fraudCombinations.map((texts) => texts.map(withoutLookAheads));
  test.each(combinations.map((texts) => [texts.join(' … '), texts] as const))(
    'with all texts of the combination %s',
    (_, texts) => {
      fc.assert(
        fc.property(
          fc.tuple(...texts.map((text) => fc.stringMatching(new RegExp(`^(?:${text})$`)))),
          (parts) => {
            expect(mayAskAboutFraud(parts.join('，'))).toBe(true);
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  test('with spaces, in full-width letters and with capitals', () => {
    for (const query of ['刷 流 水', 'ＥＴＣ认证失效', 'QQ 上有人找我借钱', '先 交 钱']) {
      expect(asksAboutFraud(query), query).toBe(true);
      expect(mayAskAboutFraud(query), query).toBe(true);
    }
  });
});

test('of other queries hardly one passes: the phone loads nothing for them', () => {
  const lines = ['12393', '12333', '12348', '12316', '12338', '12350', '12328', '12369', '95598', '12345'];
  const honest = lines.flatMap(mattersOf).filter((query) => !asksAboutFraud(query));
  const passing = honest.filter(mayAskAboutFraud);
  expect(honest.length).toBeGreaterThan(100);
  expect(passing.length / honest.length, passing.join(' ')).toBeLessThan(0.15);
});
