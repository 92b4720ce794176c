/**
 * Parses what only queries with digits or Latin letters have: telephone numbers and ages. With the search for pinyin it is a tenth of the code
 * on the phone, which loads it for these queries and after the first answer.
 */
import { ageToken, askedAges } from './ages.ts';
import { askedTelephones, type Telephone, telephoneQueryTokens, withoutTelephones } from './telephones.ts';

/** A telephone number of a query, and the tokens to look it up by. */
export interface AskedTelephone extends Telephone {
  tokens: string[];
}

/** Parses the parts of a query that need digits or Latin letters. */
export interface AlphanumericParsers {
  telephonesOf(query: string): AskedTelephone[];
  withoutTelephones(query: string, telephones: readonly Telephone[]): string;
  /** The tokens of the ages in a query, and the query with spaces in their place. */
  agesOf(query: string): { tokens: string[]; rest: string };
}

export const alphanumericParsers: AlphanumericParsers = {
  telephonesOf: (query) =>
    askedTelephones(query).map((telephone) => ({ ...telephone, tokens: telephoneQueryTokens(telephone) })),
  withoutTelephones,
  agesOf(query) {
    const { ages, rest } = askedAges(query);
    return { tokens: ages.map(ageToken), rest };
  },
};
