/** Homes in a text: by a house number, by a resident's name and a place, or by landmarks. */
import { homesIn as describedHomesIn } from './described.ts';
import { locatedHomesIn } from './located.ts';
import { houseAddressesIn } from './numbered.ts';

export { homesInTable } from './described.ts';
export { houseAddressesIn } from './numbered.ts';

/** A home: the words to quote, with their index in the text. */
export interface Home {
  words: string;
  index: number;
  /** Whether it is a postal address with a number. */
  isAddress: boolean;
}

/** The homes of a text, by the most exact of the three ways that finds any. */
export function homesIn(text: string): Home[] {
  const addresses = houseAddressesIn(text);
  if (addresses.length > 0)
    return addresses.map(({ address, index }) => ({ words: address, index, isAddress: true }));
  const described = describedHomesIn(text);
  if (described.length > 0)
    return described.map(({ name, index }) => ({ words: name, index, isAddress: false }));
  return locatedHomesIn(text).map(({ words, index }) => ({ words, index, isAddress: false }));
}
