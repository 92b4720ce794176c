/**
 * A rate: an amount that a rule sets for a time, such as the standard of 低保. Policies take it from here, so that one change of the file
 * changes every text.
 */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { withCrossFieldRules } from './cross-field-rules.ts';
import { field } from './field.ts';
import {
  date,
  decimal,
  MAX_LONG_TEXT_LENGTH,
  MAX_SHORT_TEXT_LENGTH,
  text,
  webAddress,
} from './field-types.ts';
import { recordId } from './record-id.ts';
import { inherits, recordTitle } from './shared-fields.ts';

const source = z.strictObject({
  /** Name of the document or page. */
  title: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '文件名',
    help: '哪个文件或网页上写的。',
    example: '关于调整2026年城乡低保标准的通知',
  }),
  /** The issuing authority. */
  issuer: field(text(MAX_LONG_TEXT_LENGTH), { label: '谁发的', help: '发文的机关。', example: '市民政局' }),
  /** Its document number, as printed. */
  number: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '文号',
    help: '照文件上的写。',
    example: '民发〔2026〕1号',
  }),
  /** Date of issue. */
  date: field(date().optional(), { label: '哪天发的', help: '拿不准就不写。', example: '2026-06-20' }),
  /** The address of the full text. */
  url: field(webAddress().optional(), {
    label: '原文网址',
    help: '政府网站上的原文。拿不准就不写。',
    example: 'https://www.gov.cn/zhengce/',
  }),
});

const rateValue = z.strictObject({
  /** First day. */
  from: field(date(), { label: '哪天起', help: '从这天起按这个数。', example: '2026-07-01' }),
  /** Last day; absent: until the next value, or open. */
  until: field(date().optional(), {
    label: '到哪天',
    help: '最后一天。文件没说到哪天的不写：有下一个数，就到下一个数的前一天。',
    example: '2027-06-30',
  }),
  /** The amount, without its unit. */
  value: field(decimal(), { label: '多少', help: '只写数，不写单位。', example: 750 }),
  /** Where the amount is stated. */
  source: field(source, {
    label: '哪里写的',
    help: '没有出处的数不能上网。',
    example: { title: '关于调整2026年城乡低保标准的通知', issuer: '市民政局' },
  }),
});

const fields = z.strictObject({
  /** The id that documents refer to. */
  id: recordId('di-bao-biao-zhun'),
  /** Its name, for readers. */
  name: recordTitle(MAX_SHORT_TEXT_LENGTH, '城市低保标准'),
  /** The unit, said after the number. */
  unit: field(text(MAX_SHORT_TEXT_LENGTH), {
    label: '单位',
    help: '跟在数后面的字。按月按人的话写在句子里，不写在这里。',
    example: '元',
  }),
  /** Its values, oldest first. */
  values: field(z.array(rateValue).min(1), {
    label: '历年的数',
    help: '从早到晚写。调了标准，在最后加一个，旧的留着：网页上会说从多少改成了多少。',
    example: [
      {
        from: '2026-07-01',
        value: 750,
        source: { title: '关于调整2026年城乡低保标准的通知', issuer: '市民政局' },
      },
    ],
  }),
  /** Findings of guessing rules that a person has confirmed. */
  confirmed,
  /** Whether what the file does not say comes from the base. */
  inherits,
});

export const rateSchema = withCrossFieldRules(fields, valuesInOrder);

/** Reports a value that ends before it begins, or begins before the one above has ended. */
function valuesInOrder(data: object, context: z.core.$RefinementCtx): void {
  const { values } = data as { values?: unknown };
  if (!Array.isArray(values)) return;
  const days = (values as { from?: unknown; until?: unknown }[]).map((value) => ({
    from: dayOf(value?.from),
    until: dayOf(value?.until),
  }));
  const report = (index: number, name: string, message: string) =>
    context.addIssue({ code: 'custom', path: ['values', index, name], message });
  for (const [index, { from, until }] of days.entries()) {
    if (from && until && until < from) report(index, 'until', `到 ${until}，比哪天起（${from}）还早`);
    const before = days[index - 1];
    if (!from || !before?.from) continue;
    if (from <= before.from)
      report(index, 'from', `从 ${from} 起，不比上一个（${before.from}）晚，分不清按哪个数。从早到晚写`);
    else if (before.until && from <= before.until)
      report(index, 'from', `从 ${from} 起，上一个到 ${before.until} 才完，这几天有两个数。改掉一个日子`);
  }
}

const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export type RateData = z.infer<typeof rateSchema>;
export type RateValue = RateData['values'][number];
