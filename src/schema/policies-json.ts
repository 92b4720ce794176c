/** The form of `/policies.json`, and its JSON Schema: the fields of a policy from their one schema, with their Chinese words. */
import { z } from 'zod';
import { contactSchema } from './contacts.ts';
import { wordsOf } from './field.ts';
import { date, MAX_LONG_TEXT_LENGTH, text, webAddress } from './field-types.ts';
import { policySchema } from './policies.ts';

/** The statuses of a policy on a day; `policyStatuses` of src/documents/status.ts, which a test compares. */
export const publishedStatuses = ['active', 'ending-soon', 'ask-first', 'upcoming', 'ended'] as const;

const named = z.strictObject({ id: z.string(), title: z.string() });
const { confirmed: _contact, ...contactFields } = contactSchema.shape;
const { draft, publishOn, confirmed, aliases, audio, ...policyFields } = policySchema.shape;

const publishedPolicy = z.strictObject({
  ...policyFields,
  id: z.string().describe('文件名'),
  url: webAddress().describe('网页的网址'),
  shortUrl: webAddress().describe('短网址'),
  publishedOn: date().describe('第一次发布的日子'),
  status: z.enum(publishedStatuses).describe('在 day 那天的状态'),
  action: named,
  audiences: z.array(named),
  places: z.array(z.strictObject({ id: z.string(), name: z.string() })).optional(),
  contacts: z.array(z.strictObject(contactFields)),
  body: z.string().describe('正文，纯文字'),
});

/** The whole file. */
export const policiesFileSchema = z.strictObject({
  $schema: webAddress(),
  site: z.strictObject({ name: text(MAX_LONG_TEXT_LENGTH), url: webAddress() }),
  day: date().describe('状态和数按哪一天算，YYYY-MM-DD，北京时间'),
  policies: z.array(publishedPolicy),
});

/** The JSON Schema of the file, draft 2020-12. */
export function policiesJsonSchema(): object {
  return z.toJSONSchema(policiesFileSchema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const words = wordsOf(zodSchema);
      if (words === undefined) return;
      jsonSchema.title = words.label;
      jsonSchema.description = words.help;
    },
  });
}
