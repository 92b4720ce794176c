/** A guide page, at the top of the site: using the site, applying, telephone contacts. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { chronological, withCrossFieldRules } from './cross-field-rules.ts';
import { field } from './field.ts';
import { MAX_SHORT_TEXT_LENGTH, oneOf, texts } from './field-types.ts';
import {
  aliases,
  draft,
  inherits,
  order,
  publishOn,
  reviewBy,
  reviewedOn,
  summary,
  title,
} from './shared-fields.ts';

/** The kinds of question that have a page of their own. */
export const pageAnswers = { fraud: '是不是骗子' } as const;

export const pageSchema = withCrossFieldRules(
  z.strictObject({
    /** The title of the page. */
    title: title(40, '想申请，一步一步怎么走'),
    /** One sentence on the purpose of the page. */
    summary: summary(120, '从打听清楚到领到钱，每一步做什么、找谁。'),
    /** Its position among the guides. */
    order: field(order.optional(), {
      label: '排在第几',
      help: '整数，小的排前面。不写就排在最后。',
      example: 1,
    }),
    /** The kind of question that the page answers, shown in searches with such a question. */
    answers: field(oneOf(pageAnswers).optional(), {
      label: '专门回答哪一类',
      help: '防骗的那一页写 fraud：有人搜“手续费”“保证金”“是不是骗子”，先看到它，再看到别的。没有哪一页写，就按标题里有没有“骗”字来认。',
      example: 'fraud',
    }),
    /** The villagers' words for its subject. */
    keywords: field(texts(MAX_SHORT_TEXT_LENGTH).optional(), {
      label: '大家怎么问',
      help: '乡亲们会搜的说法，标题里没有的写在这里。',
      example: ['不识字', '字太小'],
    }),
    /** Date of the last line-by-line check. */
    reviewedOn,
    /** Date of the next check. */
    reviewBy,
    /** Former addresses, redirected to this one. */
    aliases,
    /** Not published while true. */
    draft,
    /** The first day on which it is published. */
    publishOn,
    /** Findings of guessing rules that a person has confirmed. */
    confirmed,
    /** Whether what the file does not say comes from the base. */
    inherits,
  }),
  chronological('reviewedOn', 'reviewBy'),
);

export type PageData = z.infer<typeof pageSchema>;
