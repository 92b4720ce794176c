/** A confirmation of a guess that no rule reports any more: it would hide the next one with the same words. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/unused-confirmation',
  severity: 'warning',
  finds: 'confirmed 里写了“看过的提醒”，现在却没有哪条提醒说到它。',
  why: '留着不管，以后真有问题也不会再提醒。',
  write: '照提醒里「」中的字写；那句话已经改掉的，把这一条删掉。',
  bad: [
    {
      fields: 'confirmed: [{rule: privacy/minor-name, text: ▶王小明, reason: 已经成年}]',
      body: '他今年32岁。',
    },
  ],
  good: [
    {
      fields: 'confirmed: [{rule: privacy/minor-name, text: 王小明, reason: 故事里编的名字}]',
      body: '王小明今年12岁。',
    },
  ],
  // Reported by the engine, which has the findings of all rules.
};
