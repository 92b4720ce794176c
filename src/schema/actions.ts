/** One of the county's actions, to which a policy or story belongs, with its icon. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { field } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, MAX_SHORT_TEXT_LENGTH, text } from './field-types.ts';
import { recordId } from './record-id.ts';
import { icon, inherits, order, recordTitle } from './shared-fields.ts';

export const actionSchema = z.strictObject({
  /** The id that documents refer to, and its address. */
  id: recordId('jing-lao'),
  /** Its name. */
  title: recordTitle(MAX_SHORT_TEXT_LENGTH, '孝亲敬老'),
  /** Its purpose. */
  summary: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '做什么',
    help: '一句话，说能给乡亲们带来什么。',
    example: '吃饭、住房、看病、花钱、有人陪，五样都管。',
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

export type ActionData = z.infer<typeof actionSchema>;
