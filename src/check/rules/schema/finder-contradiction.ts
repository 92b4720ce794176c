/** A choice of the finder that leads to a policy whose conditions exclude just those people. */
import { compileConditions } from '../../../documents/conditions.ts';
import { outcomeOf } from '../../../documents/eligibility.ts';
import type { Answers } from '../../../documents/fact-values.ts';
import type { FinderChoice } from '../../../schema/finder.ts';
import { conditionContext } from '../../condition-context.ts';
import type { CheckedContent, Rule } from '../../rule.ts';

const finder = (policies: string) =>
  `- id: who\n  ask: 您家有谁？\n  choices:\n    - id: lao-ren\n      label: 有60岁以上的老人\n      ${policies}\n`;
const children = 'eligibility: [不满18岁的孩子。]\nconditions: [{age: {to: 17}}]';

export const rule: Rule = {
  name: 'schema/finder-contradiction',
  severity: 'warning',
  finds: 'finder.yml 的选项说的人，正是政策的 conditions 说不能办的人。',
  why: '点了这个选项，看到的政策自己办不了；一句一句问，又说办不了。',
  write: '看看是选项放错了政策、人群，还是 conditions 写错了。',
  bad: [
    {
      collection: 'policies',
      fields: children,
      files: { 'finder.yml': finder('policies: [▶li-zi]') },
      shown: 'label: 有60岁以上的老人',
    },
    {
      collection: 'policies',
      fields: children,
      files: { 'finder.yml': finder('audiences: [▶lao-ren]') },
      shown: 'label: 有60岁以上的老人',
    },
  ],
  good: [
    {
      collection: 'policies',
      fields: 'eligibility: [满60岁的老人。]\nconditions: [{age: {from: 60}}]',
      files: { 'finder.yml': finder('policies: [li-zi]') },
    },
    { collection: 'policies', files: { 'finder.yml': finder('audiences: [lao-ren]') } },
  ],
  check: (content, report) => {
    const source = content.sources.find(
      ({ collection, file }) => collection === undefined && /(?:^|[\\/])finder\.yml$/.test(file),
    );
    if (!source) return;
    for (const [q, { choices }] of content.site.finder.entries()) {
      for (const [c, choice] of choices.entries()) {
        for (const { path, title } of contradictionsOf(choice, content)) {
          const message = `「${choice.label}」的人会看到「${title}」，可它的 conditions 说这些人办不了。看看是这里放错了，还是那边写错了。`;
          report(source, source.values.get(`${q}.choices.${c}.${path}`) ?? 0, message);
        }
      }
    }
  },
};

/** The policies and groups of a choice that exclude its people; `path` is from the choice. */
function contradictionsOf({ label, policies = [], audiences = [] }: FinderChoice, { site }: CheckedContent) {
  const answers = peopleIn(label);
  const excluded = site.policies.filter(({ data: { conditions, places } }) => {
    if (!conditions) return false;
    const compiled = compileConditions({ alternatives: conditions, places }, conditionContext(site));
    return outcomeOf(compiled, answers) === 'no';
  });
  return excluded.flatMap(({ slug, data }) => [
    ...policies.flatMap((id, index) =>
      id === slug ? [{ path: `policies.${index}`, title: data.title }] : [],
    ),
    ...audiences.flatMap((id, index) =>
      data.audiences.includes(id) ? [{ path: `audiences.${index}`, title: data.title }] : [],
    ),
  ]);
}

/** What the words of a choice say of the people. */
function peopleIn(label: string): Answers {
  const [, from] = /(\d+)(?:周)?岁(?:以上|往上)/.exec(label) ?? [];
  const [, under] = /(?:不满|不到)(\d+)(?:周)?岁/.exec(label) ?? /(\d+)(?:周)?岁以下/.exec(label) ?? [];
  return {
    ...(from && { age: { from: 2 * Number(from), to: Number.POSITIVE_INFINITY } }),
    ...(under && { age: { from: 0, to: 2 * Number(under) } }),
    ...(/残疾/.test(label) && !/没|不/.test(label) && { disability: ['1', '2', '3', '4'] }),
    ...(/[妇女]/.test(label) && !/[儿子孩男]/.test(label) && { sex: ['female'] }),
  };
}
