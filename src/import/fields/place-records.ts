/** Finds which place records of the content a text is restricted to. */
import type { PlaceData } from '../../schema/places.ts';
import type { Prefilled } from '../../schema/starting-file.ts';
import { sentences } from './sentences.ts';

const SCOPE = /(?:适用|实施|执行|试点)(?:范围|区域|地区|地点|乡镇|村)\s*(?:为|是|[：:])|适用于|仅限/u;

/**
 * The records of the places to which a text is restricted: those that it names as its scope, the town or village that issued it, or
 * where a notice's event is held. None for the county itself, as a document without places is for all of it.
 */
export function placesField(
  {
    lines,
    issuer,
    venue,
  }: { lines: readonly string[]; issuer: string | undefined; venue?: string | undefined },
  places: readonly PlaceData[],
): Record<string, Prefilled> {
  const below = places.filter(({ kind }) => kind !== 'county');
  const named = (text: string) => {
    const found = below.filter(({ name }) => text.includes(name));
    // 永安镇神符村 is the village, and 上团柏村 does not name 团柏村.
    return found.filter(
      ({ id, name }) =>
        !found.some((other) => other.parent === id || (other.id !== id && other.name.includes(name))),
    );
  };
  const scope = sentences(lines).find((sentence) => SCOPE.test(sentence) && named(sentence).length > 0);
  for (const [text, certainty] of [
    [scope, 'stated'],
    [venue, 'sentence'],
    [issuer, 'position'],
  ] as const) {
    const found = named(text ?? '');
    if (found.length > 0)
      return { places: { value: found.map(({ id }) => id), from: `“${text}”`, certainty } };
  }
  return {};
}
