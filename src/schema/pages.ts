/** A guide page, at the top of the site: how to use it, how to apply, whom to ring. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { consistent, laterThan } from './consistency.ts';
import { field } from './field.ts';
import { aliases, draft, order, reviewBy, reviewedOn, summary, title } from './shared-fields.ts';

export const pageSchema = consistent(
  z.strictObject({
    /** What the page is called. */
    title: title(40, '想申请，一步一步怎么走'),
    /** One sentence on what the page helps with. */
    summary: summary(120, '从打听清楚到领到钱，每一步做什么、找谁。'),
    /** Its place among the guides. */
    order: field(order.optional(), {
      label: '排在第几',
      help: '整数，小的排前面。不写就排在最后。',
      example: 1,
    }),
    /** When it was last checked line by line. */
    reviewedOn,
    /** When it must be checked again. */
    reviewBy,
    /** Former addresses, kept alive. */
    aliases,
    /** Not published while true. */
    draft,
    /** Guesses of the check that a person has looked at. */
    confirmed,
  }),
  laterThan('reviewedOn', 'reviewBy'),
);

export type PageData = z.infer<typeof pageSchema>;
