/**
 * The ledger of every address ever published, content/addresses.yml. The entry of a withdrawn address is never removed: it has the date,
 * the reason and the replacement, so that every address leads somewhere.
 */
import { z } from 'zod';
import { field } from './field.ts';
import { date, text } from './field-types.ts';

/** The maximum characters of the reason for a withdrawal. */
export const MAX_REASON_LENGTH = 80;

const address = () =>
  z.string().refine((value) => /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*$/.test(value), {
    error: (issue) => `「${issue.input}」不是站内地址，要以 / 开头、以 / 结尾`,
  });

const ledgerEntry = z.strictObject({
  /** The address, from the site's top. */
  address: field(address(), { label: '地址', help: '站内地址，从 / 写到 /。', example: '/policies/di-bao/' }),
  /** First day it was published. */
  since: field(date(), { label: '哪天发布的', help: '第一次发布的日子。', example: '2026-11-23' }),
  /** The day it was withdrawn. */
  withdrawn: field(date().optional(), { label: '哪天撤下的', help: '还在就不写。', example: '2027-03-01' }),
  /** Why it was withdrawn, for readers. */
  reason: field(text(MAX_REASON_LENGTH).optional(), {
    label: '为什么撤下',
    help: '一句话，读的人会看到。',
    example: '活动取消了。',
  }),
  /** The address that replaces it. */
  replacedBy: field(address().optional(), {
    label: '换成了哪里',
    help: '站内地址。',
    example: '/policies/lin-shi-jiu-zhu/',
  }),
});

export const ledgerSchema = z.array(ledgerEntry);

export type LedgerEntry = z.infer<typeof ledgerEntry>;
