/**
 * What a site knows of its bases, content/bases.yml, written by the machine: what a base said where the site says something else. Without it nobody
 * could tell whether the base has changed since.
 */
import { z } from 'zod';

/** What a base said of one field or named part that the site changes. */
const saidEntry = z.strictObject({
  /** Collection and name of the file, `policies/di-bao`. */
  file: z.string(),
  /** The field; `body`, or `body#NAME` for a named part. */
  what: z.string(),
  /** As the base wrote it; absent if it said nothing. */
  text: z.string().optional(),
});

export const baseRecordsSchema = z.strictObject({
  said: z.array(saidEntry).optional(),
});

export type SaidEntry = z.infer<typeof saidEntry>;
export type BaseRecords = z.infer<typeof baseRecordsSchema>;
