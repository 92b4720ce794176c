/** A worked example of an amount whose result is another than that of the amount. */
import { amountRates, workOutAmount } from '../../../documents/amounts.ts';
import { askedQuestion, readAnswer } from '../../../documents/answers.ts';
import type { AmountData } from '../../../schema/amounts.ts';
import type { RateData } from '../../../schema/rates.ts';
import { examplePolicyAmount } from '../../example-amount.ts';
import type { Rule } from '../../rule.ts';

type Example = AmountData['examples'][number];

export const rule: Rule = {
  name: 'schema/amount-example',
  severity: 'error',
  stopsBuild: true,
  finds: 'amount 里的例子，按写的算法算出来是另一个数，或者答案对不上问题。',
  why: '算法和例子有一个写错了，乡亲们会照着错的数来要钱。',
  write: '照文件再算一遍：例子错了改 amount，算法错了改 parts。标准以后会调的，写上 on，说明是哪天的数。',
  bad: [
    { collection: 'policies', fields: examplePolicyAmount({ amount: '▶900' }) },
    { collection: 'policies', fields: examplePolicyAmount({ answers: '▶["10", "3"]' }) },
    { collection: 'policies', fields: examplePolicyAmount({ answers: '▶[十来亩]' }) },
  ],
  good: [{ collection: 'policies', fields: examplePolicyAmount({}) }],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      const amount = amountOf(source.document?.data);
      for (const [index, example] of (amount?.examples ?? []).entries()) {
        const found = amount && problemOf(amount, example, site.rates, site.today);
        if (!found) continue;
        const path = `amount.examples.${index}`;
        const offset = source.values.get(`${path}.${found.field}`) ?? source.values.get(path) ?? 0;
        report(source, offset, found.message);
      }
    }
  },
};

/** The amount of a policy; undefined for other documents. */
function amountOf(data: object | undefined): AmountData | undefined {
  return data && 'amount' in data ? (data.amount as AmountData | undefined) : undefined;
}

/** What is wrong with an example; undefined if it holds, or if its rates have no value on its day. */
function problemOf(
  amount: AmountData,
  { answers = [], on, amount: expected }: Example,
  rates: readonly RateData[],
  today: string,
): { field: string; message: string } | undefined {
  const questions = amount.questions ?? [];
  if (answers.length !== questions.length) {
    const asked = questions.map(({ ask }) => `「${ask}」`).join('、');
    const message = `有 ${questions.length} 个问题，例子里写了 ${answers.length} 个答案。按顺序一个问题一个答案：${asked}`;
    return { field: 'answers', message };
  }
  const read = questions.map((question, index) => readAnswer(answers[index] ?? '', askedQuestion(question)));
  const again = read.findIndex(({ value }) => value === undefined);
  if (again >= 0) return { field: 'answers', message: badAnswer(amount, again, answers[again] ?? '') };
  const values = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const worked = workOutAmount(amount, values, amountRates(amount, rates), on ?? today);
  if (worked === undefined || worked.amount === expected) return undefined;
  const message = `例子写的是 ${expected} 元，按上面的算法是 ${worked.amount} 元（${worked.steps.join('；')}）。照文件再算一遍：例子错了改这里，算法错了改 parts。`;
  return { field: 'amount', message };
}

function badAnswer({ questions = [] }: AmountData, index: number, answer: string): string {
  const { ask = '', choices, unit = '' } = questions[index] ?? {};
  const how = choices ? `要从这些里选：${choices.join('、')}` : `要写一个合理的数，单位是${unit}`;
  return `第 ${index + 1} 个答案「${answer}」答不了「${ask}」：${how}。`;
}
