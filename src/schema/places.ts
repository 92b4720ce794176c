/** A place: the county, a town or a village, each inside another. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { withCrossFieldRules } from './cross-field-rules.ts';
import { field, reference } from './field.ts';
import { MAX_SHORT_TEXT_LENGTH, oneOf, text } from './field-types.ts';
import { splitReading } from './place-reading.ts';
import { recordId } from './record-id.ts';
import { inherits, recordTitle } from './shared-fields.ts';

const fields = z.strictObject({
  /** The id that documents refer to, and its address. */
  id: recordId('tuan-bai'),
  /** Its name. */
  name: recordTitle(MAX_SHORT_TEXT_LENGTH, '团柏乡'),
  /** Its reading, if it is another than that of its characters. */
  reading: field(
    text(MAX_SHORT_TEXT_LENGTH)
      .regex(/^[a-z]+(?: [a-z]+)*$/, {
        error: (issue) =>
          `「${String(issue.input)}」不全是小写字母，打拼音的人搜不到。只写小写字母，不写声调，ü 写成 v，比如 hongtong`,
      })
      .optional(),
    {
      label: '怎么念',
      help: '当地人怎么念，写拼音：只用小写字母，不写声调，ü 写成 v。念法和字典一样的不用写。打拼音搜、按拼音找，都按它。',
      example: 'hongtong',
    },
  ),
  /** The place that contains it. */
  parent: field(reference('places').optional(), {
    label: '属于哪里',
    help: '上一级地方的 id。县不用写。',
    example: 'fen-xi',
  }),
  /** County, town or village. */
  kind: field(oneOf({ county: '县', town: '乡镇', village: '村' }), {
    label: '哪一级',
    help: '县、乡镇或村。',
    example: 'town',
  }),
  /** Findings of guessing rules that a person has confirmed. */
  confirmed,
  /** Whether what the file does not say comes from the base. */
  inherits,
});

export const placeSchema = withCrossFieldRules(fields, readingFits);

/** Reports a reading that has not one syllable for each character of the name. */
function readingFits(data: object, context: z.core.$RefinementCtx): void {
  const { name, reading } = data as { name?: unknown; reading?: unknown };
  if (typeof name !== 'string' || typeof reading !== 'string' || !/^[a-z ]+$/.test(reading)) return;
  if (splitReading(name, reading).length > 0) return;
  context.addIssue({
    code: 'custom',
    path: ['reading'],
    message: `「${reading}」和「${name}」对不上：一个字要有一个音，打拼音的人才搜得到。照当地念法一个字一个字写，比如洪洞写 hongtong`,
  });
}

export type PlaceData = z.infer<typeof placeSchema>;
