/**
 * Parses what only queries with digits or Latin letters have: telephone numbers and ages. With the search for pinyin it is a tenth of the code
 * on the phone, which loads it for these queries and after the first answer.
 */
import { ageToken, askedAges } from './ages.ts';
import { type SplitNumber, splitNumberIn } from './split-number.ts';
import { askedTelephones, type Telephone, telephoneQueryTokens, withoutTelephones } from './telephones.ts';
import { wholeToken } from './tokenizer.ts';

/** A telephone number of a query, and the tokens to look it up by. */
export interface AskedTelephone extends Telephone {
  tokens: string[];
}

/** A number in groups of any length; the last of its tokens is for the last digits of a longer number. */
export type AskedSplitNumber = AskedTelephone & SplitNumber;

/** Parses the parts of a query that need digits or Latin letters. */
export interface AlphanumericParsers {
  telephonesOf(query: string): AskedTelephone[];
  splitNumberOf(query: string): AskedSplitNumber | undefined;
  withoutTelephones(query: string, telephones: readonly Telephone[]): string;
  /** The tokens of the ages in a query, and the query with spaces in their place. */
  agesOf(query: string): { tokens: string[]; rest: string };
}

export const alphanumericParsers: AlphanumericParsers = {
  telephonesOf: (query) =>
    askedTelephones(query).map((telephone) => ({ ...telephone, tokens: telephoneQueryTokens(telephone) })),
  splitNumberOf(query) {
    const number = splitNumberIn(query);
    return number && { ...number, tokens: [...telephoneQueryTokens(number), wholeToken(number.digits)] };
  },
  withoutTelephones,
  agesOf(query) {
    const { ages, rest } = askedAges(query);
    return { tokens: ages.map(ageToken), rest };
  },
};
