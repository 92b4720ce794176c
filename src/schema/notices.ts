/** A dated notice: an event at a place on a day, and then it has ended. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { chronological, withCrossFieldRules } from './cross-field-rules.ts';
import { field, reference } from './field.ts';
import { dateOrTime, MAX_LONG_TEXT_LENGTH, oneOf, text } from './field-types.ts';
import { noticeKinds } from './notice-kinds.ts';
import { textWithRates } from './rate-text.ts';
import { aliases, contacts, draft, inherits, places, publishOn, summary, title } from './shared-fields.ts';

export const noticeSchema = withCrossFieldRules(
  z.strictObject({
    /** The title of the page. */
    title: title(40, '腊月初八免费量血压'),
    /** One sentence on subject, date and audience. */
    summary: summary(120, '镇卫生院来村里给老人免费量血压，不用预约。'),
    /** The kind of notice. */
    kind: field(oneOf(noticeKinds), { label: '哪一类', help: '从几类里选一个。', example: 'clinic' }),
    /** The start, Beijing time. */
    starts: field(dateOrTime(), {
      label: '什么时候开始',
      help: '日期，有钟点就写上，北京时间。',
      example: '2027-01-15 09:00',
    }),
    /** The end, Beijing time. */
    ends: field(dateOrTime().optional(), {
      label: '什么时候结束',
      help: '一天就完的可以不写。',
      example: '2027-01-15 11:30',
    }),
    /** Last moment to sign up, Beijing time. */
    deadline: field(dateOrTime().optional(), {
      label: '报名截止',
      help: '要报名的才写。',
      example: '2027-01-10',
    }),
    /** The place. */
    where: field(text(MAX_LONG_TEXT_LENGTH), {
      label: '在哪里',
      help: '说到能找着的地方。',
      example: '村委会院里',
    }),
    /** The places that it concerns; absent: the whole county. */
    places,
    /** Telephone contacts. */
    contacts,
    /** The pay, for jobs. */
    pay: field(textWithRates(MAX_LONG_TEXT_LENGTH).optional(), {
      label: '给多少钱',
      help: '招工才写，照招工单位说的写。',
      example: '每天150元，管一顿饭',
    }),
    /** The number of places. */
    seats: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
      label: '多少名额',
      help: '只写数字就是人数。',
      example: '30',
    }),
    /** Related policies. */
    policies: field(z.array(reference('policies')).optional(), {
      label: '相关政策',
      help: '写 policies 文件夹里的文件名（不带 .mdx）。',
      example: ['gong-yi-gang-wei'],
    }),
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
  chronological('starts', 'ends'),
  chronological('deadline', 'ends'),
);

export type NoticeData = z.infer<typeof noticeSchema>;
