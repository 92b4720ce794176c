/** Made places, contacts and words of the glossary. */
import type { PlaceData } from '../../../src/schema/places.ts';
import { cut, fill, type MadeCounty, madeName, sentence } from './county.ts';
import type { Dice } from './dice.ts';

/** A town of the county, or a village of one of the towns. */
export function madePlace(
  county: MadeCounty,
  dice: Dice,
  { id, parent }: { id: string; parent: string },
  kind: 'town' | 'village',
): PlaceData {
  return { id, name: `${madeName(county, dice, 2)}${kind === 'town' ? '镇' : '村'}`, parent, kind };
}

/** An office with a number that rings nowhere: no place has the code 0300. */
export function madeContact(county: MadeCounty, dice: Dice, number: number): Record<string, string> {
  return {
    name: fill('{village}{office}', county, dice),
    phone: `0300-${String(2_000_000 + number)}`,
    ...(dice.chance(0.6) && { hours: '周一到周五，上午8点到12点' }),
    ...(dice.chance(0.4) && { address: fill('{village}{office}一楼大厅', county, dice) }),
    for: cut(fill('{trade}{matter}的事，打这个电话', county, dice), 60),
  };
}

/** A word that the made texts do use, so that pages explain it where it stands. */
export function madeWord(county: MadeCounty, dice: Dice, { id, term }: { id: string; term: string }) {
  return { id, term, plain: sentence(county, dice) };
}
