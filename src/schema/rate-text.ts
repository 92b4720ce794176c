/** A text that takes rates. */
import type { z } from 'zod';
import { allowRates } from './field.ts';
import { limitedText } from './field-types.ts';
import { countCharacters } from './formats.ts';
import { replaceRates } from './rate-marks.ts';

/** An amount with its unit counts as this many characters: 12345元. */
const RATE_LENGTH = 6;

/** A text of at most `maxLength` characters that may contain rates, `{id}`. */
export function textWithRates(maxLength: number): z.ZodString {
  return allowRates(
    limitedText(maxLength, (value) => countCharacters(replaceRates(value, () => '0'.repeat(RATE_LENGTH)))),
  );
}
