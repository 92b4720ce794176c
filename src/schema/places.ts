/** A place: the county, a town or a village, each inside another. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { field, reference } from './field.ts';
import { MAX_SHORT_TEXT_LENGTH, oneOf } from './field-types.ts';
import { recordId } from './record-id.ts';
import { recordTitle } from './shared-fields.ts';

export const placeSchema = z.strictObject({
  /** The id that documents refer to, and its address. */
  id: recordId('tuan-bai'),
  /** Its name. */
  name: recordTitle(MAX_SHORT_TEXT_LENGTH, '团柏乡'),
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
});

export type PlaceData = z.infer<typeof placeSchema>;
