/** All code for queries with digits or Latin letters. */
import { type AlphanumericParsers, alphanumericParsers } from '../alphanumeric.ts';
import { lookUpLatin } from './latin.ts';

export interface AlphanumericCode extends AlphanumericParsers {
  lookUpLatin: typeof lookUpLatin;
}

export const alphanumericCode: AlphanumericCode = { ...alphanumericParsers, lookUpLatin };
