/** Homes in a text: by a house number, by a resident's name and a place, or by landmarks. */
import { homesIn as describedHomesIn } from './described.ts';
import { locatedHomesIn } from './located.ts';
import { houseAddressesIn as numberedHomesIn } from './numbered.ts';
import { closeSpaces } from './spaced-numbers.ts';

export { homesInTable } from './described.ts';

/** A home: the words to quote, with their index in the text. */
export interface Home {
  words: string;
  index: number;
  /** Whether it is a postal address with a number. */
  isAddress: boolean;
}

/** The postal addresses of homes in a text. */
export function houseAddressesIn(text: string): Home[] {
  const { text: closed, indexIn } = closeSpaces(text);
  return numberedHomesIn(closed).map(({ address, index }) => ({
    words: address,
    index: indexIn(index),
    isAddress: true,
  }));
}

/** The homes of a text, by the most exact of the three ways that finds any. */
export function homesIn(text: string): Home[] {
  const addresses = houseAddressesIn(text);
  if (addresses.length > 0) return addresses;
  const { text: closed, indexIn } = closeSpaces(text);
  const described = describedHomesIn(closed);
  if (described.length > 0)
    return described.map(({ name, index }) => ({ words: name, index: indexIn(index), isAddress: false }));
  return locatedHomesIn(closed).map(({ words, index }) => ({
    words,
    index: indexIn(index),
    isAddress: false,
  }));
}
