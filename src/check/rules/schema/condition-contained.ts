/** Alternatives of conditions that change nothing: contained in another, or together true of everybody. */
import { type CompiledConditions, compileConditions } from '../../../documents/conditions.ts';
import { outcomeOf } from '../../../documents/eligibility.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import { conditionContext } from '../../condition-context.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/condition-contained',
  severity: 'warning',
  finds: 'conditions 里有一条包在另一条里，或者几条加起来谁都算。',
  why: '满足一条就行，包在里面的那条等于没写。常常是想说“都要满足”，却写成了两条，网页就把不该算的人算进去了。',
  write: '都要满足的写在同一条里；真的多余的删掉。',
  bad: [
    {
      collection: 'policies',
      fields: 'conditions:\n  - age: {from: 60}\n  - ▶age: {from: 80}',
    },
    {
      collection: 'policies',
      fields: 'conditions:\n  - ▶age: {from: 60}\n  - age: {to: 59}',
    },
  ],
  good: [
    { collection: 'policies', fields: 'conditions: [{age: {from: 60}}, {disability: ["1", "2"]}]' },
    { collection: 'policies', fields: 'conditions: [{age: {from: 60}, sex: female}, {age: {from: 80}}]' },
    { collection: 'policies', fields: 'conditions: [{age: {from: 60}}, {other: 一个人过日子}]' },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const { conditions } = source.document.data as PolicyData;
      if (!conditions) continue;
      const compiled = compileConditions({ alternatives: conditions }, conditionContext(site));
      const offsetOf = (index: number) => source.values.get(`conditions.${index}`) ?? 0;
      if (outcomeOf(compiled, {}) === 'likely') {
        const message = '这几条加起来谁都算，网页对谁都说“多半能办”。都要满足的写在同一条里。';
        report(source, offsetOf(0), message);
        continue;
      }
      for (const [index] of compiled.boxes.entries()) {
        const outer = compiled.boxes.findIndex(
          (_, at) =>
            at !== index &&
            isContained(compiled, index, at) &&
            !(at > index && isContained(compiled, at, index)),
        );
        if (outer < 0) continue;
        const message = `这一条包在第 ${outer + 1} 条里：合这一条的，都合那一条，等于没写。想说“都要满足”，就写在同一条里；多余就删掉。`;
        report(source, offsetOf(index), message);
      }
    }
  },
};

/** Whether everybody who meets one alternative meets the other. */
function isContained({ boxes, facts }: CompiledConditions, inner: number, outer: number): boolean {
  return facts.every(({ classes }, index) => {
    const [small, large] = [boxes[inner]?.[index], boxes[outer]?.[index]];
    return !large || classes.every((_, at) => large[at] || (small && !small[at]));
  });
}
