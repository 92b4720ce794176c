/** A group of people that policies are for, by its own name for itself. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { field } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, MAX_SHORT_TEXT_LENGTH, text } from './field-types.ts';
import { recordId } from './record-id.ts';
import { icon, inherits, order, recordTitle } from './shared-fields.ts';

export const audienceSchema = z.strictObject({
  /** The id that documents refer to, and its address. */
  id: recordId('lao-ren'),
  /** Its name. */
  title: recordTitle(MAX_SHORT_TEXT_LENGTH, '老人'),
  /** The offers for them. */
  summary: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '有什么',
    help: '一句话，说这些人在这里能找到什么。',
    example: '养老钱怎么领，没人照顾怎么办。',
  }),
  /** Its icon. */
  icon,
  /** Its position in lists. */
  order,
  /** Findings of guessing rules that a person has confirmed. */
  confirmed,
  /** Whether what the file does not say comes from the base. */
  inherits,
});

export type AudienceData = z.infer<typeof audienceSchema>;
