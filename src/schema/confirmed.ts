/**
 * Findings that a person has checked and confirmed as correct text. Some rules guess: only a person can decide whether 王小明 is a child or
 * the name of a shop.
 */
import { z } from 'zod';
import { field } from './field.ts';
import { MAX_LONG_TEXT_LENGTH, oneOf, text } from './field-types.ts';

/** The rules that guess, and what each guesses. */
export const guessRules = {
  'privacy/minor-name': '孩子的全名',
  'privacy/minor-consent': '故事写的是孩子',
  'privacy/hidden-name': '也是平常词的真名',
  'privacy/house-address': '住户的门牌',
  'privacy/recipient-list': '领钱的人的名单',
  'privacy/sensitive-fact': '谁的病、官司、家事',
  'privacy/id-number': '写法特别的身份证号',
  'privacy/mobile-number': '写法特别的手机号',
  'privacy/bank-card': '写法特别的银行卡号',
  'text/lost-character': '问号、方块像是丢了的字',
  'text/misread-character': '像是认错的字',
  'text/mojibake': '像是乱码的词',
  'text/office-leftover': '讲表格的话里的公式',
  'text/reading-in-brackets': '字后面的拼音',
  'text/replacement-character': '像是乱码的符号',
  'text/traditional': '引号里的繁体字',
} as const;

export type GuessRule = keyof typeof guessRules;

/** The placeholder for the reason in the advice; copied unchanged, it is not a reason. */
export const REASON_TO_WRITE = '为什么可以写';

/** Whether a text is a reason and not the placeholder. */
export function isReason(text: string): boolean {
  return text.trim() !== '' && text.trim() !== REASON_TO_WRITE;
}

/** A reason in a person's own words. */
function reason() {
  return text(MAX_LONG_TEXT_LENGTH).refine((value) => value.trim() === '' || isReason(value), {
    error: () => `「${REASON_TO_WRITE}」要换成真的原因`,
  });
}

const confirmation = z.strictObject({
  /** The rule of the finding. */
  rule: field(oneOf(guessRules), {
    label: '哪条规则',
    help: '照提醒里的英文名写。',
    example: 'privacy/minor-name',
  }),
  /** The words of the finding. */
  text: field(text(MAX_LONG_TEXT_LENGTH), {
    label: '哪几个字',
    help: '照提醒里「」中的字写。',
    example: '王小明',
  }),
  /** Why the words are correct. */
  reason: field(reason(), {
    label: REASON_TO_WRITE,
    help: '一句话，谁看过、凭什么可以公开。',
    example: '已经成年，本人书面同意',
  }),
});

/** The confirmations of a file. */
export const confirmed = field(z.array(confirmation).min(1).optional(), {
  label: '看过的提醒',
  help: '检查只是猜的提醒（孩子的名字、门牌、名单、像是丢了的字），有人看过、确实可以写的，写在这里，以后不再提醒。',
  example: [{ rule: 'privacy/minor-name', text: '王小明', reason: '已经成年，本人书面同意' }],
});
