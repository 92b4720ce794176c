import { expect, test } from 'vitest';
import { sensitiveFactsIn } from './sensitive-facts.ts';

test.each([
  '康复科、肾内科、神经内科从下月起能住院。',
  '连花清瘟、小柴胡颗粒、板蓝根、蒲地蓝，药店有卖。',
  '三七、天麻、云木香、当归，药市一周报一次价。',
])('an editor may list things of which one looks like a name: %s', (text) => {
  expect(sensitiveFactsIn(text)).toEqual([]);
});

test.each([
  ['她和丈夫、儿子、李建国都查出了乙肝。', '李建国'],
  ['村干部、邻居、周大勇的儿子都知道周大勇得了癌症。', '周大勇'],
])('a person in a series with others is found: %s', (text, name) => {
  expect(sensitiveFactsIn(text).map((fact) => fact.name)).toContain(name);
});
