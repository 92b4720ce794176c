/** All cases of all families. */
import type { Case } from './case.ts';
import { garbled } from './garbled.ts';
import { hostile } from './hostile.ts';
import { privacyLookAlikes } from './privacy-look-alikes.ts';
import { privacyPeople } from './privacy-people.ts';
import { privacyPlants } from './privacy-plants.ts';
import { privacyTexts } from './privacy-texts.ts';
import { structure } from './structure.ts';

export const allCases: readonly Case[] = [
  ...privacyPlants,
  ...privacyLookAlikes,
  ...privacyPeople,
  ...privacyTexts,
  ...garbled,
  ...hostile,
  ...structure,
];
