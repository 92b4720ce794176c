/** A word of officialese with its plain meaning, which is shown at the word in a text. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { field, reference } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, oneOrMore, text } from './field-types.ts';
import { recordId } from './record-id.ts';
import { inherits } from './shared-fields.ts';

export const glossarySchema = z.strictObject({
  /** The id that other words refer to. */
  id: recordId('gong-shi'),
  /** The word, exactly as in texts. */
  term: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '官话',
    help: '文件上的叫法，和正文里出现的一模一样。',
    example: '公示',
  }),
  /** The same in plain words. */
  plain: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '大白话',
    help: '一句话，让没见过这个词的人听懂。',
    example: '把名单贴出来，让大家看看对不对。',
  }),
  /** Related words or policies. */
  see: field(oneOrMore(reference('glossary', 'policies')).optional(), {
    label: '再看看',
    help: '有关系的词的 id，或者政策的文件名。',
    example: 'shou-li',
  }),
  /** Findings of guessing rules that a person has confirmed. */
  confirmed,
  /** Whether what the file does not say comes from the base. */
  inherits,
});

export type GlossaryData = z.infer<typeof glossarySchema>;
