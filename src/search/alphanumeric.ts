/**
 * Parses what only queries with digits or Latin letters have: telephone numbers and ages. With the search for pinyin it is a tenth of the code
 * on the phone, which loads it for these queries and after the first answer.
 */
import { ageToken, askedAges } from './ages.ts';
import type { AlphanumericParsers } from './parse-query.ts';
import { askedTelephones, telephoneQueryTokens, withoutTelephones } from './telephones.ts';

export const alphanumericParsers: AlphanumericParsers = {
  telephonesOf: (query) =>
    askedTelephones(query).map((telephone) => ({ ...telephone, tokens: telephoneQueryTokens(telephone) })),
  withoutTelephones,
  agesOf(query) {
    const { ages, rest } = askedAges(query);
    return { tokens: ages.map(ageToken), rest };
  },
};
