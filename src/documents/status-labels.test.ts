/** A result of the search has the label of its page. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noticeStatusLabel, policyStatusLabel } from './status-labels.ts';
import { noticeStatusWords, policyStatusWords } from './status-words.ts';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
const moment = fc.oneof(
  day,
  fc.tuple(day, fc.constantFrom('08:00', '12:30', '18:00')).map((parts) => parts.join(' ')),
);

test('of a notice at any moment', () => {
  const period = fc.record({ starts: moment, ends: fc.option(moment), deadline: fc.option(moment) });
  fc.assert(
    fc.property(period, moment, ({ starts, ends, deadline }, now) => {
      const notice = { starts, ends: ends ?? undefined, deadline: deadline ?? undefined };
      expect(noticeStatusLabel(notice, now)).toBe(noticeStatusWords(notice, now).label);
    }),
    { numRuns: 2000 },
  );
});

test('of a policy on any day', () => {
  const period = fc.record({
    validFrom: fc.option(day),
    validUntil: fc.option(day),
    localTerms: fc.constantFrom(undefined, 'unknown'),
  });
  fc.assert(
    fc.property(period, day, ({ validFrom, validUntil, localTerms }, today) => {
      const policy = { validFrom: validFrom ?? undefined, validUntil: validUntil ?? undefined, localTerms };
      expect(policyStatusLabel(policy, today)).toBe(policyStatusWords(policy, today).label);
    }),
  );
});
