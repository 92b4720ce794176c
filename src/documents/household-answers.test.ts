/** A cadre sends an address with the answers of a household: whoever opens it sees the same, whatever a chat app has done to the link. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FactName, factNames, facts } from '../schema/facts.ts';
import { valuesOf, WHOLE_LINE } from './fact-values.ts';
import {
  type FactAnswer,
  fromFragment,
  type Household,
  knownOf,
  toFragment,
  UNSURE,
  withAnswer,
} from './household-answers.ts';

const places = [{ id: 'fen-xi' }, { id: 'bai-yi', parent: 'fen-xi' }];

const answerTo = (fact: FactName): fc.Arbitrary<FactAnswer> => {
  const unsure = fc.constant<FactAnswer>(UNSURE);
  if (facts[fact].kind === 'number') {
    const range = fc
      .tuple(fc.nat(1e9), fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: WHOLE_LINE.to }))
      .map(([from, size]) => ({ from, to: from + size }));
    return fc.oneof(unsure, range);
  }
  return fc.oneof(unsure, fc.constantFrom(...valuesOf(fact, { places })));
};
const answersOf = (scope: 'household' | 'person') =>
  fc.record(
    Object.fromEntries(
      factNames.filter((fact) => facts[fact].scope === scope).map((fact) => [fact, answerTo(fact)]),
    ),
    { requiredKeys: [] },
  );
const household: fc.Arbitrary<Household> = fc.record({
  shared: answersOf('household'),
  people: fc.array(answersOf('person'), { minLength: 1, maxLength: 5 }),
});

test('an address opens with the answers that it was sent with', () => {
  fc.assert(
    fc.property(household, (sent) => {
      const fragment = toFragment(sent);
      expect(fragment).toMatch(/^[A-Za-z0-9=&._~-]+$/);
      expect(fromFragment(`#${fragment}`, places)).toEqual(sent);
    }),
  );
});

test.each([
  ['no answers', '', undefined],
  ['another fragment', '#found', undefined],
  ['an unknown fact', '#jia=&ren=shoe.42_sex.female', { shared: {}, people: [{ sex: 'female' }] }],
  [
    'an unknown value',
    '#jia=&ren=sex.other_age.120-',
    { shared: {}, people: [{ age: { from: 120, to: WHOLE_LINE.to } }] },
  ],
  ['a range upside down', '#jia=&ren=age.9-3', { shared: {}, people: [{}] }],
  ['a number in words', '#jia=&ren=age.abc', { shared: {}, people: [{}] }],
  ['a fact of the household on a person', '#jia=&ren=household.di-bao', { shared: {}, people: [{}] }],
  ['a name of every object', '#jia=constructor.1&ren=toString.1', { shared: {}, people: [{}] }],
  [
    'members in another order',
    '#jia=household.tuo-pin~di-bao&ren=',
    { shared: { household: 'di-bao tuo-pin' }, people: [{}] },
  ],
] as const)('%s in an address harms nothing', (_, fragment, expected) => {
  expect(fromFragment(fragment, places)).toEqual(expected);
});

test('an address whose marks a chat app has encoded opens with the same answers', () => {
  const sent = '#jia=household.di-bao~tuo-pin&ren=age.120-160_sex.female';
  const encoded = sent.replace(/[~_=]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  expect(fromFragment(encoded, places)).toEqual(fromFragment(sent, places));
});

test('no address opens with more people than the page can show', () => {
  expect(fromFragment(`#jia=&${'ren=&'.repeat(500)}`, places)?.people).toHaveLength(20);
});

test('an answer about the household holds for every person, one about a person for nobody else', () => {
  const two: Household = { shared: {}, people: [{}, {}] };
  const both = withAnswer(withAnswer(two, 0, 'places', 'fen-xi'), 0, 'sex', 'female');
  expect(knownOf(both, 1, places)).toEqual({
    answers: { places: ['fen-xi', 'bai-yi'] },
    asked: new Set(['places']),
  });
  expect(knownOf(withAnswer(both, 0, 'sex', UNSURE), 0, places)).toEqual({
    answers: { places: ['fen-xi', 'bai-yi'] },
    asked: new Set(['sex', 'places']),
  });
});
