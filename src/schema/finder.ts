/**
 * The questions of the finder 我家能办什么, content/finder.yml. A choice lists the groups of people or the policies that it leads to; the
 * questions and their wording are the editors' own.
 */
import { z } from 'zod';
import { uniqueBy } from './cross-field-rules.ts';
import { field, reference } from './field.ts';
import { slug, text } from './field-types.ts';

const TWO_ANSWERS = '点的人分不清选了哪一个';
const TWO_QUESTIONS = '两个问题会记成一个答案';

const choice = z.strictObject({
  /** Part of the address when it is chosen. */
  id: field(slug(), {
    label: '代号',
    help: '小写拼音字母、数字和短横线，会出现在网址里。',
    example: 'lao-ren',
  }),
  /** The label of the button; ends the sentence 因为您家… */
  label: field(text(20), { label: '选项', help: '读的人点的那几个字。', example: '有60岁以上的老人' }),
  /** The groups whose policies it leads to. */
  audiences: field(z.array(reference('audiences')).optional(), {
    label: '对应的人群',
    help: 'audiences 里的 id，这些人的政策都算。',
    example: ['lao-ren'],
  }),
  /** The policies it leads to. */
  policies: field(z.array(reference('policies')).optional(), {
    label: '对应的政策',
    help: 'policies 里的文件名。',
    example: ['yang-lao-bao-xian'],
  }),
});

const question = z.strictObject({
  /** Part of the address. */
  id: field(slug(), { label: '代号', help: '小写拼音字母、数字和短横线，会出现在网址里。', example: 'who' }),
  /** The question. */
  ask: field(text(24), { label: '问什么', help: '一句话，大家一看就懂。', example: '您家有谁？' }),
  /** The possible answers. */
  choices: field(
    z
      .array(choice)
      .min(1)
      .superRefine(uniqueBy('id', TWO_ANSWERS))
      .superRefine(uniqueBy('label', TWO_ANSWERS)),
    {
      label: '选项',
      help: '至少一个。',
      example: [{ id: 'lao-ren', label: '有60岁以上的老人', audiences: ['lao-ren'] }],
    },
  ),
});

export const finderSchema = z.array(question).superRefine(uniqueBy('id', TWO_QUESTIONS));

export type FinderQuestion = z.infer<typeof question>;
export type FinderChoice = z.infer<typeof choice>;
