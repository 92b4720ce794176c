/** An amount for the examples of rules, as lines of YAML. */

interface Parts {
  value?: string;
  answers?: string;
  amount?: string;
}

/** So much for each mu, with one worked example. */
export function examplePolicyAmount({ value = '100', answers = '["10"]', amount = '1000' }: Parts): string {
  return `amount:
  every: year
  questions: [{id: mu-shu, ask: 您家种了几亩？, unit: 亩}]
  parts: [{kind: each, question: mu-shu, value: ${value}}]
  examples: [{case: 种了10亩, answers: ${answers}, amount: ${amount}}]`;
}
