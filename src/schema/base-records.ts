/**
 * What a site knows of its bases, content/bases.yml, written by the machine: the version of a base that is a repository, so that every machine builds
 * the same and nothing changes by itself; and what a base said where the site says something else. Without it nobody could tell whether the base has
 * changed since.
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

/** The commit of the repository in `extends`. */
const pin = z.strictObject({
  /** The repository and the branch or tag, as `extends` has them. */
  repository: z.string(),
  ref: z.string().optional(),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, '要写 40 个字的提交号'),
});

export const baseRecordsSchema = z.strictObject({
  pin: pin.optional(),
  said: z.array(saidEntry).optional(),
});

export type Pin = z.infer<typeof pin>;
export type SaidEntry = z.infer<typeof saidEntry>;
export type BaseRecords = z.infer<typeof baseRecordsSchema>;
