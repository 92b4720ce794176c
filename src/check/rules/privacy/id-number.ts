/** Identity card numbers: 18 digits with a birthday and a check digit (GB 11643-1999), or 15 if the text says so. */
import { forEachNumber, redact } from '../../number-checks.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/id-number',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '身份证号（连校验位一起算，文号、编号不算）。',
  why: '号码一上网就收不回来，会被人拿去贷款、办卡、行骗。',
  write: '整个删掉。要说明是谁，写“王某”就够了。',
  bad: [
    '王某，身份证▶11010519491231002X。',
    { body: '照着做。', fields: '# ▶440524 19800101 0013\norder: 1', shown: '# 440524 19800101 0013' },
    { fields: 'summary: "号是▶１１０１０５１９４９１２３１００２Ｘ。"' },
    '号是▶1101 0519 4912 3100 2X。',
    '号是▶110105　1949–1231–002X。',
    '号是▶110105**19491231**002X。',
    '身份证▶110105491231002，老的。',
    '念一遍：▶一一零幺零五一九四九一二三一零零二X。',
    '出生地码▶110105，生日19491231，后四位002X，就是王某的身份证。',
    '▶1101051949\n1231002X。',
    '老证上的号码▶110105491231002，15位的。',
    '残疾人证号是▶11010519491231002143。',
    '身份证号▶110105194912310021，抄错了一位。',
    {
      body: '| 身份证前六位 | 出生 | 后四位 |\n| --- | --- | --- |\n| ▶110105 | 19491231 | 002X |',
      shown: '| 110105 | 19491231 | 002X |',
    },
    {
      publicFiles: { 'a.yml': 'wang: 11010519491231002X\n' },
      expected: ['public/a.yml:1:7'],
      shown: 'public/a.yml 里有身份证号',
    },
    {
      publicFiles: { '11010519491231002X.txt': '照片说明' },
      expected: ['public/11010519491231002X.txt:1:1'],
      shown: 'public/11010519491231002X.txt',
    },
  ],
  good: [
    '文件编号110105194912310021，不是身份证。',
    '备案号 14102902000000 号。',
    '带上身份证。',
    '统一社会信用代码 511402206112310027。',
    '身份证和订单号110105491231002都带上。',
  ],
  ...forEachNumber(
    'id-number',
    (digits) =>
      `这里有一个身份证号（${redact(digits)}），上了网就收不回来，会害了这个人。请整个删掉，只写“王某”这样的称呼。`,
  ),
};
