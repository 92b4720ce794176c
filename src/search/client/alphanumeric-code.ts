/** All code for queries with digits or Latin letters. */
import { alphanumericParsers } from '../alphanumeric.ts';
import type { AlphanumericParsers } from '../parse-query.ts';
import { lookUpLatin } from './latin.ts';

export interface AlphanumericCode extends AlphanumericParsers {
  lookUpLatin: typeof lookUpLatin;
}

export const alphanumericCode: AlphanumericCode = { ...alphanumericParsers, lookUpLatin };
