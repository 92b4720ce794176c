/** The answers to the questions of an amount in an address, behind the #: they never reach a server. */

/** The name that marks answers. */
const MARK = 'suan';

/** Whether the fragment of an address has answers. */
export function hasAnswers(hash: string): boolean {
  return new URLSearchParams(hash.slice(1)).has(MARK);
}

/** The fragment for answers, by id of the question. */
export function toFragment(answers: Readonly<Record<string, string>>): string {
  return `#${new URLSearchParams({ [MARK]: '1', ...answers })}`;
}
