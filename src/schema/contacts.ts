/** A telephone number and its purpose. Only numbers of offices, never a private one. */
import { z } from 'zod';
import { confirmed } from './confirmed.ts';
import { field } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, MAX_SHORT_TEXT_LENGTH, phone, text } from './field-types.ts';
import { recordId } from './record-id.ts';
import { inherits, recordTitle } from './shared-fields.ts';

export const contactSchema = z.strictObject({
  /** The id that documents refer to. */
  id: recordId('tel-12345'),
  /** The office that answers. */
  name: recordTitle(MAX_SHORT_TEXT_LENGTH, '政务服务热线'),
  /** The number, as dialled. */
  phone: field(phone(), {
    label: '电话',
    help: '单位的电话，照能拨通的写。不写私人手机号。',
    example: '12345',
  }),
  /** Office hours. */
  hours: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '什么时候有人接',
    help: '拿得准才写。',
    example: '周一到周五，上午8点到12点',
  }),
  /** The address of the office. */
  address: field(text(MAX_LONG_TEXT_LENGTH).optional(), {
    label: '地址',
    help: '办公的地方。',
    example: '镇政府一楼大厅',
  }),
  /** The purpose of a call. */
  for: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '什么事打它',
    help: '一句话，说什么事情打这个电话。',
    example: '不知道该找谁，先打这个',
  }),
  /** Findings of guessing rules that a person has confirmed. */
  confirmed,
  /** Whether what the file does not say comes from the base. */
  inherits,
});

export type ContactData = z.infer<typeof contactSchema>;
