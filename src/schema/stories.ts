/**
 * A success story: a real person, who agreed to it or is already in print. Villagers believe a neighbour
 * before they believe a document.
 */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { requiredWhen, withCrossFieldRules } from './cross-field-rules.ts';
import { field, reference } from './field.ts';
import { date, MAX_LONG_TEXT_LENGTH, oneOf, text, webAddress, yesOrNo } from './field-types.ts';
import {
  action,
  aliases,
  draft,
  image,
  inherits,
  policies,
  publishOn,
  summary,
  title,
} from './shared-fields.ts';

const person = z.strictObject({
  /** The real name; how much of it is shown depends on `show`. */
  name: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '姓名',
    help: '真实姓名。怎么显示看下一项。',
    example: '徐平',
  }),
  /** The visible part of the name. */
  show: field(oneOf({ full: '全名', surname: '只写姓', alias: '用化名' }), {
    label: '怎么显示',
    help: '本人不愿意露全名，就选只写姓或用化名。',
    example: 'surname',
  }),
  /** The name shown instead, for `show: alias`. */
  alias: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '化名',
    help: '选了用化名才写。',
    example: '老李',
  }),
  /** Whether the person is under 18: then the guardian must have consented, and the full name is not shown. */
  minor: field(yesOrNo().optional(), {
    label: '不满18岁吗',
    help: '不满18岁就写 true：要监护人同意，不露全名。',
    example: true,
  }),
});

const consent = z.strictObject({
  /** The form of consent. */
  kind: field(oneOf({ written: '本人书面同意', 'published-source': '已经公开报道过' }), {
    label: '凭什么能写',
    help: '写别人的事，要本人书面同意，或者报纸上已经公开登过。',
    example: 'written',
  }),
  /** Date of consent. */
  date: field(date().optional(), { label: '哪天同意的', help: '书面同意上的日期。', example: '2026-11-01' }),
  /** Date of the guardian's consent, if the person is under 18. */
  guardian: field(date().optional(), {
    label: '监护人哪天同意的',
    help: '写的是不满18岁的人，必须写。',
    example: '2026-11-01',
  }),
});

const source = z.strictObject({
  /** Headline of the report. */
  title: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '报道标题',
    help: '照原来的写。',
    example: '汾西六大行动激发群众脱贫摘帽内生动力',
  }),
  /** The publisher. */
  publisher: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '哪里登的',
    help: '报纸或网站的名字。',
    example: '临汾新闻网',
  }),
  /** Date of publication. */
  date: field(date(), { label: '哪天登的', help: '登出来的日子。', example: '2019-05-30' }),
  /** The address of the report. */
  url: field(webAddress().optional(), {
    label: '网址',
    help: '有就写。',
    example: 'https://www.example.cn/news',
  }),
});

export const storySchema = withCrossFieldRules(
  z.strictObject({
    /** The title of the page. */
    title: title(40, '不再打零工：徐平进厂了'),
    /** One sentence on the story. */
    summary: summary(120, '原来打零工挣不了几个，跟着县里去了铝厂上班。'),
    /** The person of the story. */
    person: field(person, {
      label: '写的是谁',
      help: '一个真人。编出来的故事不能上网。',
      example: { name: '徐平', show: 'surname' },
    }),
    /** The place of the story. */
    place: field(reference('places').optional(), {
      label: '哪里的事',
      help: 'places 里的一个 id。',
      example: 'tuan-bai',
    }),
    /** Date of the event or the report. */
    date: field(date(), { label: '哪天的事', help: '事情的日子，或者报道的日子。', example: '2019-05-30' }),
    /** The county action of the story. */
    action,
    /** The policies of the story. */
    policies,
    /** The basis for naming the person. */
    consent: field(consent, {
      label: '同意',
      help: '没有同意也没有公开报道的，不能写。',
      example: { kind: 'written', date: '2026-11-01' },
    }),
    /** The report that the story is based on; required for `published-source`. */
    source: field(source.optional(), {
      label: '出处',
      help: '从公开报道来的必须写。话要自己重新说，不能照抄。',
      example: { title: '报道的标题', publisher: '临汾新闻网', date: '2019-05-30' },
    }),
    /** A sentence said by the person. */
    quote: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
      label: '原话',
      help: '本人说过的一句话。没有就不写，不能编。',
      example: '在家门口就能挣钱。',
    }),
    /** A picture. */
    image,
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
  requiredWhen('source', 'consent.kind', 'published-source', '从公开报道来的故事，要写出处'),
  requiredWhen('person.alias', 'person.show', 'alias', '选了用化名，却没有写化名'),
);

export type StoryData = z.infer<typeof storySchema>;
