/** Bank card numbers: an issuer's first digits and length with a valid check digit (Luhn). */
import { forEachNumber, redact } from '../../number-checks.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/bank-card',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '银行卡号（连校验位一起算）。',
  why: '卡号和姓名放在一起，钱就不安全了。',
  write: '整个删掉，写“打到本人的银行卡上”。',
  bad: [
    '打到▶6222021234567890128这张卡。',
    '卡号▶6222 0212 3456 7890 128。',
    '卡号▶6222　0212　3456　7890　128。',
    '账号NO▶6222021234567890128。',
    '账号A/C▶6222021234567890128。',
    '卡号前十位是▶6222021234，后九位是567890128。',
    '卡号▶6222021234567890129，抄错了一位。',
  ],
  good: [
    '钱打到银行卡上。',
    '编号6222021234567890123。',
    '订单号6222021234567890128。',
    '统一编号12345678901234567890。',
  ],
  ...forEachNumber(
    'bank-card',
    (digits) => `这里有一个银行卡号（${redact(digits)}），钱会不安全。请整个删掉，写“打到本人的银行卡上”。`,
  ),
};
